package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;

/**
 * Locks the sessions that are settled together, in the order in which everybody locks (the owner of the case, the
 * order, the session), and writes what they count for, each in one statement. Indexes are forced, because optimisers
 * with few statistics of a table that has just grown read all of it, once for each lot.
 */
@Component
class SettlingBatch {

    /** What a session's outcome means, and the minutes that count. */
    record Settled(RecordedSession session, Meaning meaning, Counted counted) {}

    private record Whose(long sessionId, long orderId, long caseId) {}

    private static final String TO_SETTLE =
            "s.id IN (:ids) AND s.state = 'RECORDED' AND o.state IN ('APPROVAL', 'PROJECT', 'SESSIONS')";

    private final JdbcClient jdbc;
    private final CaseOwners owners;
    private final Clock clock;

    SettlingBatch(JdbcClient jdbc, CaseOwners owners, Clock clock) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * Those of the sessions whose outcome is not settled, whose order is being worked or has left its project, and
     * whose queue no handover has frozen: by order, earliest first.
     */
    List<RecordedSession> lock(Collection<Long> sessionIds) {
        if (sessionIds.isEmpty()) return List.of();
        List<Whose> found = jdbc.sql(
                        "SELECT s.id AS session_id, s.order_id, o.case_id FROM upw_session s FORCE INDEX (PRIMARY) STRAIGHT_JOIN upw_order o ON o.id = s.order_id WHERE "
                                + TO_SETTLE)
                .param("ids", sessionIds)
                .query(Whose.class)
                .list();
        Set<Long> free =
                owners.lockFree(found.stream().map(Whose::caseId).collect(Collectors.toSet()), OrderSteps.SERVICE);
        List<Whose> settled = found.stream()
                .filter(session -> free.contains(session.caseId()))
                .toList();
        if (settled.isEmpty()) return List.of();
        lock(
                "SELECT id FROM upw_order WHERE id IN (:ids) ORDER BY id FOR UPDATE",
                settled.stream().map(Whose::orderId).collect(Collectors.toSet()));
        List<Long> ids = settled.stream().map(Whose::sessionId).toList();
        lock("SELECT id FROM upw_session WHERE id IN (:ids) ORDER BY id FOR UPDATE", ids);
        return jdbc.sql("""
            SELECT s.id, s.order_id, o.case_id, c.region_code, s.on_date, s.start_time, s.end_time, COALESCE(s.worked_from, s.start_time) AS came_at, COALESCE(s.worked_until, s.end_time) AS left_at,
              s.penalty_minutes, s.outcome_code, t.kind = 'EDUCATION' AS education, o.minutes_ordered, o.minutes_credited, o.ete_minutes_credited
            FROM upw_session s FORCE INDEX (PRIMARY) STRAIGHT_JOIN upw_order o ON o.id = s.order_id JOIN caseload_case_view c ON c.id = o.case_id
            JOIN upw_project p ON p.code = s.project_code JOIN upw_project_type t ON t.code = p.type_code
            WHERE """ + " " + TO_SETTLE + " ORDER BY s.order_id, s.on_date, s.start_time, s.id")
                .param("ids", ids)
                .query(RecordedSession.class)
                .list();
    }

    private void lock(String locking, Collection<Long> ids) {
        jdbc.sql(locking).param("ids", ids).query(Long.class).list();
    }

    /** Credits what counts to the orders, and marks the sessions. All are locked. */
    void settle(List<Settled> settled, String by) {
        List<Settled> counting =
                settled.stream().filter(one -> one.counted().minutes() > 0).toList();
        if (!counting.isEmpty()) credit(counting, by);
        Map<Meaning, List<Long>> byMeaning = settled.stream()
                .collect(Collectors.groupingBy(
                        Settled::meaning,
                        Collectors.mapping(one -> one.session().id(), Collectors.toList())));
        byMeaning.forEach(this::mark);
    }

    private void credit(List<Settled> counting, String by) {
        List<Object> values = new ArrayList<>();
        LocalDateTime now = Utc.of(clock.instant());
        counting.forEach(one -> Collections.addAll(
                values,
                one.session().orderId(),
                one.session().id(),
                one.counted().kind().name(),
                one.counted().minutes(),
                by,
                now,
                one.session().subject()));
        jdbc.sql("INSERT INTO upw_credit (order_id, session_id, kind, minutes, made_by, made_at, credit_key) VALUES "
                        + String.join(", ", Collections.nCopies(counting.size(), "(?, ?, ?, ?, ?, ?, ?)")))
                .params(values)
                .update();
        jdbc.sql("""
            UPDATE upw_order o JOIN (
              SELECT order_id, SUM(minutes) AS minutes, SUM(CASE WHEN kind = 'EDUCATION' THEN minutes ELSE 0 END) AS education
              FROM upw_credit WHERE session_id IN (:ids) GROUP BY order_id) c ON c.order_id = o.id
            SET o.minutes_credited = o.minutes_credited + c.minutes, o.ete_minutes_credited = o.ete_minutes_credited + c.education, o.version = o.version + 1
            """)
                .param("ids", counting.stream().map(one -> one.session().id()).toList())
                .update();
    }

    private void mark(Meaning meaning, List<Long> ids) {
        jdbc.sql("""
            UPDATE upw_session s LEFT JOIN upw_credit c ON c.session_id = s.id
            SET s.state = 'SETTLED', s.meaning = :meaning, s.credited_minutes = COALESCE(c.minutes, 0), s.settled_at = :now, s.version = s.version + 1
            WHERE s.id IN (:ids)
            """)
                .param("meaning", meaning.name())
                .param("now", Utc.of(clock.instant()))
                .param("ids", ids)
                .update();
    }
}
