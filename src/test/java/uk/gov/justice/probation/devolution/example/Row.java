package uk.gov.justice.probation.devolution.example;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * A row that a test sets up: a new one, with usual values except for those that the test gives, or rows that are there
 * already, to be changed. Nothing is written until it is saved.
 */
public abstract class Row<R extends Row<R>> {
    private final JdbcClient jdbc;
    private final String table;
    private final boolean isNew;
    private final String which;
    private final List<?> whichValues;
    private final Map<String, Value> values = new LinkedHashMap<>();

    private record Value(String sql, List<Object> parameters) {}

    private Row(JdbcClient jdbc, String table, boolean isNew, String which, List<?> whichValues) {
        this.jdbc = jdbc;
        this.table = table;
        this.isNew = isNew;
        this.which = which;
        this.whichValues = whichValues;
    }

    /** A new row. */
    Row(JdbcClient jdbc, String table) {
        this(jdbc, table, true, "", List.of());
    }

    /** The existing rows that match the condition. */
    Row(JdbcClient jdbc, String table, String which, List<?> values) {
        this(jdbc, table, false, which, values);
    }

    /** @return the id of a new row if the database generates it, otherwise 0 */
    public long save() {
        if (isNew) return insert();
        change();
        return 0;
    }

    public void delete() {
        jdbc.sql("DELETE FROM %s WHERE %s".formatted(table, which))
                .params(new ArrayList<>(whichValues))
                .update();
    }

    final R with(String column, Object value) {
        Object kept = value instanceof Instant at ? Utc.of(at) : value instanceof Enum<?> code ? code.name() : value;
        List<Object> parameters = new ArrayList<>();
        parameters.add(kept);
        return put(column, new Value("?", parameters));
    }

    final R withSql(String column, String sql, Object... parameters) {
        return put(column, new Value(sql, List.of(parameters)));
    }

    @SuppressWarnings("unchecked")
    private R put(String column, Value value) {
        values.put(column, value);
        return (R) this;
    }

    private long insert() {
        var columns = String.join(", ", values.keySet());
        var taken = values.values().stream().map(Value::sql).collect(Collectors.joining(", "));
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, taken))
                .params(parameters())
                .update(key);
        return key.getKey() == null ? 0 : key.getKey().longValue();
    }

    private void change() {
        var assignments = values.entrySet().stream()
                .map(one -> one.getKey() + " = " + one.getValue().sql())
                .collect(Collectors.joining(", "));
        List<Object> all = parameters();
        all.addAll(whichValues);
        int found = jdbc.sql("UPDATE %s SET %s WHERE %s".formatted(table, assignments, which))
                .params(all)
                .update();
        if (found == 0)
            throw new IllegalStateException("There is no %s where %s %s".formatted(table, which, whichValues));
    }

    private List<Object> parameters() {
        List<Object> all = new ArrayList<>();
        values.values().forEach(value -> all.addAll(value.parameters()));
        return all;
    }
}
