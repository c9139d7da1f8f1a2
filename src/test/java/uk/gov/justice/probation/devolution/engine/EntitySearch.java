package uk.gov.justice.probation.devolution.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Answers every search of the API: filters, sorts and pages the entities of a table. */
final class EntitySearch {

    private static final int DEFAULT_LIMIT = 100;
    /** A process instance is also found by its elements and incidents. */
    private static final Map<String, String> COLUMNS_OF_ELEMENTS = Map.of(
            "elementId",
            "elementId",
            "elementInstanceState",
            "state",
            "hasElementInstanceIncident",
            "hasIncident",
            "errorMessage",
            "errorMessage");

    private final Entities entities;

    EntitySearch(Entities entities) {
        this.entities = entities;
    }

    ObjectNode search(String table, JsonNode query) {
        JsonNode filter = query.path("filter");
        List<ObjectNode> found = new ArrayList<>(candidates(table, filter).stream()
                .filter(row -> matches(table, row, filter))
                .toList());
        sort(found, query.path("sort"));
        return page(found, query.path("page"));
    }

    private Collection<ObjectNode> candidates(String table, JsonNode filter) {
        JsonNode wanted = filter.path("processInstanceKey");
        JsonNode key = wanted.isObject() ? wanted.path("$eq") : wanted;
        return key.isTextual() ? entities.ofInstance(table, key.asText()) : entities.all(table);
    }

    private boolean matches(String table, ObjectNode row, JsonNode filter) {
        return filter.properties().stream()
                .filter(wish -> !wish.getValue().isNull())
                .allMatch(wish -> matches(table, row, wish.getKey(), wish.getValue()));
    }

    private boolean matches(String table, ObjectNode row, String field, JsonNode wanted) {
        return switch (field) {
            case "$or" ->
                wanted.isEmpty() || wanted.valueStream().anyMatch(alternative -> matches(table, row, alternative));
            case "variables", "processInstanceVariables" ->
                hasVariables(row.path("processInstanceKey").asText(), wanted);
            case "localVariables" -> hasVariables(row.path("elementInstanceKey").asText(), wanted);
            case "candidateGroup" -> hasElement(row.path("candidateGroups"), wanted);
            case "candidateUser" -> hasElement(row.path("candidateUsers"), wanted);
            case "tags" -> wanted.valueStream().allMatch(tag -> hasElement(row.path("tags"), tag));
            case "elementId", "elementInstanceState", "hasElementInstanceIncident", "errorMessage" ->
                table.equals("process-instances")
                        ? hasElementWith(row, field, wanted)
                        : FilterCondition.holds(row.path(field), wanted);
            default -> FilterCondition.holds(row.path(field), wanted);
        };
    }

    private boolean hasElementWith(ObjectNode processInstance, String field, JsonNode wanted) {
        String table = field.equals("errorMessage") ? "incidents" : "element-instances";
        return entities
                .ofInstance(table, processInstance.path("processInstanceKey").asText())
                .stream()
                .anyMatch(element -> FilterCondition.holds(element.path(COLUMNS_OF_ELEMENTS.get(field)), wanted));
    }

    private boolean hasVariables(String scope, JsonNode wanted) {
        return wanted.valueStream()
                .allMatch(wish -> entities.all("variables").stream()
                        .anyMatch(variable -> variable.path("scopeKey").asText().equals(scope)
                                && variable.path("name")
                                        .asText()
                                        .equals(wish.path("name").asText())
                                && FilterCondition.holds(variable.path("value"), wish.path("value"))));
    }

    private static boolean hasElement(JsonNode array, JsonNode wanted) {
        return array.valueStream().anyMatch(element -> FilterCondition.holds(element, wanted));
    }

    private static void sort(List<ObjectNode> rows, JsonNode order) {
        order.valueStream()
                .map(field -> {
                    Comparator<ObjectNode> by = (a, b) -> FilterCondition.compare(
                            a.path(field.path("field").asText()),
                            b.path(field.path("field").asText()));
                    return field.path("order").asText("ASC").equalsIgnoreCase("DESC") ? by.reversed() : by;
                })
                .reduce(Comparator::thenComparing)
                .ifPresent(rows::sort);
    }

    private static ObjectNode page(List<ObjectNode> rows, JsonNode page) {
        String after = page.path("after").textValue();
        int from = after == null ? page.path("from").asInt(0) : Integer.parseInt(after);
        int to = Math.min(rows.size(), from + page.path("limit").asInt(DEFAULT_LIMIT));
        ObjectNode answer = RestServer.node();
        ArrayNode items = answer.putArray("items");
        for (int i = from; i < to; i++) {
            items.add(rows.get(i).deepCopy());
        }
        answer.putObject("page")
                .put("totalItems", rows.size())
                .put("hasMoreTotalItems", false)
                .put("startCursor", to > from ? Integer.toString(from) : null)
                .put("endCursor", to > from ? Integer.toString(to) : null);
        return answer;
    }
}
