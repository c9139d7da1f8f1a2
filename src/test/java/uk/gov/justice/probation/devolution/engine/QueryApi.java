package uk.gov.justice.probation.devolution.engine;

import static uk.gov.justice.probation.devolution.engine.RestServer.Reply.json;
import static uk.gov.justice.probation.devolution.engine.RestServer.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import uk.gov.justice.probation.devolution.engine.RestServer.Problem;
import uk.gov.justice.probation.devolution.engine.RestServer.Reply;

/** The routes that read: searches and single entities, answered from the current state of the engine's log. */
final class QueryApi {

    private static final String SEARCHABLE =
            "process-instances|element-instances|variables|user-tasks|incidents|process-definitions"
                    + "|message-subscriptions|correlated-message-subscriptions|decision-instances|jobs";
    private static final String GETTABLE =
            "process-instances|element-instances|variables|user-tasks|incidents|process-definitions|decision-instances";
    private static final int EVERYTHING = 10_000;

    private final EmbeddedCamunda camunda;

    QueryApi(EmbeddedCamunda camunda) {
        this.camunda = camunda;
    }

    void addTo(RestServer rest) {
        rest.on("POST", "/v2/(" + SEARCHABLE + ")/search", (path, query) -> json(search(path.group(1), query)));
        rest.on(
                "POST",
                "/v2/process-instances/(\\d+)/incidents/search",
                (path, query) -> json(search("incidents", scoped(query, path.group(1)))));
        rest.on(
                "GET",
                "/v2/process-instances/(\\d+)/sequence-flows",
                (path, query) -> json(search(
                        "sequence-flows", scoped(node().set("page", node().put("limit", EVERYTHING)), path.group(1)))));
        rest.on("GET", "/v2/process-definitions/(\\d+)/xml", this::xml);
        rest.on("POST", "/v2/user-tasks/(\\d+)/variables/search", this::taskVariables);
        rest.on("GET", "/v2/user-tasks/(\\d+)/form", this::form);
        rest.on("GET", "/v2/(" + GETTABLE + ")/([\\d-]+)", (path, query) -> json(found(path.group(1), path.group(2))));
    }

    private ObjectNode search(String table, JsonNode query) {
        return camunda.run().view().search(table, query);
    }

    private Reply xml(Matcher path, JsonNode query) {
        byte[] xml = camunda.run().view().xml(Long.parseLong(path.group(1)));
        if (xml == null) {
            throw new Problem(404, "no process definition " + path.group(1));
        }
        return new Reply(200, "text/xml", xml);
    }

    private Reply taskVariables(Matcher path, JsonNode query) throws Exception {
        ObjectNode task = found("user-tasks", path.group(1));
        ObjectNode scoped = scoped(query, task.path("processInstanceKey").asText());
        ArrayNode scopes =
                ((ObjectNode) scoped.path("filter")).putObject("scopeKey").putArray("$in");
        for (String scope = task.path("elementInstanceKey").textValue(); scope != null; scope = scopeAround(scope)) {
            scopes.add(scope);
        }
        return json(search("variables", scoped));
    }

    private String scopeAround(String elementInstance) {
        ObjectNode element = camunda.run().view().get("element-instances", elementInstance);
        return element == null ? null : element.path("elementInstanceScopeKey").textValue();
    }

    private Reply form(Matcher path, JsonNode query) throws Exception {
        String form = found("user-tasks", path.group(1)).path("formKey").textValue();
        return form == null ? Reply.noContent() : json(found("forms", form));
    }

    private ObjectNode found(String table, String key) {
        ObjectNode entity = camunda.run().view().get(table, key);
        if (entity == null) {
            throw new Problem(404, table + " with key '" + key + "' not found");
        }
        return entity;
    }

    private static ObjectNode scoped(JsonNode query, String processInstance) {
        ObjectNode scoped = query.deepCopy();
        ObjectNode filter = scoped.path("filter") instanceof ObjectNode given ? given : scoped.putObject("filter");
        filter.put("processInstanceKey", processInstance);
        return scoped;
    }
}
