package uk.gov.justice.probation.devolution.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small JSON server on loopback: routes by method and path pattern, problems as {@code application/problem+json}. */
final class RestServer {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Logger log = LoggerFactory.getLogger(RestServer.class);

    static {
        // else every answer on a kept-alive connection waits 40 ms for Nagle's algorithm and the delayed
        // acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Route> routes = new ArrayList<>();

    RestServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::serve);
        http.start();
    }

    void on(String method, String path, Handler handler) {
        routes.add(new Route(method, Pattern.compile(path), handler));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    static ObjectNode node() {
        return JSON.createObjectNode();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        Reply reply;
        try {
            reply = answer(exchange.getRequestMethod(), path, body.length == 0 ? node() : JSON.readTree(body));
        } catch (Problem problem) {
            reply = problem.reply(path);
        } catch (Exception failure) {
            log.error("{} {} failed", exchange.getRequestMethod(), path, failure);
            reply = new Problem(500, String.valueOf(failure.getMessage())).reply(path);
        }
        send(exchange, reply);
    }

    private Reply answer(String method, String path, JsonNode body) throws Exception {
        for (Route route : routes) {
            Matcher matcher = route.path.matcher(path);
            if (route.method.equals(method) && matcher.matches()) {
                return route.handler.handle(matcher, body);
            }
        }
        log.error("The embedded engine does not know {} {}", method, path);
        throw new Problem(501, "not in the embedded engine: " + method + " " + path);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            if (reply.body.length == 0) {
                exchange.sendResponseHeaders(reply.status, -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", reply.contentType);
                exchange.sendResponseHeaders(reply.status, reply.body.length);
                exchange.getResponseBody().write(reply.body);
            }
        }
    }

    interface Handler {
        Reply handle(Matcher path, JsonNode body) throws Exception;
    }

    private record Route(String method, Pattern path, Handler handler) {}

    record Reply(int status, String contentType, byte[] body) {

        static Reply json(JsonNode node) throws IOException {
            return new Reply(200, "application/json", JSON.writeValueAsBytes(node));
        }

        static Reply noContent() {
            return new Reply(204, null, new byte[0]);
        }
    }

    static final class Problem extends RuntimeException {

        private final int status;

        Problem(int status, String detail) {
            super(detail);
            this.status = status;
        }

        private Reply reply(String path) throws IOException {
            ObjectNode problem = node().put("type", "about:blank")
                    .put("title", "Error")
                    .put("status", status)
                    .put("detail", getMessage())
                    .put("instance", path);
            return new Reply(status, "application/problem+json", JSON.writeValueAsBytes(problem));
        }
    }
}
