package uk.gov.justice.probation.devolution.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Hours;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.NameInFull;

/**
 * The state of a consultation: what it is about, what the unions said, how far the one-to-ones have come, and who has
 * to act.
 */
@Service
@Transactional(readOnly = true)
public class ConsultationOverview {
    private static final String PERSON = """
      SELECT m.id, %s, %s, a.name, s.absence_until, m.extended_to, m.one_to_one_state, m.one_to_one_due, m.met_on, m.left_at IS NOT NULL, m.consultation_id
      FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number
        LEFT JOIN workforce_staff_view l ON l.staff_number = s.line_manager_staff_number LEFT JOIN absence_kind a ON a.code = s.absence
      """.formatted(NameInFull.sql("s"), NameInFull.sql("l"));

    /** What HR and the director have written; each part is null until then. */
    public record Proposals(
            Integer affectedPosts,
            Integer proposedRedundancies,
            String businessCase,
            String proposals,
            String duty,
            boolean hr1Required,
            LocalDate hr1SentOn,
            LocalDate unionClosesOn,
            String response) {}

    /** What a union said, or why its silence was accepted; null if neither. */
    public record UnionStanding(
            String name,
            String slug,
            String feedback,
            LocalDateTime recordedAt,
            String absenceReason,
            LocalDateTime absenceApprovedAt) {
        public boolean isMissing() {
            return feedback == null && absenceApprovedAt == null;
        }

        /** HR and the director of the region read what every union said, a union what it said itself. */
        public boolean isReadBy(Colleague colleague, String regionCode) {
            return colleague.holds(Role.HR, regionCode)
                    || colleague.holds(Role.RPD, regionCode)
                    || colleague.isIn(TaskGroup.of(Role.TU, slug));
        }

        public String label() {
            return feedback != null
                    ? "Feedback is in"
                    : absenceApprovedAt != null ? "Approved without feedback" : "Awaited";
        }
    }

    /** Null until they are scheduled. */
    public record Events(
            LocalDate on,
            String place,
            LocalDate again,
            LocalDate questionsCloseOn,
            LocalDateTime answersPublishedAt,
            Hours hours) {}

    /** {@code waiting} one-to-ones have been neither held nor declined; {@code overdue} of them are late. */
    public record People(int active, int met, int declined, int waiting, int overdue, int extended, int left) {}

    /** That it was cancelled, by whom, when and why. */
    public record Cancelled(String by, LocalDateTime at, String because) {}

    /** Something that somebody has to do. {@code due} may be null. */
    public record Waiting(String who, String what, LocalDate due) {}

    /** The state of one person's steps, for HR and the line manager. Unknown parts are null. */
    public record Person(
            long memberId,
            String name,
            String lineManager,
            String absence,
            LocalDate absenceUntil,
            LocalDate extendedTo,
            String oneToOneState,
            LocalDate oneToOneDue,
            LocalDate metOn,
            boolean left) {

        /** Whether the person is away beyond the dates that apply to them. */
        public boolean needsOtherDates() {
            return absence != null
                    && !left
                    && (absenceUntil == null
                            ? extendedTo == null
                            : extendedTo == null || extendedTo.isBefore(absenceUntil));
        }

        public String oneToOneLabel() {
            return switch (oneToOneState) {
                case "HELD" -> "Held";
                case "DECLINED" -> "Declined";
                default -> oneToOneDue == null ? "Not begun" : "Awaited";
            };
        }
    }

    private final Consultations consultations;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;

    ConsultationOverview(Consultations consultations, Deadlines deadlines, JdbcClient jdbc) {
        this.consultations = consultations;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
    }

