package uk.gov.justice.probation.devolution.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The projected entities, by table and key, with an index by process instance. */
final class Entities {

    private final Map<String, Map<String, ObjectNode>> tables = new HashMap<>();
    private final Map<String, Map<String, List<ObjectNode>>> byInstance = new HashMap<>();

    /** The entity with this key, created if it is new. */
    ObjectNode row(String table, Object key, long processInstance) {
        return table(table).computeIfAbsent(String.valueOf(key), absent -> {
            ObjectNode row = RestServer.node();
            if (processInstance > 0) {
                byInstance
                        .computeIfAbsent(table, unseen -> new HashMap<>())
                        .computeIfAbsent(Long.toString(processInstance), unseen -> new ArrayList<>())
                        .add(row);
            }
            return row;
        });
    }

    ObjectNode get(String table, Object key) {
        return table(table).get(String.valueOf(key));
    }

    Collection<ObjectNode> all(String table) {
        return table(table).values();
    }

    Collection<ObjectNode> ofInstance(String table, String processInstance) {
        return byInstance.getOrDefault(table, Map.of()).getOrDefault(processInstance, List.of());
    }

    private Map<String, ObjectNode> table(String name) {
        return tables.computeIfAbsent(name, unseen -> new LinkedHashMap<>());
    }

    /** Keys are strings in the API, and absent if the engine has none. */
    static String key(long key) {
        return key > 0 ? Long.toString(key) : null;
    }

    static String text(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** FEEL may append a zone, as in {@code 2026-01-01T00:00Z[Europe/London]}; the API does not. */
    static String date(String date) {
        return text(date == null ? null : date.replaceAll("\\[.*]$", ""));
    }
}
