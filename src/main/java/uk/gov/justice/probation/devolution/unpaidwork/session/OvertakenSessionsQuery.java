package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions that a process is waiting for although a later session of the order already has its outcome. */
@Component
class OvertakenSessionsQuery {
    private final JdbcClient jdbc;

    OvertakenSessionsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by the first session that overtook it */
    record Overtaken(long sessionId, long by) {}

    /** Those of the sessions that have a process of their own, in the order given. */
    List<Long> withProcess(Collection<Long> sessions) {
        if (sessions.isEmpty()) return List.of();
        Set<Long> onRegister = Set.copyOf(jdbc.sql("SELECT id FROM upw_session WHERE id IN (:ids) AND on_register")
                .param("ids", sessions)
                .query(Long.class)
                .list());
        return sessions.stream().filter(id -> !onRegister.contains(id)).toList();
    }

    List<Overtaken> by(Collection<Long> recorded) {
        List<Overtaken> overtaken = new ArrayList<>();
        // Join order and index are forced: while the optimisers have few statistics of a table that has just grown,
        // they read every session, once for each row of the chunk
        jdbc.sql("""
            SELECT w.id, MIN(r.id) FROM upw_session r
            STRAIGHT_JOIN upw_session w FORCE INDEX (ix_session_order) ON w.order_id = r.order_id AND w.state = 'PLANNED' AND NOT w.on_register AND (w.on_date < r.on_date OR w.on_date = r.on_date AND w.start_time < r.start_time)
            WHERE r.id IN (:ids) GROUP BY w.id
            """).param("ids", recorded).query(row -> {
            overtaken.add(new Overtaken(row.getLong(1), row.getLong(2)));
        });
        return overtaken;
    }
}
