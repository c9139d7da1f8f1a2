package uk.gov.justice.probation.devolution.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.security.configuration.ConfiguredAuthorization;
import io.camunda.security.configuration.ConfiguredGroup;
import io.camunda.security.configuration.InitializationConfiguration;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.protocol.record.value.AuthorizationResourceType;
import io.camunda.zeebe.protocol.record.value.PermissionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** Checks what the files in docker/ promise, and that they agree with each other and with the processes. */
class ClusterFilesTest {
    private static final Set<String> OPTIONAL = Set.of(
            "MYSQL_VERSION",
            "CAMUNDA_VERSION",
            "DEVOLUTION_VERSION",
            "CAMUNDA_LICENSE_KEY",
            "CAMUNDA_OIDC_REDIRECT_URI",
            "CASE_SYSTEM_URL",
            "CASE_SYSTEM_KEY",
            "NOTIFY_API_KEY",
            "NOTIFY_TEMPLATE_OUTCOME",
            "NOTIFY_TEMPLATE_APPEAL_OUTCOME",
            "NOTIFY_TEMPLATE_WELCOME",
            "NOTIFY_TEMPLATE_TASK",
            "NOTIFY_TEMPLATE_MESSAGE",
            "NOTIFY_TEMPLATE_DIGEST",
            "NOTIFY_REPLY_TO");
    private static final Set<String> HANDOVER = Set.of("programme", "handover");
    private static final Set<String> CASEWORK = Set.of("unpaidwork", "termination");
    private static final Set<String> NAMES_STAFF = Set.of(
            "one-to-one",
            "rank-locations",
            "start-in-new-place",
            "preference-appeal",
            "send-letters",
            "undelivered-email");
    private static final List<ComposeFile> FILES =
            List.of(ComposeFile.main(), new ComposeFile(ComposeFile.FOLDER.resolve("compose.oidc.yaml")));

    @Test
    void noPasswordHasADefault() throws IOException {
        for (ComposeFile file : FILES) {
            assertThat(variables(file))
                    .as(file.file().toString())
                    .allSatisfy(variable -> assertThat(
                                    OPTIONAL.contains(variable.group(1)) || "?".equals(variable.group(2)))
                            .as(variable.group())
                            .isTrue());
        }
        ComposeFile.main()
                .services()
                .forEach((service, settings) -> assertThat(environment(settings))
                        .allSatisfy((name, value) -> {
                            if (name.matches(".*(PASSWORD|SECRET).*"))
                                assertThat(value)
                                        .as(service + " " + name)
                                        .asString()
                                        .startsWith("${")
                                        .contains(":?");
                        }));
    }

    @Test
    void theExampleNamesEveryVariableAndFillsInNone() throws IOException {
        Set<String> used = new TreeSet<>();
        for (ComposeFile file : FILES) variables(file).forEach(variable -> used.add(variable.group(1)));

        List<String> example = Files.readAllLines(ComposeFile.FOLDER.resolve(".env.example"));

        assertThat(example.stream()
                        .filter(line -> line.matches("#?[A-Z_]+=.*"))
                        .map(line -> line.replaceAll("^#?([A-Z_]+)=.*", "$1")))
                .containsExactlyInAnyOrderElementsOf(used);
        assertThat(example).noneMatch(line -> line.matches("#?[A-Z_]+=.+"));
    }

    @Test
    void everyServiceIsHardenedAndPublishedOnLoopbackOnly() throws IOException {
        ComposeFile.main()
                .services()
                .forEach((service, settings) -> assertThat(settings)
                        .as(service)
                        .containsEntry("read_only", true)
                        .containsEntry("cap_drop", List.of("ALL"))
                        .containsEntry("security_opt", List.of("no-new-privileges:true"))
                        .containsKeys("healthcheck", "deploy")
                        .hasEntrySatisfying(
                                "user", user -> assertThat(user).asString().doesNotStartWith("0"))
                        .hasEntrySatisfying(
                                "image", image -> assertThat(image).asString().doesNotContain("latest"))
                        .satisfies(whole -> assertThat((List<?>) whole.getOrDefault("ports", List.of()))
                                .allMatch(port -> port.toString().startsWith("127.0.0.1:"))));
    }

