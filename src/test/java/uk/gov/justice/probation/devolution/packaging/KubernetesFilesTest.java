package uk.gov.justice.probation.devolution.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Checks docker/kubernetes against the schema of Kubernetes' API, and that it gives the application what Compose does.
 */
class KubernetesFilesTest {
    private static final Path FOLDER = ComposeFile.FOLDER.resolve("kubernetes");
    private static final Pattern SECRET = Pattern.compile("--from-file=([\\w.-]+)");
    private static final Map<String, Schema> SCHEMAS = Map.of(
            "v1 Namespace", V1Namespace::validateJsonElement,
            "v1 ConfigMap", V1ConfigMap::validateJsonElement,
            "v1 ServiceAccount", V1ServiceAccount::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    /** Whatever is missing or unknown is refused. */
    @FunctionalInterface
    private interface Schema {
        void validate(JsonElement json) throws IOException;
    }

    @Test
    void everyFileIsNamedAndFitsTheSchema() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(resources());
        }
        for (Map<String, Object> document : documents()) {
            Schema schema = SCHEMAS.get(document.get("apiVersion") + " " + document.get("kind"));
            assertThat(schema).as("%s", document.get("kind")).isNotNull();
            schema.validate(json(document));
        }
    }

    @Test
    void theSchemaRefusesWhatKubernetesWould() throws IOException {
        Map<String, Object> deployment = of("Deployment");
        at(deployment, "spec", "template", "spec").put("terminationGracePeriod", 70);
        assertThatThrownBy(() -> V1Deployment.validateJsonElement(json(deployment)))
                .hasMessageContaining("terminationGracePeriod");
        Map<String, Object> without = of("Deployment");
        at(without, "spec").remove("selector");
        assertThatThrownBy(() -> V1Deployment.validateJsonElement(json(without)))
                .hasMessageContaining("selector");
    }

    @Test
    void theApplicationGetsWhatComposeGivesIt() throws IOException {
        Set<String> settings = new TreeSet<>(at(of("ConfigMap"), "data").keySet());
        Set<String> secrets = secrets();
        assertThat(settings)
                .as("no secret is a setting")
                .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|_KEY|APIKEY)"));
        settings.addAll(secrets);
        assertThat(settings)
                .containsAll(ComposeFile.main()
                        .environment("application", secret -> "")
                        .keySet());
    }

    @Test
    void itIsHardenedAndLivesOnWhileOthersAreAway() throws IOException {
        Map<String, Object> pod = at(of("Deployment"), "spec", "template", "spec");
        Map<String, Object> container = first(pod, "containers");
        assertThat(at(pod, "securityContext"))
                .containsEntry("runAsNonRoot", true)
                .containsEntry("runAsUser", 10001)
                .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
        assertThat(pod).containsEntry("automountServiceAccountToken", false);
        assertThat(at(container, "securityContext"))
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        assertThat(at(container, "resources")).containsKeys("requests", "limits");
        assertThat(at(container, "livenessProbe", "httpGet"))
                .as("is not asked about Camunda and MySQL")
                .containsEntry("path", "/actuator/health/liveness");
        assertThat(at(of("Deployment"), "spec").get("replicas")).isEqualTo(2);
        assertThat(at(of("Service"), "spec")).doesNotContainKey("type");
    }

    /** The secret's files, as the environment variables that they stand for. */
    private static Set<String> secrets() throws IOException {
        return SECRET.matcher(Files.readString(ComposeFile.FOLDER.resolve("README.md")))
                .results()
                .map(secret ->
                        secret.group(1).replace("-", "").replace('.', '_').toUpperCase())
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static List<String> resources() throws IOException {
        Map<String, Object> kustomization = yaml().load(Files.readString(FOLDER.resolve("kustomization.yaml")));
        return (List<String>) kustomization.get("resources");
    }

    private static List<Map<String, Object>> documents() throws IOException {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (String file : resources())
            yaml().loadAll(Files.readString(FOLDER.resolve(file))).forEach(document -> documents.add(asMap(document)));
        return documents;
    }

    private static Map<String, Object> of(String kind) throws IOException {
        return documents().stream()
                .filter(document -> document.get("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> at(Map<String, Object> from, String... path) {
        Map<String, Object> found = from;
        for (String step : path) found = asMap(found.get(step));
        return found;
    }

    private static Map<String, Object> first(Map<String, Object> from, String list) {
        return asMap(((List<?>) from.get(list)).getFirst());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static JsonElement json(Map<String, Object> document) {
        return new Gson().toJsonTree(document);
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
