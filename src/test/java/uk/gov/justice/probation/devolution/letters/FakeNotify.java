package uk.gov.justice.probation.devolution.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stand-in on this machine for the part of GOV.UK Notify that letters use: accepts emails, lists them by reference,
 * and misbehaves on request.
 */
final class FakeNotify implements AutoCloseable {
    /** In the format of a real key: a name, the service's id, the secret. */
    static final String KEY = "test-7b1f5c1e-0b3c-4a5e-9f6e-0d6f6a9f5b11-2c9a7d4e-1f0a-4d5c-8a1b-3e7c9d2f6a44";

    record Email(String id, String reference, String to, String templateId, JsonNode personalisation) {}

    /** What to do instead of answering correctly. */
    interface Mishap {
        void answer(HttpExchange exchange, Runnable accept) throws IOException, InterruptedException;
    }

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final List<Email> taken = new CopyOnWriteArrayList<>();
    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private final Deque<Mishap> mishaps = new ArrayDeque<>();

    FakeNotify() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/notifications/email", this::email);
        server.createContext("/v2/notifications", this::ask);
        server.start();
    }

    NotifySettings settings() {
        Map<String, String> templates = Stream.concat(
                        Stream.of(Template.values()).map(Template::fileName),
                        Stream.of(EmailTemplate.values()).map(EmailTemplate::fileName))
                .collect(Collectors.toMap(name -> name, FakeNotify::id));
        return new NotifySettings(
                KEY, templates, null, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Email> taken() {
        return taken;
    }

    /** The next email is refused. */
    void refuseNext(int status, String error, String message) {
        mishaps.add((exchange, accept) -> answer(
                exchange,
                status,
                Map.of("status_code", status, "errors", List.of(Map.of("error", error, "message", message)))));
    }

    /** The next email is accepted, but the response comes too late. */
    void takeNextInSilence(long millis) {
        mishaps.add((exchange, accept) -> {
            accept.run();
            Thread.sleep(millis);
            exchange.close();
        });
    }

    static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void email(HttpExchange exchange) throws IOException {
        JsonNode request = json.readTree(exchange.getRequestBody());
        String reference = request.get("reference").asText();
        var email = new Email(
                id(reference),
                reference,
                request.get("email_address").asText(),
                request.get("template_id").asText(),
                request.get("personalisation"));
        Mishap mishap = mishaps.poll();
        if (mishap == null) {
            taken.add(email);
            answer(
                    exchange,
                    201,
                    Map.of(
                            "id",
                            email.id(),
                            "reference",
                            reference,
                            "content",
                            Map.of("subject", "s", "body", "b", "from_email", "a@example.org"),
                            "uri",
                            "u",
                            "template",
                            Map.of("id", email.templateId(), "version", 1, "uri", "u")));
            return;
        }
        try {
            mishap.answer(exchange, () -> taken.add(email));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What became of an email; delivered unless something else is said. */
    void became(String id, String status) {
        statuses.put(id, status);
    }

    private void ask(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replaceFirst("^/v2/notifications/?", "");
        if (id.isEmpty()) list(exchange);
        else
            answer(
                    exchange,
                    200,
                    taken.stream()
                            .filter(email -> email.id().equals(id))
                            .map(this::notification)
                            .findFirst()
                            .orElseThrow());
    }

    private void list(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        List<Map<String, Object>> found = taken.stream()
                .filter(email -> query.contains("reference=" + email.reference()))
                .map(this::notification)
                .toList();
        try {
            answer(exchange, 200, Map.of("notifications", found, "links", Map.of("current", "here")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> notification(Email email) {
        return Map.of(
                "id",
                email.id(),
                "reference",
                email.reference(),
                "email_address",
                email.to(),
                "type",
                "email",
                "status",
                statuses.getOrDefault(email.id(), "delivered"),
                "body",
                "b",
                "subject",
                "s",
                "created_at",
                "2026-11-22T10:00:00.000000Z",
                "template",
                Map.of("id", email.templateId(), "version", 1, "uri", "u"));
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
