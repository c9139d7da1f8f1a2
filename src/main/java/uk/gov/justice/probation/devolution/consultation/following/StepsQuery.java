package uk.gov.justice.probation.devolution.consultation.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.consultation.Consultations;

/** What is known of the steps of a consultation; the audit knows when those were done that keep no date themselves. */
@Component
class StepsQuery {
    private static final String ASKED = "UNION_CONSULTATION_OPENED";
    private static final String RESPONDED = "UNIONS_RESPONDED_TO";
    private static final String DECIDED = "OUTCOME_CONFIRM";

    /** Days are null where there is none yet. */
    record Known(
            LocalDate unionsAsked,
            LocalDate unionsCloseOn,
            int unions,
            int heard,
            LocalDate unionsHeard,
            LocalDate responded,
            LocalDate eventOn,
            LocalDate eventsEndOn,
            LocalDate answersPublished,
            int people,
            int toMeet,
            LocalDate lastOneToOneDue,
            LocalDate lastMet,
            LocalDate published,
            int ranked,
            LocalDate rankingClosed,
            LocalDate confirmed,
            LocalDate decided) {}

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Deadlines deadlines;

    StepsQuery(JdbcClient jdbc, AuditTrail audit, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.deadlines = deadlines;
    }

    Known of(long consultationId) {
        Map<String, Instant> done =
                audit.firstTimes(Consultations.subject(consultationId), List.of(ASKED, RESPONDED, DECIDED));
        return jdbc.sql("""
            SELECT c.union_closes_on, u.unions, u.heard, u.last_heard, c.event_on, c.events_end_on, c.answers_published_at,
              p.people, p.to_meet, p.last_due, p.last_met, p.ranked, r.published_at, r.closed_at, r.confirmed_at
            FROM consultation c
              JOIN (SELECT COUNT(*) AS unions, COUNT(COALESCE(recorded_at, absence_approved_at)) AS heard, MAX(COALESCE(recorded_at, absence_approved_at)) AS last_heard
                FROM consultation_union WHERE consultation_id = :id) u
              JOIN (SELECT COUNT(*) AS people, COALESCE(SUM(m.one_to_one_state = 'WAITING'), 0) AS to_meet, MAX(m.one_to_one_due) AS last_due, MAX(m.met_on) AS last_met,
                COUNT(a.member_id) AS ranked
                FROM cohort_member m LEFT JOIN (SELECT DISTINCT x.member_id FROM preferencing_answer_view x JOIN cohort_member k ON k.id = x.member_id WHERE k.consultation_id = :id) a
                  ON a.member_id = m.id
                WHERE m.consultation_id = :id AND m.active_mark = 1) p
              LEFT JOIN preferencing_round_view r ON r.consultation_id = c.id
            WHERE c.id = :id
            """)
                .param("id", consultationId)
                .query((row, n) -> known(row, done))
                .single();
    }

    private Known known(ResultSet row, Map<String, Instant> done) throws SQLException {
        int unions = row.getInt("unions");
        int heard = row.getInt("heard");
        return new Known(
                deadlines.day(done.get(ASKED)),
                row.getObject("union_closes_on", LocalDate.class),
                unions,
                heard,
                unions > 0 && heard == unions ? day(row, "last_heard") : null,
                deadlines.day(done.get(RESPONDED)),
                row.getObject("event_on", LocalDate.class),
                row.getObject("events_end_on", LocalDate.class),
                day(row, "answers_published_at"),
                row.getInt("people"),
                row.getInt("to_meet"),
                row.getObject("last_due", LocalDate.class),
                row.getObject("last_met", LocalDate.class),
                day(row, "published_at"),
                row.getInt("ranked"),
                day(row, "closed_at"),
                day(row, "confirmed_at"),
                deadlines.day(done.get(DECIDED)));
    }

    private LocalDate day(ResultSet row, String column) throws SQLException {
        return deadlines.day(Utc.instant(row, column));
    }
}
