package uk.gov.justice.probation.devolution.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.justice.probation.devolution.database.EmbeddedMySql;
import uk.gov.justice.probation.devolution.database.FreePorts;

/**
 * Starts the image's own layers with the environment of the Compose file, on a real MySQL with the users of
 * docker/mysql, without Docker. There is no Camunda, which is the hardest case.
 */
@DisplayName("In a cluster")
class ClusterStartIT {
    private static final String PASSWORD = "it-0123456789-abcdef";
    private static final String KEY = "dGhlIGtleSBvZiB0ZXN0cyBwcm90ZWN0cyBub3RoaW4=";
    private static final String DATABASE = "cluster_it";

    @TempDir
    static Path folder;

    @Test
    void servesWithoutCamundaSaysWhatIsMissingAndEndsWhenAsked() throws Exception {
        int server = FreePorts.next();
        int management = FreePorts.next();
        int camunda = FreePorts.next();
        try (StartedImage application =
                StartedImage.start(ImageTar.ofThisBuild(), folder, environment(server, management, camunda))) {
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        if (!application.runs()) throw new AssertionError(application.output());
                        var readiness = application.get(management, "/actuator/health/readiness");
                        return readiness != null && readiness.statusCode() == 200;
                    });

            assertThat(application.get(management, "/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> application.output().contains("refused the processes"));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> application.output().contains("does not answer"));
            assertThat(application.output()).contains("Camunda at https://127.0.0.1:" + camunda);
            var health = application.get(management, "/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("processModelsDeployed").contains("camundaClient");
            assertThat(application.get(server, "/").statusCode())
                    .as("a page, or the way to sign in")
                    .isLessThan(500);

            assertThat(application.children()).as("processes started").isZero();
            assertThat(application.output())
                    .doesNotContainIgnoringCase("mariadb")
                    .doesNotContainIgnoringCase("opensearch");
            assertThat(application.output()).doesNotContain(PASSWORD);
            assertThat(application.output().lines())
                    .as("a log that can be read")
                    .hasSizeLessThan(80);
            assertThat(application.runs()).isTrue();

            application.askToStop();
            assertThat(application.ended(Duration.ofSeconds(60)))
                    .as(application.output())
                    .isEqualTo(143);
            assertThat(application.output()).doesNotContain("TLS ALPN").doesNotContain("Exception");
        }
    }

    @Test
    void namesEverySettingThatIsMissing() throws Exception {
        try (StartedImage application = StartedImage.start(ImageTar.ofThisBuild(), folder, Map.of())) {
            assertThat(application.ended(Duration.ofMinutes(2))).isNotZero();
            assertThat(application.output())
                    .contains("Settings are missing", "SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_PASSWORD")
                    .contains("CAMUNDA_CLIENT_GRPCADDRESS", "DEVOLUTION_SECURITY_ISSUERURI");
        }
    }

    @AfterAll
    static void stopTheDatabase() {
        EmbeddedMySql.stop();
    }

    private static Map<String, String> environment(int server, int management, int camunda) throws Exception {
        String database = databaseWithUsers();
        Map<String, String> environment = new HashMap<>(ComposeFile.main()
                .environment(
                        "application",
                        secret -> secret.endsWith("URI") || secret.equals("CASE_SYSTEM_URL")
                                ? "http://127.0.0.1:1/issuer"
                                : secret.equals("DEVOLUTION_SEALING_KEY") || secret.equals("CASE_SYSTEM_KEY")
                                        ? KEY
                                        : secret.equals("DEVOLUTION_ALLOWED_HOSTS") ? "127.0.0.1" : PASSWORD));
        environment.replaceAll((name, value) -> value.replace("mysql:3306/devolution", database)
                .replace("http://camunda:26500", "https://127.0.0.1:" + camunda)
                .replace("http://camunda:8080", "http://127.0.0.1:" + camunda));
        environment.computeIfPresent(
                "SPRING_DATASOURCE_USERNAME", (name, user) -> user.replace("devolution", DATABASE));
        environment.computeIfPresent("SPRING_FLYWAY_USER", (name, user) -> user.replace("devolution", DATABASE));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(server));
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(management));
        return environment;
    }

    /**
     * Runs docker/mysql's script with a stand-in for MySQL's client that prints its input, and then executes that on
     * the test's server under another database name.
     */
    private static String databaseWithUsers() throws IOException, InterruptedException, SQLException {
        Path client = Files.writeString(folder.resolve("mysql"), "#!/bin/bash\ncat\n");
        assertThat(client.toFile().setExecutable(true)).isTrue();
        ProcessBuilder script = new ProcessBuilder(
                        "bash",
                        ComposeFile.FOLDER.resolve("mysql/01-databases.sh").toString())
                .redirectErrorStream(true);
        script.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        for (String secret : new String[] {
            "MYSQL_ROOT_PASSWORD", "DEVOLUTION_DB_PASSWORD", "DEVOLUTION_SCHEMA_PASSWORD", "CAMUNDA_DB_PASSWORD"
        }) {
            script.environment().put(secret, PASSWORD);
        }
        Process run = script.start();
        String sql = new String(run.getInputStream().readAllBytes());
        assertThat(run.waitFor()).as(sql).isZero();

        String address = EmbeddedMySql.running().url().replaceFirst("jdbc:mysql://([^/]+)/.*", "$1");
        try (Connection root =
                DriverManager.getConnection("jdbc:mysql://%s/mysql?sslMode=REQUIRED".formatted(address), "root", "")) {
            for (String statement : sql.replaceAll("(?m)^--.*$", "")
                    .replace("devolution", DATABASE)
                    .replace("camunda", DATABASE + "_camunda")
                    .split(";")) {
                if (!statement.isBlank()) root.createStatement().execute(statement);
            }
        }
        return address + "/" + DATABASE;
    }
}
