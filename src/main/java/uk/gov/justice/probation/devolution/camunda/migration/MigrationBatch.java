package uk.gov.justice.probation.devolution.camunda.migration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instances that a migration is about. */
@Component
class MigrationBatch {
    private static final int LONGEST_REASON = 500;
    private static final int AT_ONCE = 500;

    enum State {
        WAITS,
        MOVED,
        STAYS,
        ENDED
    }

    /** @param reason why it stays; null otherwise */
    record Instance(long key, State state, String reason) {}

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    MigrationBatch(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    void begin(long migration, List<Instance> instances) {
        jdbc.batchUpdate(
                "INSERT INTO process_migration_instance (migration_id, process_instance_key, state, reason) VALUES (?, ?, ?, ?)",
                instances,
                AT_ONCE,
                (row, instance) -> {
                    row.setLong(1, migration);
                    row.setLong(2, instance.key());
                    row.setString(3, instance.state().name());
                    row.setString(4, cut(instance.reason()));
                });
    }

    void record(long migration, List<Instance> instances) {
        jdbc.batchUpdate(
                "UPDATE process_migration_instance SET state = ?, reason = ? WHERE migration_id = ? AND process_instance_key = ?",
                instances,
                AT_ONCE,
                (row, instance) -> {
                    row.setString(1, instance.state().name());
                    row.setString(2, cut(instance.reason()));
                    row.setLong(3, migration);
                    row.setLong(4, instance.key());
                });
    }

    List<Long> waiting(long migration, int atMost) {
        return sql.sql("""
            SELECT process_instance_key FROM process_migration_instance
            WHERE migration_id = ? AND state = 'WAITS' ORDER BY process_instance_key LIMIT ?
            """).params(migration, atMost).query(Long.class).list();
    }

    Set<Long> moved(long migration) {
        return new TreeSet<>(sql.sql("""
            SELECT process_instance_key FROM process_migration_instance
            WHERE migration_id = ? AND state = 'MOVED'
            """).param(migration).query(Long.class).list());
    }

    List<Instance> staying(long migration) {
        return sql.sql("""
            SELECT process_instance_key, reason FROM process_migration_instance
            WHERE migration_id = ? AND state = 'STAYS' ORDER BY process_instance_key
            """)
                .param(migration)
                .query((row, number) -> new Instance(row.getLong(1), State.STAYS, row.getString(2)))
                .list();
    }

    Map<State, Integer> counts(long migration) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) counts.put(state, 0);
        sql.sql("SELECT state, COUNT(*) FROM process_migration_instance WHERE migration_id = ? GROUP BY state")
                .param(migration)
                .query(row -> {
                    counts.put(State.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    private static String cut(String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
