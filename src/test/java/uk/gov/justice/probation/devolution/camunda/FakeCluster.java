package uk.gov.justice.probation.devolution.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in on this machine for the part of a cluster that says who completed a task: its version, its user tasks and,
 * from 8.9 on, its audit log. It refuses requests that do not sign in.
 */
final class FakeCluster implements AutoCloseable {
    static final long INSTANCE = 2251799813685300L;
    static final long ELEMENT = 2251799813685310L;
    private static final String PASSWORD = "secret of this test";
    private static final String SIGNED_IN = "Basic "
            + Base64.getEncoder().encodeToString(("psc-devolution:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final List<Map<String, Object>> tasks = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> noted = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> incidents = new CopyOnWriteArrayList<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private volatile List<String> brokers;

    FakeCluster(String... brokers) throws IOException {
        runs(brokers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/topology", exchange -> answer(exchange, topology()));
        server.createContext("/v2/user-tasks/search", exchange -> answer(exchange, page(tasks)));
        server.createContext("/v2/incidents/search", exchange -> {
            asked.add(json.readTree(exchange.getRequestBody()));
            answer(exchange, page(incidents));
        });
        server.createContext("/v2/audit-logs/search", exchange -> {
            asked.add(json.readTree(exchange.getRequestBody()));
            answer(exchange, page(noted));
        });
        server.start();
    }

    /**
     * From now on the brokers run these versions and the gateway the last of them, as while a cluster is being
     * upgraded.
     */
    void runs(String... brokers) {
        this.brokers = List.of(brokers);
    }

    CamundaClient client() {
        return client(PASSWORD);
    }

    CamundaClient client(String password) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return CamundaClient.newClientBuilder()
                .restAddress(address)
                .grpcAddress(address)
                .preferRestOverGrpc(true)
                .credentialsProvider(CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                        .username("psc-devolution")
                        .password(password)
                        .build())
                .build();
    }

    /** The task list reports the task as completed, with this assignee. */
    void completed(String assignee, Instant at) {
        Map<String, Object> task = new HashMap<>(Map.of(
                "userTaskKey",
                "2251799813685311",
                "elementId",
                "Task_Decide",
                "state",
                "COMPLETED",
                "processInstanceKey",
                Long.toString(INSTANCE),
                "elementInstanceKey",
                Long.toString(ELEMENT),
                "processDefinitionKey",
                "2251799813685299",
                "completionDate",
                at.toString(),
                "creationDate",
                at.toString(),
                "priority",
                50));
        task.put("assignee", assignee);
        tasks.add(task);
    }

    /**
     * The audit log reports that somebody did something to the task, with fields unknown to us, as a newer version may
     * have.
     */
    void notes(String operation, String result, String actorType, String actorId) {
        Map<String, Object> entry = new HashMap<>(Map.of(
                "auditLogKey",
                "1",
                "entityType",
                "USER_TASK",
                "operationType",
                operation,
                "result",
                result,
                "actorType",
                actorType,
                "elementInstanceKey",
                Long.toString(ELEMENT),
                "ofALaterVersion",
                List.of(1)));
        entry.put("actorId", actorId);
        noted.add(entry);
    }

    /** A process stands on an incident. */
    void stands(String errorType, String message, Instant since) {
        incidents.add(Map.of(
                "incidentKey",
                "4711",
                "processInstanceKey",
                Long.toString(INSTANCE),
                "elementInstanceKey",
                Long.toString(ELEMENT),
                "processDefinitionId",
                "case-termination",
                "processDefinitionKey",
                "2251799813685299",
                "elementId",
                "Task_Collect",
                "errorType",
                errorType,
                "errorMessage",
                message,
                "state",
                "ACTIVE",
                "creationTime",
                since.toString()));
    }

    /** The queries sent to the audit log, and about incidents. */
    List<JsonNode> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> topology() {
        return Map.of(
                "clusterSize",
                brokers.size(),
                "partitionsCount",
                1,
                "replicationFactor",
                1,
                "gatewayVersion",
                brokers.getLast(),
                "brokers",
                brokers.stream()
                        .map(version -> Map.of(
                                "nodeId",
                                0,
                                "host",
                                "broker",
                                "port",
                                26501,
                                "version",
                                version,
                                "partitions",
                                List.of()))
                        .toList());
    }

    private static Map<String, Object> page(List<Map<String, Object>> items) {
        return Map.of("items", items, "page", Map.of("totalItems", items.size()));
    }

    private void answer(HttpExchange exchange, Map<String, Object> body) throws IOException {
        boolean there = !exchange.getRequestURI().getPath().contains("audit-logs")
                || brokers.stream().noneMatch(version -> version.startsWith("8.8"));
        int status =
                !SIGNED_IN.equals(exchange.getRequestHeaders().getFirst("Authorization")) ? 401 : there ? 200 : 404;
        byte[] bytes = json.writeValueAsBytes(status == 200 ? body : Map.of("status", status, "title", "refused"));
        exchange.getResponseHeaders()
                .add("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
