package uk.gov.justice.probation.devolution.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The address at which clients find the engine, whichever of its lives it is in. If the next life had to wait for the
 * port of the last one, clients would meet nobody there, and wait a second before they try again.
 */
final class EngineEntrance implements AutoCloseable {
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int enginePort;

    EngineEntrance(int enginePort) throws IOException {
        this.enginePort = enginePort;
        door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::receive);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whoever is connected to the engine of before is cut off, and reaches this one by trying again. */
    void leadTo(int port) {
        enginePort = port;
        open.forEach(EngineEntrance::cut);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(EngineEntrance::cut);
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                Socket engine = new Socket(InetAddress.getLoopbackAddress(), enginePort)) {
            open.add(engine);
            client.setTcpNoDelay(true);
            engine.setTcpNoDelay(true);
            Thread answers = Thread.ofVirtual().start(() -> pass(engine, client));
            pass(client, engine);
            answers.join();
            open.remove(engine);
        } catch (IOException cut) {
            // the client tries again
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // the other direction ends as well
        } finally {
            cut(from);
            cut(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
