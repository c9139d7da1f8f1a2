package uk.gov.justice.probation.devolution.casesystem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * The events that wait for the case system. Of those of one person, the next one is handed out once the one before has
 * arrived; a person whose event does not arrive stops nobody else's.
 */
@Component
class CaseEventBatch {

    /** How far the events of a handover have come. {@code failing} are those that were tried in vain at least once. */
    record Progress(int delivered, int waiting, int failing) {}

    private final JdbcClient jdbc;

    CaseEventBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void putInLine(long handoverId, Instant now) {
        jdbc.sql("""
            INSERT INTO case_system_event (manifest_case_id, handover_id, crn, next_attempt_at)
            SELECT id, handover_id, crn, :now FROM handover_manifest_case WHERE handover_id = :handover AND result = 'MOVED'
            """).param("handover", handoverId).param("now", Utc.of(now)).update();
    }

    /**
     * Hands out what is due, to nobody else before the lease ends. Who is killed meanwhile has sent some of them: they
     * are sent again, under the same id.
     */
    @Transactional
    public List<CaseEvent> take(int most, Instant now, Duration lease) {
        List<Long> due = jdbc.sql("""
            SELECT e.manifest_case_id FROM case_system_event e
            WHERE e.delivered_at IS NULL AND e.next_attempt_at <= :now
              AND NOT EXISTS (SELECT 1 FROM case_system_event b WHERE b.crn = e.crn AND b.delivered_at IS NULL AND b.manifest_case_id < e.manifest_case_id)
            ORDER BY e.next_attempt_at, e.manifest_case_id LIMIT :most FOR UPDATE SKIP LOCKED
            """)
                .param("now", Utc.of(now))
                .param("most", most)
                .query(Long.class)
                .list();
        if (due.isEmpty()) return List.of();
        jdbc.sql("UPDATE case_system_event SET next_attempt_at = :until WHERE manifest_case_id IN (:due)")
                .param("until", Utc.of(now.plus(lease)))
                .param("due", due)
                .update();
        return jdbc.sql("""
            SELECT m.id, m.handover_id, m.crn, m.event_number, m.service_code, m.from_unit, m.to_unit, m.moved_at, e.attempts
            FROM handover_manifest_case m JOIN case_system_event e ON e.manifest_case_id = m.id WHERE m.id IN (:due) ORDER BY m.id
            """)
                .param("due", due)
                .query((row, n) -> new CaseEvent(
                        row.getLong("id"),
                        row.getLong("handover_id"),
                        row.getString("crn"),
                        row.getInt("event_number"),
                        row.getString("service_code"),
                        row.getString("from_unit"),
                        row.getString("to_unit"),
                        row.getObject("moved_at", LocalDateTime.class),
                        row.getInt("attempts")))
                .list();
    }

    @Transactional
    public void delivered(long id, Instant at) {
        jdbc.sql(
                        "UPDATE case_system_event SET delivered_at = :at, failure = NULL WHERE manifest_case_id = :id AND delivered_at IS NULL")
                .param("at", Utc.of(at))
                .param("id", id)
                .update();
    }

    @Transactional
    public void failed(long id, String why, Instant again) {
        jdbc.sql(
                        "UPDATE case_system_event SET attempts = attempts + 1, failure = :why, next_attempt_at = :again WHERE manifest_case_id = :id AND delivered_at IS NULL")
                .param("why", why)
                .param("again", Utc.of(again))
                .param("id", id)
                .update();
    }

    Progress progress(long handoverId) {
        return jdbc.sql("""
            SELECT COUNT(delivered_at), COUNT(*) - COUNT(delivered_at), COUNT(CASE WHEN delivered_at IS NULL AND failure IS NOT NULL THEN 1 END)
            FROM case_system_event WHERE handover_id = ?
            """)
                .param(handoverId)
                .query((row, n) -> new Progress(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** What the case system answered last to one of the events that did not arrive. */
    Optional<String> failure(long handoverId) {
        return jdbc.sql("""
            SELECT failure FROM case_system_event WHERE handover_id = ? AND delivered_at IS NULL AND failure IS NOT NULL ORDER BY attempts DESC, manifest_case_id LIMIT 1
            """).param(handoverId).query(String.class).optional();
    }
}
