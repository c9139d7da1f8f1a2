package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseKey;
import uk.gov.justice.probation.devolution.caseload.LimitingAccess;
import uk.gov.justice.probation.devolution.confidential.CannotBeOpenedException;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.KnownCodes;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.SubType;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectDays;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectImport;
import uk.gov.justice.probation.devolution.unpaidwork.session.SameHours.Hours;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionRules.Candidate;

/**
 * Imports sessions and their outcomes, from a region's data lead, supervisors or case administrators. An outcome for an
 * order that is running here is recorded and its process informed. An outcome is history, already included in the
 * minutes of its requirement, if its order has not started here or if it belongs to an unknown session before the day
 * of the order's import. The version is the one the session was read at: if somebody else was first, the row is
 * refused, saying who and when, and nothing is counted twice.
 */
@Component
class SessionImport implements StagedImport {
    static final Role[] ROLES = {ProjectImport.ROLE, Role.UPW_SUPERVISOR, Role.CASE_ADMIN};
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9/_-]{1,30}");
    private static final int MINUTES_A_DAY = 1_440;
    private static final String WHO = """
      COALESCE(CONCAT('by ', CASE WHEN c.crn IN (SELECT crn FROM limited_person) THEN 'somebody with access to the case' ELSE t.recorded_by END, ' on ',
        DATE_FORMAT(t.recorded_at, '%Y-%m-%d at %H:%i'), ' (UTC)'), 'when it was planned again')
      """;
    private static final String PLANNED_TWICE = "cannot be planned: the person has another session at these hours%s";
    private static final String CREDITING = "SELECT code FROM upw_outcome WHERE attended AND credit <> 'NONE'";
    private static final String KNOWN = """
      FROM staged_upw_session s JOIN upw_session t ON t.session_reference = s.session_reference JOIN upw_order o ON o.id = t.order_id JOIN caseload_case_view c ON c.id = o.case_id
      """;

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final OutcomeCodes outcomes;
    private final SessionNotes notes;
    private final AnnouncingOutcomes announcing;
    private final SettlingOutcomes settling;
    private final JdbcClient jdbc;
    private final Clock clock;

    SessionImport(
            KnownCodes known,
            Contradictions contradictions,
            OutcomeCodes outcomes,
            SessionNotes notes,
            AnnouncingOutcomes announcing,
            SettlingOutcomes settling,
            JdbcClient jdbc,
            Clock clock) {
        this.known = known;
        this.contradictions = contradictions;
        this.outcomes = outcomes;
        this.notes = notes;
        this.announcing = announcing;
        this.settling = settling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String file() {
        return "upw-sessions";
    }

    @Override
    public String purpose() {
        return "Sessions of unpaid work, planned or with their outcomes. A session that somebody else has changed in the meantime is refused.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLES);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column(
                        "sessionReference",
                        "up to 30 letters, digits, slashes, hyphens and underscores; it names the session",
                        "ZZ/S1"),
                new Column("crn", "of a known requirement of your region", "Z900001"),
                new Column("eventNumber", "of that case", "1"),
                new Column("requirementId", "of that case", "R1"),
                new Column("projectCode", "a project of the file upw-projects", "ZZ-P1"),
                new Column("date", "on one of the days of the project, such as 2021-12-06", "2021-12-06"),
                new Column("startTime", "as planned, or as worked if the outcome credits time", "09:00"),
                new Column(
                        "endTime",
                        "after the start; a time before it is on the next day, and 24:00 is midnight",
                        "16:00"),
                new Column(
                        "outcomeCode", "a code of the outcomes, such as ATTC; needed once the session is over", "ATTC"),
                new Column("penaltyMinutes", "optional: what is taken off, at most the whole session", "0"),
                new Column(
                        "quality",
                        "optional: EXCELLENT, GOOD, SATISFACTORY, UNSATISFACTORY, POOR or NOT_APPLICABLE",
                        "GOOD"),
                new Column("behaviour", "optional: as the quality", "GOOD"),
                new Column("notes", "optional, under 4,000 characters; kept sealed", "Arrived in time"),
                new Column("sensitive", "true if the note is sensitive, otherwise false", "false"),
                new Column("version", "the version the session was read at; any number for one that is new", "1"));
    }

    @Override
    public boolean canBeTakenInPart() {
        return true;
    }

    @Override
    public String table() {
        return "staged_upw_session";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "session_reference VARCHAR(30)",
                "crn CHAR(7)",
                "event_number INT",
                "requirement_id VARCHAR(20)",
                "project_code VARCHAR(20)",
                "on_date DATE",
                "start_time TIME",
                "end_time TIME",
                "outcome_code VARCHAR(4)",
                "penalty_minutes INT",
                "quality VARCHAR(15)",
                "behaviour VARCHAR(15)",
                "notes BLOB",
                "notes_sensitive BOOLEAN",
                "version INT",
                "case_id BIGINT",
                "region_code VARCHAR(8)",
                "order_id BIGINT",
                "order_state VARCHAR(20)",
                "session_id BIGINT",
                "new_state VARCHAR(10)",
                "unchanged BOOLEAN NOT NULL DEFAULT FALSE",
                "recorded_by VARCHAR(100)",
                "starts_at DATETIME",
                "ends_at DATETIME",
                "KEY (session_reference)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        known.regionsOf(importer, ROLES);
        Set<String> codes = known.of("upw_outcome");
        Set<String> projects = known.of("upw_project");
        Set<String> ratings = known.of("upw_rating");
        var keys = new DistinctKeys("sessionReference");
        return row -> {
            String reference = row.required("sessionReference")
                    .matching(REFERENCE, "must be up to 30 letters, digits, slashes, hyphens and underscores");
            keys.add(row, reference);
            CaseKey key = CaseKey.of(row);
            String note = row.optional("notes").prose(SessionRules.NOTES_UNDER - 1);
            Integer penalty = row.optional("penaltyMinutes").integer(0, MINUTES_A_DAY);
            return new Object[] {
                reference,
                key.crn(),
                key.eventNumber(),
                row.required("requirementId").text(20),
                row.required("projectCode").in(projects, "is not a project"),
                row.required("date").date(),
                row.required("startTime").time(),
                row.required("endTime").end(),
                row.optional("outcomeCode").in(codes, "is not an outcome"),
                penalty == null ? Integer.valueOf(0) : penalty,
                row.optional("quality").in(ratings, "is not a rating"),
                row.optional("behaviour").in(ratings, "is not a rating"),
                reference == null ? null : notes.seal(reference, note),
                row.required("sensitive").flag(),
                row.required("version").integer(1, 999_999_999)
            };
        };
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        lookUp(importer);
        report(
                badRows,
                "crn",
                "has no such event: import the file 'cases' first",
                "SELECT line, crn, '' FROM staged_upw_session WHERE case_id IS NULL AND crn IS NOT NULL AND event_number IS NOT NULL",
                Map.of());
        report(
                badRows,
                "crn",
                "belongs to region %s, whose sessions you may not record",
                "SELECT line, crn, region_code FROM staged_upw_session WHERE region_code NOT IN (:own)",
                Map.of("own", known.regionsOf(importer, ROLES)));
        report(
                badRows,
                "crn",
                "is a limited-access case: only people with access to it can record its sessions",
                """
        SELECT s.line, s.crn, '' FROM staged_upw_session s JOIN caseload_case_view c ON c.id = s.case_id
        WHERE NOT %s AND NOT %s""".formatted(CaseAccess.readable("c.crn"), LimitingAccess.isLed("c.region_code")),
                readingOrLeading(importer));
        lookNoFurtherAtWhatIsNotTheirs(importer);
        report(
                badRows,
                "requirementId",
                "is not a requirement of the event: import the file 'upw-requirements' first",
                "SELECT line, requirement_id, '' FROM staged_upw_session WHERE case_id IS NOT NULL AND requirement_id IS NOT NULL AND order_id IS NULL",
                Map.of());
        report(
                badRows,
                "sessionReference",
                "is a session of another order",
                "SELECT s.line, s.session_reference, '' " + KNOWN + "WHERE t.order_id <> s.order_id",
                Map.of());
        report(
                badRows,
                "sessionReference",
                "was cancelled %s",
                "SELECT s.line, s.session_reference, " + WHO + KNOWN
                        + "WHERE t.order_id = s.order_id AND NOT s.unchanged AND t.state = 'CANCELLED'",
                Map.of());
        report(
                badRows,
                "outcomeCode",
                "is recorded already, %s",
                "SELECT s.line, COALESCE(s.outcome_code, ''), " + WHO + KNOWN
                        + "WHERE t.order_id = s.order_id AND NOT s.unchanged AND t.state IN ('RECORDED', 'SETTLED')",
                Map.of());
        report(
                badRows,
                "version",
                "is an old one: the session was changed since it was read, %s",
                "SELECT s.line, s.version, " + WHO + KNOWN
                        + "WHERE t.order_id = s.order_id AND NOT s.unchanged AND t.state IN ('PLANNED', 'HISTORY') AND s.version <> t.version",
                Map.of());
        report(
                badRows,
                "outcomeCode",
                "would count these hours twice: session %s of the same order has been attended",
                """
        SELECT s.line, s.outcome_code, MIN(t.session_reference) FROM staged_upw_session s JOIN upw_outcome mine ON mine.code = s.outcome_code AND mine.attended
        JOIN upw_session t ON t.order_id = s.order_id AND t.on_date BETWEEN s.on_date - INTERVAL 1 DAY AND s.on_date + INTERVAL 1 DAY AND t.session_reference <> s.session_reference JOIN upw_outcome theirs ON theirs.code = t.outcome_code AND theirs.attended
        WHERE NOT s.unchanged AND s.new_state = 'RECORDED' AND t.session_reference LIKE 'UPW-%' AND t.state IN ('RECORDED', 'SETTLED')
          AND t.starts_at < s.ends_at AND t.ends_at > s.starts_at GROUP BY s.line, s.outcome_code""",
                Map.of());
        report(badRows, "date", "cannot be planned: the order has ended", """
        SELECT line, on_date, '' FROM staged_upw_session WHERE NOT unchanged AND NOT faulty AND outcome_code IS NULL AND order_state IN ('COMPLETE', 'COURT', 'STOPPED')""", Map.of());
        report(
                badRows,
                "startTime",
                PLANNED_TWICE,
                """
        SELECT s.line, s.start_time, COALESCE(CONCAT(', ', MIN(CASE WHEN c.region_code IN (:own) THEN t.session_reference END)), '')
        FROM staged_upw_session s JOIN upw_order mine ON mine.id = s.order_id JOIN caseload_case_view c ON c.crn = s.crn
        JOIN upw_order o ON o.case_id = c.id JOIN upw_session t ON t.order_id = o.id AND t.on_date BETWEEN s.on_date - INTERVAL 1 DAY AND s.on_date + INTERVAL 1 DAY AND t.state = 'PLANNED'
        WHERE NOT s.unchanged AND s.outcome_code IS NULL AND s.order_id <> t.order_id AND t.starts_at < s.ends_at AND t.ends_at > s.starts_at
          AND NOT (:concurrent IN (mine.sub_type_code, o.sub_type_code) AND t.project_code = s.project_code)
        GROUP BY s.line, s.start_time""",
                Map.of("own", known.regionsOf(importer, ROLES), "concurrent", SubType.CONCURRENT));
        report(
                badRows,
                "outcomeCode",
                SessionRules.COUNTED_ELSEWHERE,
                """
        SELECT s.line, s.outcome_code, '' FROM staged_upw_session s JOIN upw_outcome ours ON ours.code = s.outcome_code AND ours.attended
        JOIN upw_order mine ON mine.id = s.order_id JOIN caseload_case_view c ON c.crn = s.crn JOIN upw_order o ON o.case_id = c.id AND o.id <> s.order_id
        JOIN upw_session t ON t.order_id = o.id AND t.on_date BETWEEN s.on_date - INTERVAL 1 DAY AND s.on_date + INTERVAL 1 DAY AND t.state IN ('RECORDED', 'SETTLED') JOIN upw_outcome theirs ON theirs.code = t.outcome_code AND theirs.attended
        WHERE NOT s.unchanged AND s.new_state = 'RECORDED' AND t.came_at < s.ends_at AND t.left_at > s.starts_at
          AND NOT (s.outcome_code = :hours AND mine.sub_type_code = :concurrent OR t.outcome_code = :hours AND o.sub_type_code = :concurrent)
        GROUP BY s.line, s.outcome_code""",
                Map.of("hours", OutcomeCode.CONCURRENT_HOURS, "concurrent", SubType.CONCURRENT));
        holdToTheRules(badRows);
    }

    /** These rows are refused; any other reason would tell the importer what is known of a case they may not see. */
    private void lookNoFurtherAtWhatIsNotTheirs(Colleague importer) {
        Map<String, Object> own = readingOrLeading(importer);
        own.put("own", known.regionsOf(importer, ROLES));
        jdbc.sql("""
        DELETE s FROM staged_upw_session s LEFT JOIN caseload_case_view c ON c.id = s.case_id
        WHERE s.region_code NOT IN (:own) OR c.id IS NOT NULL AND NOT %s AND NOT %s
        """.formatted(CaseAccess.readable("c.crn"), LimitingAccess.isLed("c.region_code")))
                .params(own)
                .update();
    }

    /** For an outcome that credits nothing, times and a penalty are meaningless; the planned times are used. */
    private void dropWhatCreditsNothing() {
        jdbc.sql("""
        UPDATE staged_upw_session s JOIN upw_outcome c ON c.code = s.outcome_code LEFT JOIN upw_session t ON t.session_reference = s.session_reference
        SET s.start_time = COALESCE(t.start_time, s.start_time), s.end_time = COALESCE(t.end_time, s.end_time), s.penalty_minutes = 0
        WHERE c.code NOT IN (%s)
        """.formatted(CREDITING)).update();
    }

    /** As {@link TimeWorked#within}. */
    private void noteFromWhenUntilWhen() {
        String secondDay =
                "(s.outcome_code IS NOT NULL AND t.id IS NOT NULL AND t.end_time <= t.start_time AND s.start_time < t.end_time)";
        jdbc.sql("""
        UPDATE staged_upw_session s LEFT JOIN upw_session t ON t.id = s.session_id
        SET s.starts_at = TIMESTAMP(s.on_date, s.start_time) + INTERVAL %1$s DAY,
          s.ends_at = TIMESTAMP(s.on_date, s.end_time) + INTERVAL %1$s + (s.end_time <= s.start_time) DAY
        """.formatted(secondDay)).update();
    }

    /** Locks the orders, then the sessions that the file is about, and records what is known of each. */
    private void lookUp(Colleague importer) {
        String orders = """
        staged_upw_session s JOIN caseload_case_view c ON c.crn = s.crn AND c.event_number = s.event_number
        LEFT JOIN upw_order o ON o.case_id = c.id AND o.requirement_id = s.requirement_id
        """;
        jdbc.sql("SELECT COUNT(o.id) FROM " + orders + " FOR UPDATE")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "SELECT COUNT(t.id) FROM staged_upw_session s JOIN upw_session t ON t.session_reference = s.session_reference FOR UPDATE")
                .query(Long.class)
                .single();
        dropWhatCreditsNothing();
        jdbc.sql("UPDATE " + orders + """
        LEFT JOIN upw_session t ON t.session_reference = s.session_reference
        SET s.case_id = c.id, s.region_code = c.region_code, s.order_id = o.id, s.order_state = o.state, s.session_id = t.id, s.recorded_by = :by,
          s.new_state = CASE WHEN s.outcome_code IS NULL THEN 'PLANNED' WHEN o.state = 'NOT_STARTED' OR t.state = 'HISTORY' OR t.id IS NULL AND s.on_date < o.imported_on
              THEN 'HISTORY' ELSE 'RECORDED' END,
          s.unchanged = COALESCE(t.order_id = o.id AND t.project_code = s.project_code AND t.on_date = s.on_date AND t.outcome_code <=> s.outcome_code
            AND COALESCE(t.worked_from, t.start_time) = s.start_time AND COALESCE(t.worked_until, t.end_time) = s.end_time AND t.penalty_minutes = s.penalty_minutes
            AND t.quality <=> s.quality AND t.behaviour <=> s.behaviour AND t.notes_sensitive = s.notes_sensitive AND (t.notes IS NULL) = (s.notes IS NULL), FALSE)
        """).param("by", importer.userName()).update();
        noteFromWhenUntilWhen();
        lockPeople();
        List<Long> otherNotes =
                jdbc.sql("""
            SELECT s.line, s.session_reference, s.notes, t.notes AS known_notes FROM staged_upw_session s JOIN upw_session t ON t.id = s.session_id
            WHERE s.unchanged AND s.notes IS NOT NULL
            """).query((row, n) -> sameNote(row) ? null : row.getLong("line")).list().stream()
                        .filter(Objects::nonNull)
                        .toList();
        if (!otherNotes.isEmpty())
            jdbc.sql("UPDATE staged_upw_session SET unchanged = FALSE WHERE line IN (:lines)")
                    .param("lines", otherNotes)
                    .update();
    }

    /** As {@link OnePersonBatch} locks whoever has several orders. */
    private void lockPeople() {
        jdbc.sql("""
        INSERT INTO upw_person (crn)
        SELECT DISTINCT s.crn FROM staged_upw_session s STRAIGHT_JOIN caseload_case_view c ON c.crn = s.crn STRAIGHT_JOIN upw_order o ON o.case_id = c.id AND o.id <> s.order_id
        WHERE s.order_id IS NOT NULL ORDER BY s.crn ON DUPLICATE KEY UPDATE crn = upw_person.crn
        """).update();
    }

    /**
     * Whether a row brings the note that is already stored. A note that cannot be opened, because it was stored under
     * another spelling of the key, counts as different.
     */
    private boolean sameNote(ResultSet row) throws SQLException {
        try {
            return note(row, "notes").equals(note(row, "known_notes"));
        } catch (CannotBeOpenedException kept) {
            return false;
        }
    }

    private String note(ResultSet row, String column) throws SQLException {
        return notes.open(row.getString("session_reference"), row.getBytes(column));
    }

    private static Map<String, Object> readingOrLeading(Colleague importer) {
        Map<String, Object> asked = new HashMap<>(LimitingAccess.leading(importer));
        asked.put("reader", importer.userName());
        return asked;
    }

    private void holdToTheRules(BadRows badRows) {
        LocalDateTime now = LocalDateTime.now(clock);
        SameHours planned = new SameHours();
        SameHours attended = new SameHours();
        jdbc.sql("""
            SELECT s.line, s.crn, s.order_id, s.session_reference, s.faulty, s.on_date, s.start_time, s.end_time, s.outcome_code, s.penalty_minutes, s.notes_sensitive, s.project_code, s.new_state,
              o.sub_type_code, o.sentence_date, p.end_date, p.days,
              COALESCE(t.notes_sensitive, FALSE) AS sensitive_before, t.start_time AS planned_start, t.end_time AS planned_end,
              s.outcome_code IS NOT NULL AND COALESCE(t.on_date = s.on_date AND t.project_code = s.project_code, FALSE) AS held_as_planned
            FROM staged_upw_session s JOIN upw_order o ON o.id = s.order_id JOIN upw_project p ON p.code = s.project_code LEFT JOIN upw_session t ON t.id = s.session_id
            WHERE NOT s.unchanged AND s.on_date IS NOT NULL AND s.start_time IS NOT NULL AND s.end_time IS NOT NULL ORDER BY s.line
            """).query(row -> {
            long line = row.getLong("line");
            Candidate session = candidate(row);
            boolean noOutcomeRead = row.getBoolean("faulty") && session.outcome() == null;
            for (BrokenRule broken : SessionRules.brokenBy(session, now)) {
                if (noOutcomeRead && broken.field().equals("outcomeCode")) continue;
                badRows.add(line, broken.field(), value(session, broken.field()), broken.reason());
            }
            if (session.outcome() == null) {
                planned.before(hours(row, session, concurrent(row), row.getString("project_code")))
                        .ifPresent(other -> badRows.add(
                                line, "startTime", session.start().toString(), PLANNED_TWICE.formatted(", " + other)));
            } else if (session.outcome().attended()
                    && row.getString("new_state").equals("RECORDED")) {
                attended.before(hours(
                                row,
                                session,
                                concurrent(row) && session.outcome().concurrentHours(),
                                ""))
                        .ifPresent(other -> badRows.add(
                                line, "outcomeCode", session.outcome().code(), SessionRules.COUNTED_ELSEWHERE));
            }
        });
    }

    private static boolean concurrent(ResultSet row) throws SQLException {
        return SubType.CONCURRENT.equals(row.getString("sub_type_code"));
    }

    private static Hours hours(ResultSet row, Candidate session, boolean sharing, String at) throws SQLException {
        return new Hours(
                row.getString("crn"),
                row.getLong("order_id"),
                row.getString("session_reference"),
                planned(row, session).within(session.start(), session.end()),
                sharing,
                at);
    }

    /** As planned here, if it was: what the file says of a session that has an outcome is when it was worked. */
    private static TimeWorked planned(ResultSet row, Candidate session) throws SQLException {
        LocalTime start = row.getObject("planned_start", LocalTime.class);
        return session.outcome() == null || start == null
                ? new TimeWorked(session.on(), session.start(), session.end())
                : new TimeWorked(session.on(), start, row.getObject("planned_end", LocalTime.class));
    }

    /**
     * Whether a session was held on the day that was planned for it does not depend on its project's days since then.
     */
    private Candidate candidate(ResultSet row) throws SQLException {
        boolean asPlanned = row.getBoolean("held_as_planned");
        return new Candidate(
                row.getObject("on_date", LocalDate.class),
                row.getObject("start_time", LocalTime.class),
                row.getObject("end_time", LocalTime.class),
                row.getObject("sentence_date", LocalDate.class),
                asPlanned ? null : row.getObject("end_date", LocalDate.class),
                asPlanned ? EnumSet.allOf(DayOfWeek.class) : ProjectDays.of(row.getString("days")),
                outcomes.find(row.getString("outcome_code")).orElse(null),
                row.getInt("penalty_minutes"),
                null,
                row.getBoolean("notes_sensitive"),
                row.getBoolean("sensitive_before"));
    }

    private static String value(Candidate session, String field) {
        return switch (field) {
            case "date" -> session.on().toString();
            case "endTime" -> session.end().toString();
            case "penaltyMinutes" -> String.valueOf(session.penaltyMinutes());
            case "sensitive" -> String.valueOf(session.sensitive());
            case "outcomeCode" ->
                session.outcome() == null ? "" : session.outcome().code();
            default -> "";
        };
    }

    private void report(BadRows badRows, String column, String reason, String sql, Map<String, ?> parameters) {
        contradictions.report(badRows, column, reason, sql, parameters);
    }

    @Override
    public Taken take(Colleague importer) {
        LocalDateTime now = Utc.of(clock.instant());
        replacePlanned();
        int changed = jdbc.sql("""
        UPDATE upw_session t JOIN staged_upw_session s ON s.session_id = t.id
        SET t.project_code = s.project_code, t.on_date = s.on_date, t.start_time = CASE WHEN s.outcome_code IS NULL THEN s.start_time ELSE t.start_time END,
          t.end_time = CASE WHEN s.outcome_code IS NULL THEN s.end_time ELSE t.end_time END, t.worked_from = CASE WHEN s.outcome_code IN (%1$s) THEN s.start_time END,
          t.worked_until = CASE WHEN s.outcome_code IN (%1$s) THEN s.end_time END, t.outcome_code = s.outcome_code, t.penalty_minutes = s.penalty_minutes,
          t.quality = s.quality, t.behaviour = s.behaviour, t.notes = s.notes, t.notes_sensitive = s.notes_sensitive, t.state = s.new_state,
          t.recorded_by = s.recorded_by, t.recorded_at = :now, t.version = t.version + 1
        WHERE NOT s.unchanged
        """.formatted(CREDITING)).param("now", now).update();
        int added = jdbc.sql("""
        INSERT INTO upw_session (session_reference, order_id, project_code, on_date, start_time, end_time, worked_from, worked_until, outcome_code, penalty_minutes, quality,
          behaviour, notes, notes_sensitive, state, recorded_by, recorded_at, version, on_register)
        SELECT session_reference, order_id, project_code, on_date, start_time, end_time, CASE WHEN outcome_code IN (%1$s) THEN start_time END,
          CASE WHEN outcome_code IN (%1$s) THEN end_time END, outcome_code, penalty_minutes, quality, behaviour, notes, notes_sensitive, new_state, recorded_by, :now, 1,
          (SELECT k.kind <> 'INDIVIDUAL' FROM upw_project p JOIN upw_project_type k ON k.code = p.type_code WHERE p.code = staged_upw_session.project_code)
        FROM staged_upw_session WHERE session_id IS NULL ORDER BY line
        """.formatted(CREDITING)).param("now", now).update();
        announcing.announceFile(recorded("NOT IN"));
        settling.settleWithoutProcesses(recorded("IN"));
        return new Taken(added, changed);
    }

    private record Planning(long orderId, long id) {}

    /**
     * A session of the file takes the place of one that was planned here for the same order at the same hours, so that
     * nobody works a day twice. The process of the order may be waiting for the first that is replaced.
     */
    private void replacePlanned() {
        List<Planning> replaced = jdbc.sql("""
        SELECT DISTINCT t.order_id, t.id, t.on_date, t.start_time FROM staged_upw_session s STRAIGHT_JOIN upw_session t FORCE INDEX (ix_session_order) ON t.order_id = s.order_id AND t.on_date BETWEEN s.on_date - INTERVAL 1 DAY AND s.on_date + INTERVAL 1 DAY
        WHERE s.new_state IN ('PLANNED', 'RECORDED') AND t.state = 'PLANNED' AND t.session_reference LIKE 'UPW-%' AND t.session_reference <> s.session_reference
          AND t.starts_at < s.ends_at AND t.ends_at > s.starts_at ORDER BY t.order_id, t.on_date, t.start_time, t.id
        """).query(Planning.class).list();
        if (replaced.isEmpty()) return;
        List<Long> ids = replaced.stream().map(Planning::id).toList();
        Set<Long> named = Set.copyOf(jdbc.sql("SELECT session_id FROM staged_upw_session WHERE session_id IN (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .list());
        Map<Long, Long> firsts = new LinkedHashMap<>();
        replaced.stream()
                .filter(planned -> !named.contains(planned.id()))
                .forEach(planned -> firsts.putIfAbsent(planned.orderId(), planned.id()));
        if (firsts.isEmpty()) return;
        jdbc.sql("UPDATE upw_session SET state = 'CANCELLED', version = version + 1 WHERE id IN (:ids)")
                .param("ids", ids.stream().filter(id -> !named.contains(id)).toList())
                .update();
        announcing.announceReplaced(firsts.values());
    }

    /**
     * The sessions whose outcome the file brought, for orders in (or not in) a state in which no process is waiting for
     * it.
     */
    private List<Long> recorded(String ended) {
        return jdbc.sql("""
        SELECT t.id FROM upw_session t JOIN staged_upw_session s ON s.session_reference = t.session_reference
        WHERE NOT s.unchanged AND s.new_state = 'RECORDED' AND s.order_state %s ('COMPLETE', 'COURT', 'STOPPED') ORDER BY t.project_code, t.id
        """.formatted(ended)).query(Long.class).list();
    }
}
