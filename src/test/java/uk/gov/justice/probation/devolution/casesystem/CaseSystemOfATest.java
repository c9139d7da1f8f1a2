package uk.gov.justice.probation.devolution.casesystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A case system on this machine: keeps what it is sent, and refuses what concerns some people. */
final class CaseSystemOfATest implements AutoCloseable {

    /** A request as it came. */
    record Received(String type, String time, String signature, byte[] body, JsonNode event) {}

    private final HttpServer server;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final List<Received> taken = new CopyOnWriteArrayList<>();

    CaseSystemOfATest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/events", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode event = new ObjectMapper().readTree(body);
        boolean refuses = refused.contains(event.get("subject").asText());
        if (!refuses)
            taken.add(new Received(
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst(CaseSystem.TIME),
                    exchange.getRequestHeaders().getFirst(CaseSystem.SIGNATURE),
                    body,
                    event));
        exchange.sendResponseHeaders(refuses ? 503 : 204, -1);
        exchange.close();
    }

    URI address() {
        return URI.create(
                "http://127.0.0.1:%d/events".formatted(server.getAddress().getPort()));
    }

    void refuses(String... crns) {
        refused.clear();
        refused.addAll(Set.of(crns));
    }

    List<Received> taken() {
        return taken;
    }

    List<String> idsTakenOf(String crn) {
        return taken.stream()
                .filter(received -> received.event().get("subject").asText().equals(crn))
                .map(received -> received.event().get("id").asText())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
