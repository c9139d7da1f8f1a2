package uk.gov.justice.probation.devolution.engine;

import static uk.gov.justice.probation.devolution.engine.RestServer.Reply.json;
import static uk.gov.justice.probation.devolution.engine.RestServer.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.util.VersionUtil;
import java.time.Duration;
import java.util.regex.Matcher;
import uk.gov.justice.probation.devolution.engine.RestServer.Reply;

/** The management routes with which a test moves time and empties the engine. */
final class ManagementApi {

    private final EmbeddedCamunda camunda;

    ManagementApi(EmbeddedCamunda camunda) {
        this.camunda = camunda;
    }

    void addTo(RestServer rest) {
        rest.on("GET", "/actuator/clock", (path, body) -> json(clock()));
        rest.on("POST", "/actuator/clock/add", (path, body) -> {
            camunda.run()
                    .increaseTime(Duration.ofMillis(body.path("offsetMilli").asLong()));
            return json(clock());
        });
        rest.on("DELETE", "/actuator/clock", (path, body) -> {
            camunda.run().resetTime();
            return json(clock());
        });
        rest.on("POST", "/actuator/cluster/purge", (path, body) -> json(node().put("changeId", camunda.purge())));
        rest.on("GET", "/v2/topology", this::topology);
    }

    private ObjectNode clock() {
        return node().put("epochMilli", camunda.run().now().toEpochMilli())
                .put("instant", camunda.run().now().toString());
    }

    private Reply topology(Matcher path, JsonNode body) throws Exception {
        String version = VersionUtil.getVersion();
        ObjectNode topology = node().put("clusterSize", 1)
                .put("partitionsCount", 1)
                .put("replicationFactor", 1)
                .put("gatewayVersion", version)
                .put("lastCompletedChangeId", Long.toString(camunda.purges()));
        topology.putArray("brokers")
                .addObject()
                .put("nodeId", 0)
                .put("host", "127.0.0.1")
                .put("port", camunda.grpcAddress().getPort())
                .put("version", version)
                .putArray("partitions")
                .addObject()
                .put("partitionId", 1)
                .put("role", "leader")
                .put("health", "healthy");
        return json(topology);
    }
}
