package uk.gov.justice.probation.devolution.localstack;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.DeploymentEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ProcessModels;

/**
 * What the local profile does once the application is up: deploys, loads sample data at the first run, launches, and
 * says where everything is.
 */
@Component
@Profile("local")
class LocalStart implements ApplicationRunner {
    private final LocalStackSettings settings;
    private final ProcessModels models;
    private final FirstRun firstRun;
    private final StaffLogins staffLogins;
    private final Environment environment;
    private final Console console = new Console(System.out);

    LocalStart(
            LocalStackSettings settings,
            ProcessModels models,
            FirstRun firstRun,
            StaffLogins staffLogins,
            Environment environment) {
        this.settings = settings;
        this.models = models;
        this.firstRun = firstRun;
        this.staffLogins = staffLogins;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        try {
            console.step(
                    "Deploying processes, decisions and forms, waiting until Operate and Tasklist know them",
                    this::deploy);
        } catch (LocalStackException e) {
            console.say(e.getMessage());
            System.exit(1);
        }
        if (LocalStack.isFirstRun(settings)) {
            firstRun.loadAndLaunch(console);
            Files.createFile(LocalStack.firstRunMark(settings));
        }
        staffLogins.addNewcomers();
        console.say(banner());
    }

    /**
     * Retries as long as the engine, which has just started, is too busy. Anything it already has is not deployed
     * again.
     */
    private void deploy() {
        long end = System.nanoTime() + settings.timeouts().deployed().toNanos();
        DeploymentEvent deployed = null;
        while (deployed == null) {
            try {
                deployed = models.deploy();
            } catch (ClientException refused) {
                if (System.nanoTime() > end || refused.getMessage().contains("INVALID_ARGUMENT")) {
                    throw new LocalStackException(
                            "Zeebe refused the processes: %s".formatted(refused.getMessage()), refused);
                }
                pause();
            }
        }
        ImportedByWebApps imported = new ImportedByWebApps(new OpenSearch(settings), deployed);
        while (!imported.areComplete()) {
            if (System.nanoTime() > end) {
                throw new LocalStackException(
                        "Operate and Tasklist did not learn of the processes within %d s; see the logs in %s, or allow more time with devolution.local.timeouts.deployed."
                                .formatted(settings.timeouts().deployed().toSeconds(), settings.logs()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The start was interrupted.");
        }
    }

    private String banner() {
        Duration sinceStart =
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        String web = "http://localhost:" + settings.ports().web();
        return """

        PSC Devolution is ready after %d s
          Console and API    http://localhost:%s
          Tasklist           %s/tasklist
          Operate            %s/operate
          Sign in            demo / demo sees every task; one login for each role, such as change-nw, hr-yath, head-of-operations-gm, psc-manager-liverpool:
                             the password is the user name, the whole list is in src/main/resources/localstack/logins.csv;
                             members of staff sign in with their staff number, such as PSCW002
          Data and logs      %s
          Start over         mvn spring-boot:run -Dspring-boot.run.arguments=--fresh
          Stop               Ctrl-C; everything is there at the next start
        Camunda 8.6 runs here under the Camunda License 1.0: free for development and trial, not for production.
        """.formatted(sinceStart.toSeconds(), environment.getProperty("server.port"), web, web, settings.data());
    }
}
