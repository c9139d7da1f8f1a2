package uk.gov.justice.probation.devolution.localstack;

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

/** What the local profile does once the application is up: deploys, loads sample data at the first run, launches, and says where everything is. */
@Component
@Profile("local")
class LocalStart implements ApplicationRunner {
  private final LocalStackSettings settings;
  private final ProcessModels models;
  private final FirstRun firstRun;
  private final Environment environment;
  private final Console console = new Console(System.out);

  LocalStart(LocalStackSettings settings, ProcessModels models, FirstRun firstRun, Environment environment) {
    this.settings = settings;
    this.models = models;
    this.firstRun = firstRun;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    console.step("Deploying processes, decisions and forms, waiting until Operate and Tasklist know them", this::deploy);
    if (LocalStack.isFirstRun(settings)) {
      firstRun.loadAndLaunch(console);
      Files.createFile(LocalStack.firstRunMark(settings));
    }
    console.say(banner());
  }

  private void deploy() {
    DeploymentEvent deployed = models.deploy();
    ImportedByWebApps imported = new ImportedByWebApps(new OpenSearch(settings), deployed);
    long end = System.nanoTime() + settings.timeouts().imported().toNanos();
    while (!imported.areComplete() && System.nanoTime() < end) {
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private String banner() {
    Duration sinceStart = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    String web = "http://localhost:" + settings.ports().web();
    return """

        PSC Devolution is ready after %d s
          Console and API    http://localhost:%s
          Tasklist           %s/tasklist
          Operate            %s/operate
          Sign in            demo / demo sees every task; one login for each role, such as change-nw, hr-yath, head-of-operations-gm, psc-manager-liverpool:
                             the password is the user name, the whole list is in src/main/resources/localstack/logins.csv
          Data and logs      %s
          Start over         mvn spring-boot:run -Dspring-boot.run.arguments=--fresh
          Stop               Ctrl-C; everything is there at the next start
        Camunda 8.6 runs here under the Camunda License 1.0: free for development and trial, not for production.
        """.formatted(sinceStart.toSeconds(), environment.getProperty("server.port"), web, web, settings.data());
  }
}
