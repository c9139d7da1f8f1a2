package uk.gov.justice.probation.devolution.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers of tests, in turn, and others in each JVM that runs beside this one. The system gives none of them
 * to a connection, so they stay free until their server takes them, and again after it has stopped.
 */
public final class FreePorts {
    private static final int EACH = 2_000;
    private static final int FIRST = 20_000 + (Fork.number() - 1) % 6 * EACH;
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private FreePorts() {}

    /** @throws IllegalStateException if all are taken */
    public static int next() {
        for (int tried = 0; tried < EACH; tried++) {
            int port = FIRST + Math.floorMod(GIVEN.getAndIncrement(), EACH);
            if (isFree(port)) return port;
        }
        throw new IllegalStateException("All ports from %d to %d are taken".formatted(FIRST, FIRST + EACH - 1));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