    public Proposals proposals(long consultationId) {
        return jdbc.sql("""
            SELECT affected_posts, proposed_redundancies, business_case, proposals, duty, hr1_required, hr1_sent_on, union_closes_on, response FROM consultation WHERE id = ?
            """)
                .param(consultationId)
                .query((row, n) -> new Proposals(
                        row.getObject(1, Integer.class),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class),
                        row.getString(9)))
                .single();
    }

    /** Empty unless it was cancelled. */
    public Optional<Cancelled> cancelled(long consultationId) {
        return jdbc.sql(
                        "SELECT cancelled_by, closed_at, cancelled_because FROM consultation WHERE id = ? AND state = 'CANCELLED'")
                .param(consultationId)
                .query((row, n) ->
                        new Cancelled(row.getString(1), row.getObject(2, LocalDateTime.class), row.getString(3)))
                .optional();
    }

    public List<UnionStanding> unions(long consultationId) {
        return jdbc.sql("""
            SELECT u.name, u.slug, c.feedback, c.recorded_at, c.absence_reason, c.absence_approved_at FROM consultation_union c JOIN trade_union u ON u.code = c.union_code
            WHERE c.consultation_id = ? ORDER BY u.name
            """)
                .param(consultationId)
                .query((row, n) -> new UnionStanding(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDateTime.class),
                        row.getString(5),
                        row.getObject(6, LocalDateTime.class)))
                .list();
    }

    /** Null until they are scheduled. */
    public Events events(long consultationId) {
        return events(List.of(consultationId)).get(consultationId);
    }

    /** By consultation id. Consultations whose events are not scheduled are left out. */
    public Map<Long, Events> events(Collection<Long> consultationIds) {
        Map<Long, Events> scheduled = new HashMap<>();
        if (consultationIds.isEmpty()) return scheduled;
        jdbc.sql(
                        "SELECT id, event_on, event_place, event_again_on, questions_close_on, answers_published_at, event_from, event_until FROM consultation WHERE id IN (:ids) AND event_on IS NOT NULL")
                .param("ids", consultationIds)
                .query(row -> {
                    scheduled.put(
                            row.getLong("id"),
                            new Events(
                                    row.getObject("event_on", LocalDate.class),
                                    row.getString("event_place"),
                                    row.getObject("event_again_on", LocalDate.class),
                                    row.getObject("questions_close_on", LocalDate.class),
                                    row.getObject("answers_published_at", LocalDateTime.class),
                                    Hours.of(
                                            row.getObject("event_from", LocalTime.class),
                                            row.getObject("event_until", LocalTime.class))));
                });
        return scheduled;
    }

    public People people(long consultationId) {
        return jdbc.sql("""
            SELECT COALESCE(SUM(left_at IS NULL), 0), COALESCE(SUM(left_at IS NULL AND one_to_one_state = 'HELD'), 0),
              COALESCE(SUM(left_at IS NULL AND one_to_one_state = 'DECLINED'), 0), COALESCE(SUM(left_at IS NULL AND one_to_one_state = 'WAITING'), 0),
              COALESCE(SUM(left_at IS NULL AND one_to_one_state = 'WAITING' AND one_to_one_due < :today), 0), COALESCE(SUM(left_at IS NULL AND extended_to IS NOT NULL), 0),
              COALESCE(SUM(left_at IS NOT NULL), 0)
            FROM cohort_member WHERE consultation_id = :id
            """)
                .param("today", deadlines.today())
                .param("id", consultationId)
                .query((row, n) -> new People(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7)))
                .single();
    }

    /**
     * How many people take part in each consultation now, by consultation id. Consultations without any are left out.
     */
    public Map<Long, Integer> activePeople() {
        Map<Long, Integer> people = new HashMap<>();
        jdbc.sql("SELECT consultation_id, COUNT(*) FROM cohort_member WHERE active_mark = 1 GROUP BY consultation_id")
                .query(row -> {
                    people.put(row.getLong(1), row.getInt(2));
                });
        return people;
    }

    /** Who has to act now. After the one-to-ones the pages of location preferencing say more. */
    public List<Waiting> waiting(long consultationId) {
        Facts consultation = consultations.get(consultationId);
        String region = consultation.regionName();
        Proposals proposals = proposals(consultationId);
        return switch (consultation.state()) {
            case LAUNCHED ->
                List.of(new Waiting(
                        "HR, " + region,
                        proposals.affectedPosts() == null ? "Set out the scope" : "Send form HR1 if it is needed",
                        null));
            case UNION ->
                unions(consultationId).stream()
                        .filter(UnionStanding::isMissing)
                        .map(union -> new Waiting(union.name(), "Give the union's feedback", proposals.unionClosesOn()))
                        .toList();
            case RESPONSE ->
                List.of(new Waiting("Regional Probation Director, " + region, "Respond to the unions", null));
            case INDIVIDUAL -> individual(consultation);
            case PREFERENCES ->
                List.of(new Waiting(
                        "Everybody who takes part",
                        "Rank the places",
                        deadlines.day(consultation.preferencesCloseAt())));
            case PANEL -> List.of(new Waiting("Preference panel, " + region, "Confirm who goes where", null));
            case DECISION -> List.of(new Waiting("Regional Probation Director, " + region, "Decide the outcome", null));
            case OUTCOME ->
                List.of(
                        new Waiting("Appeal managers and panels, " + region, "Decide the appeals", null),
                        new Waiting("Line managers", "Plan the start in the new place", null));
            case CLOSED, REFUSED, CANCELLED -> List.of();
        };
    }

    private List<Waiting> individual(Facts consultation) {
        List<Waiting> waiting = new ArrayList<>();
        Events events = events(consultation.id());
        if (events == null) waiting.add(new Waiting("HR, " + consultation.regionName(), "Schedule the events", null));
        else if (events.answersPublishedAt() == null) {
            LocalDate last = events.questionsCloseOn() == null ? events.on() : events.questionsCloseOn();
            boolean over = last.isBefore(deadlines.today());
            waiting.add(
                    over
                            ? new Waiting("HR, " + consultation.regionName(), "Answer the questions", null)
                            : new Waiting("Everybody who takes part", "Ask questions", last));
        }
        waiting.addAll(jdbc.sql("""
            SELECT COALESCE(%s, 'HR, no line manager is known'), COUNT(*), MIN(m.one_to_one_due)
            FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number LEFT JOIN workforce_staff_view l ON l.staff_number = s.line_manager_staff_number
            WHERE m.consultation_id = ? AND m.active_mark = 1 AND m.one_to_one_state = 'WAITING'
            GROUP BY l.staff_number, l.display_name ORDER BY 3, 1
            """.formatted(NameInFull.sql("l")))
                .param(consultation.id())
                .query((row, n) -> new Waiting(
                        row.getString(1),
                        row.getInt(2) == 1 ? "Hold 1 one-to-one" : "Hold %d one-to-ones".formatted(row.getInt(2)),
                        row.getObject(3, LocalDate.class)))
                .list());
        return waiting;
    }

    public Person person(long memberId) {
        return jdbc.sql(PERSON + "WHERE m.id = ?")
                .param(memberId)
                .query((row, n) -> person(row))
                .single();
    }

    /** By member id. */
    public Map<Long, Person> persons(Collection<Long> memberIds) {
        if (memberIds.isEmpty()) return Map.of();
        return jdbc.sql(PERSON + "WHERE m.id IN (:ids)").param("ids", memberIds).query((row, n) -> person(row)).stream()
                .collect(Collectors.toMap(Person::memberId, Function.identity()));
    }

    /** Whoever takes part in a running consultation and is managed by the colleague, by member id. */
    public List<Long> managedBy(String staffNumber) {
        return jdbc.sql("""
            SELECT m.id FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number JOIN consultation c ON c.id = m.consultation_id
            WHERE m.active_mark = 1 AND s.line_manager_staff_number = ? AND c.state NOT IN ('CLOSED', 'REFUSED', 'CANCELLED') ORDER BY m.id
            """).param(staffNumber).query(Long.class).list();
    }

    /** The running consultations in which people managed by the colleague take part, newest first. */
    public List<Facts> withPeopleOf(String staffNumber) {
        List<Long> ids = jdbc.sql("""
            SELECT DISTINCT m.consultation_id FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number
            WHERE m.active_mark = 1 AND s.line_manager_staff_number = ?
            """).param(staffNumber).query(Long.class).list();
        return consultations.all(ids).stream()
                .filter(consultation -> !consultation.state().ended())
                .toList();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                row.getBoolean(10));
    }
}
