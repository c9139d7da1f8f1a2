package uk.gov.justice.probation.devolution.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.BrokerInfo;
import io.camunda.client.api.response.Topology;
import io.camunda.client.impl.http.HttpCamundaFuture;
import io.camunda.client.impl.http.HttpClient;
import io.camunda.client.impl.http.HttpClientFactory;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The cluster's own record of who did what, available from Camunda 8.9. Our client is version 8.8 and cannot request
 * it, so it is read through the client's HTTP connection, which knows the address, the credentials and the certificate
 * authority.
 */
@Component
@Profile("!local")
class ClusterAuditLog implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    /** @param name empty if the actor is not a user, but a program or unknown */
    record Actor(Optional<String> name) {}

    private final CamundaClient camunda;
    private HttpClient http;
    private volatile boolean kept;

    ClusterAuditLog(CamundaClient camunda) {
        this.camunda = camunda;
    }

    /**
     * Whether the cluster keeps an audit log. Every broker must, because each writes its own. Once it does, it is not
     * asked again.
     */
    boolean isKept() {
        if (!kept) kept = versions(camunda.newTopologyRequest().send().join()).allMatch(ClusterAuditLog::keepsOne);
        return kept;
    }

    /** Who completed the user task of this element instance, once that has been recorded. */
    Optional<Actor> completed(long elementInstanceKey) {
        Map<String, String> completion = Map.of(
                "elementInstanceKey",
                Long.toString(elementInstanceKey),
                "entityType",
                "USER_TASK",
                "operationType",
                "COMPLETE",
                "result",
                "SUCCESS");
        return StreamSupport.stream(search(completion).path("items").spliterator(), false)
                .filter(entry -> completion.entrySet().stream()
                        .allMatch(asked -> asked.getValue()
                                .equals(entry.path(asked.getKey()).asText())))
                .map(ClusterAuditLog::actor)
                .reduce((one, other) -> one.equals(other) ? one : new Actor(Optional.empty()));
    }

    @Override
    public synchronized void close() throws Exception {
        if (http != null) http.close();
    }

    private JsonNode search(Map<String, String> filter) {
        HttpCamundaFuture<JsonNode> found = new HttpCamundaFuture<>();
        HttpClient cluster = http();
        cluster.post(
                "/audit-logs/search",
                camunda.getConfiguration().getJsonMapper().toJson(Map.of("filter", filter)),
                cluster.newRequestConfig().build(),
                JsonNode.class,
                answer -> answer,
                found);
        return found.join();
    }

    private synchronized HttpClient http() {
        if (http == null) {
            http = new HttpClientFactory(camunda.getConfiguration()).createClient();
            http.start();
        }
        return http;
    }

    private static Actor actor(JsonNode entry) {
        return new Actor(Optional.of(entry.path("actorId").asText(""))
                .filter(name -> entry.path("actorType").asText().equals("USER") && !name.isBlank()));
    }

    private static Stream<String> versions(Topology cluster) {
        return Stream.concat(
                Stream.of(cluster.getGatewayVersion()),
                cluster.getBrokers().stream().map(BrokerInfo::getVersion));
    }

    /** An unreadable version does not count as an old one, because then the assignee would be believed. */
    private static boolean keepsOne(String version) {
        Matcher numbers = VERSION.matcher(version == null ? "" : version);
        if (!numbers.lookingAt()) return true;
        int major = Integer.parseInt(numbers.group(1));
        return major > 8 || major == 8 && Integer.parseInt(numbers.group(2)) >= 9;
    }
}
