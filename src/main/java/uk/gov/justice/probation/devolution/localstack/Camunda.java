package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Zeebe's broker and gateway with Operate and Tasklist, in one process, with the logins of the local profile. */
final class Camunda {
    /** The processes that people start, and the beginning of the groups who may; the others are started by these. */
    private static final String STARTED_BY =
            "regional-programme=programme-,staff-consultation=hr-,upw-placement=case-admin-,case-termination=case-admin-";

    private final LocalStackSettings settings;
    private final OpenSearch openSearch;
    private final int consolePort;
    private final Path data;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** @param consolePort where it is asked whom a ticket admits */
    Camunda(LocalStackSettings settings, OpenSearch openSearch, int consolePort) {
        this.settings = settings;
        this.openSearch = openSearch;
        this.consolePort = consolePort;
        this.data = settings.data().resolve("zeebe");
    }

    Path data() {
        return data;
    }

    Path workingFolder() {
        return settings.data().resolve("camunda-files");
    }

    List<String> commandLine(Path childJar) throws IOException {
        Files.createDirectories(workingFolder());
        Files.write(
                workingFolder().resolve("application.yaml"),
                new ClassPathResource("localstack/camunda.yaml").getContentAsByteArray());
        Path groups = workingFolder().resolve("groups.properties");
        Files.writeString(
                groups,
                Login.all().stream()
                        .map(login -> login.userName() + "="
                                + (login.userName().equals(Login.DEMO) ? "*" : String.join(",", login.groups())))
                        .collect(Collectors.joining("\n", "", "\n")));
        LocalStackSettings.Ports ports = settings.ports();
        CamundaDistribution distribution = CamundaDistribution.in(settings.folder());
        return ChildJvm.main(
                "io.camunda.application.StandaloneCamunda",
                List.of(
                        childJar,
                        distribution.jsonApi(),
                        distribution.libraries().resolve("*")),
                settings.memory().camunda(),
                settings.compiler(),
                List.of(
                        "-Djakarta.json.provider=" + CamundaDistribution.JSON_PROVIDER,
                        "-Dapp.home=" + workingFolder(),
                        "-Dbasedir=" + workingFolder(),
                        "-Dspring.profiles.active=broker,operate,tasklist,auth",
                        "-Dspring.config.additional-location=%s,configtree:%s/"
                                .formatted(
                                        workingFolder()
                                                .resolve("application.yaml")
                                                .toUri(),
                                        settings.tokenFile().getParent()),
                        LocalToken.optionFor(settings.tokenFile()),
                        "-Dlocal.data=" + data,
                        "-Dlocal.groups-file=" + groups,
                        "-Dlocal.started-by=" + STARTED_BY,
                        "-Dlocal.opensearch=" + openSearch.url(),
                        "-Dlocal.console-port=" + consolePort,
                        "-Dlocal.web-port=" + ports.web(),
                        "-Dlocal.rest-port=" + ports.zeebeRest(),
                        "-Dlocal.grpc-port=" + ports.zeebeGrpc(),
                        "-Dlocal.command-port=" + ports.zeebeCommand(),
                        "-Dlocal.internal-port=" + ports.zeebeInternal(),
                        "-Dlocal.actuator-port=" + ports.camundaActuator()));
    }

    /** Whether the engine accepts commands, because its partition has a leader. */
    boolean engineIsReady() {
        return answers(
                "http://127.0.0.1:%d/v2/topology".formatted(settings.ports().zeebeRest()), "\"leader\"");
    }

    boolean webAppsAreReady() {
        return answers(
                "http://127.0.0.1:%d/actuator/health/readiness"
                        .formatted(settings.ports().camundaActuator()),
                "\"UP\"");
    }

    private boolean answers(String url, String word) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", token().header())
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().contains(word);
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of the roles; members of staff follow once the database has them. */
    void addLogins() {
        try {
            new WebAppUsers(openSearch).add(Login.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> properties() {
        return Map.of(
                "camunda.client.grpc-address",
                "http://127.0.0.1:" + settings.ports().zeebeGrpc(),
                "camunda.client.rest-address",
                "http://127.0.0.1:" + settings.ports().zeebeRest(),
                "camunda.client.auth.method",
                "basic",
                "camunda.client.auth.username",
                LocalToken.USER,
                "camunda.client.auth.password",
                token().word());
    }

    private LocalToken token() {
        return new LocalToken(settings.tokenFile());
    }

    String webUrl() {
        return "http://localhost:" + settings.ports().web();
    }
}
