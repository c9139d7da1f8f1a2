package uk.gov.justice.probation.devolution.engine;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import uk.gov.justice.probation.devolution.database.FreePorts;
import uk.gov.justice.probation.devolution.engine.EngineRun.Beginning;

/**
 * Camunda without Docker: Zeebe's own engine in this JVM (gRPC) and the part of the orchestration cluster's REST and
 * management API that Camunda Process Test and the product call, answered from the engine's log. Processes run on the
 * real engine; only the API is imitated. There is one per JVM.
 */
final class EmbeddedCamunda {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static EmbeddedCamunda running;

    private final EngineEntrance entrance;
    private final RestServer rest;
    private volatile EngineRun run;
    private Beginning deployed = Beginning.EMPTY;
    private long purges;

    private EmbeddedCamunda() throws IOException {
        run = nextRun();
        entrance = new EngineEntrance(run.port());
        rest = new RestServer();
        new ManagementApi(this).addTo(rest);
        new QueryApi(this).addTo(rest);
        new CommandApi(this).addTo(rest);
        SpringApplication.getShutdownHandlers().add(this::close);
    }

    static synchronized EmbeddedCamunda running() {
        if (running == null) {
            try {
                running = new EmbeddedCamunda();
            } catch (IOException e) {
                throw new IllegalStateException("The embedded engine did not start", e);
            }
        }
        return running;
    }

    URI grpcAddress() {
        return entrance.address();
    }

    URI restAddress() {
        return rest.address();
    }

    EngineRun run() {
        return run;
    }

    /**
     * Deploys in an engine of its own, once, and lets this one begin with what is deployed, now and after each purge:
     * to read all models takes longer than most tests.
     */
    synchronized void deployOnce(Consumer<CamundaClient> models) {
        if (deployed != Beginning.EMPTY) return;
        EngineRun apart = nextRun();
        try (CamundaClient client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + apart.port()))
                .preferRestOverGrpc(false)
                .build()) {
            models.accept(client);
            deployed = apart.asBeginning();
        } finally {
            apart.close();
        }
        purge();
    }

    /** Removes everything that was started and resets time; the addresses stay the same. */
    synchronized long purge() {
        EngineRun last = run;
        run = nextRun();
        entrance.leadTo(run.port());
        last.close();
        return ++purges;
    }

    /** Another test may take the port before the engine does. */
    private EngineRun nextRun() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new EngineRun(FreePorts.next(), deployed);
            } catch (RuntimeException taken) {
                if (System.nanoTime() > end) throw taken;
            }
        }
    }

    long purges() {
        return purges;
    }

    private void close() {
        entrance.close();
        rest.close();
        run.close();
    }
}
