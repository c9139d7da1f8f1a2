package uk.gov.justice.probation.devolution.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import uk.gov.justice.probation.devolution.database.Fork;

/**
 * Camunda without Docker: Zeebe's own engine in this JVM (gRPC) and the part of the orchestration cluster's REST and
 * management API that Camunda Process Test and the product call, answered from the engine's log. Processes run on the
 * real engine; only the API is imitated. There is one per JVM.
 */
final class EmbeddedCamunda {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PORTS = 4_000;
    private static final int LOWEST_PORT = 12_000 + (Fork.number() - 1) % 2 * PORTS;

    private static EmbeddedCamunda running;

    private final int grpcPort;
    private final RestServer rest;
    private volatile EngineRun run;
    private long purges;

    private EmbeddedCamunda() throws IOException {
        grpcPort = freePort();
        run = new EngineRun(grpcPort);
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
        return URI.create("http://127.0.0.1:" + grpcPort);
    }

    URI restAddress() {
        return rest.address();
    }

    EngineRun run() {
        return run;
    }

    /** Removes everything that was deployed or started and resets time; the addresses stay the same. */
    synchronized long purge() {
        run.close();
        run = onceThePortIsFree();
        return ++purges;
    }

    /** The previous run releases the port asynchronously. */
    private EngineRun onceThePortIsFree() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new EngineRun(grpcPort);
            } catch (RuntimeException taken) {
                if (System.nanoTime() > end) throw taken;
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    long purges() {
        return purges;
    }

    private void close() {
        rest.close();
        run.close();
    }

    /**
     * Below the range that systems use for outgoing connections: the engine returns to its port after each purge, and
     * nothing may have taken it meanwhile, not even a test in the other fork.
     */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, LOWEST_PORT + PORTS);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }
}