    @Test
    void camundaUnderstandsItsConfigurationAndKnowsEveryGroupAndProcess() throws IOException {
        InitializationConfiguration initialization = camunda().getInitialization();

        assertThat(initialization.getGroups())
                .extracting(ConfiguredGroup::groupId)
                .containsExactlyInAnyOrderElementsOf(groups());
        assertThat(initialization.getDefaultRoles().get("task-worker").get("groups"))
                .containsExactlyInAnyOrderElementsOf(groups());
        assertThat(seenBy("devolution-application", initialization)).isEqualTo(processes(family -> true));
        assertThat(seenBy("devolution-programme-office", initialization)).isEqualTo(processes(HANDOVER::contains));
        assertThat(seenBy("devolution-hr", initialization))
                .isEqualTo(processes(family -> !HANDOVER.contains(family) && !CASEWORK.contains(family)));
        assertThat(seenBy("devolution-operations", initialization)).isEqualTo(processes(CASEWORK::contains));
        assertThat(seenBy("devolution-case-administration", initialization))
                .as("what can be started by hand")
                .containsExactlyInAnyOrder("upw-placement", "case-termination");
        assertThat(seenBy("devolution-managers", initialization))
                .as("everything but what names a member of staff")
                .isEqualTo(processes(family -> true).stream()
                        .filter(process -> !NAMES_STAFF.contains(process))
                        .collect(Collectors.toSet()));
    }

    @Test
    void nobodyCancelsMovesOrDeletesAndOnlyTheApplicationDeploys() throws IOException {
        List<ConfiguredAuthorization> authorizations =
                camunda().getInitialization().getAuthorizations();

        assertThat(authorizations)
                .flatExtracting(ConfiguredAuthorization::permissions)
                .containsOnly(
                        PermissionType.ACCESS,
                        PermissionType.READ,
                        PermissionType.CREATE,
                        PermissionType.CREATE_PROCESS_INSTANCE,
                        PermissionType.UPDATE_PROCESS_INSTANCE,
                        PermissionType.READ_PROCESS_DEFINITION,
                        PermissionType.READ_PROCESS_INSTANCE,
                        PermissionType.READ_USER_TASK,
                        PermissionType.UPDATE_USER_TASK,
                        PermissionType.READ_DECISION_DEFINITION,
                        PermissionType.READ_DECISION_INSTANCE);
        assertThat(authorizations)
                .allMatch(authorization -> authorization.ownerId().startsWith("devolution-"));
        assertThat(authorizations)
                .filteredOn(authorization -> authorization.permissions().contains(PermissionType.CREATE)
                        || authorization.permissions().contains(PermissionType.READ_USER_TASK)
                        || authorization.permissions().contains(PermissionType.UPDATE_USER_TASK))
                .extracting(ConfiguredAuthorization::ownerId)
                .containsOnly("devolution-application");
        assertThat(authorizations)
                .filteredOn(authorization -> authorization.resourceId().equals("*")
                        && !authorization.permissions().equals(Set.of(PermissionType.READ)))
                .extracting(ConfiguredAuthorization::ownerId)
                .containsOnly("devolution-application");
    }

    @Test
    void pagesOfCamundaLoadNoPictureFromElsewhere() throws IOException {
        assertThat(camunda().getHttpHeaders().getContentSecurityPolicy().isDisabled())
                .isFalse();
        assertThat(camunda().getHttpHeaders().getContentSecurityPolicy().getPolicyDirectives())
                .contains("img-src 'self' data:;")
                .contains("default-src 'self';")
                .doesNotContain("*");
    }

    private static Set<String> seenBy(String role, InitializationConfiguration initialization) {
        return initialization.getAuthorizations().stream()
                .filter(authorization -> authorization.ownerId().equals(role)
                        && authorization.resourceType() == AuthorizationResourceType.PROCESS_DEFINITION)
                .map(ConfiguredAuthorization::resourceId)
                .collect(Collectors.toSet());
    }

    private static SecurityConfiguration camunda() throws IOException {
        var yaml = new FileSystemResource(ComposeFile.FOLDER.resolve("camunda/application.yaml"));
        List<PropertySource<?>> file = new YamlPropertySourceLoader().load("camunda", yaml);
        return new Binder(ConfigurationPropertySources.from(file))
                .bind(
                        "camunda.security",
                        Bindable.of(SecurityConfiguration.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true))
                .get();
    }

    /** The groups of the local logins, and one for staff who are in none of them. */
    private static Set<String> groups() throws IOException {
        var logins = Files.readAllLines(Path.of("src/main/resources/localstack/logins.csv")).stream()
                .skip(1)
                .flatMap(line ->
                        Arrays.stream(line.substring(line.lastIndexOf(',') + 1).split("\\|")));
        return Stream.concat(logins, Stream.of("probation-staff")).collect(Collectors.toSet());
    }

    private static Set<String> processes(Predicate<String> family) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")
                            && family.test(file.getParent().getFileName().toString()))
                    .map(file -> file.getFileName().toString().replace(".bpmn", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static List<MatchResult> variables(ComposeFile file) throws IOException {
        return Pattern.compile("(?m)^\\s*#.*$")
                .matcher(file.text())
                .replaceAll("")
                .transform(text -> ComposeFile.VARIABLE.matcher(text).results().toList());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<String, Object> service) {
        return (Map<String, Object>) service.getOrDefault("environment", Map.of());
    }
}
