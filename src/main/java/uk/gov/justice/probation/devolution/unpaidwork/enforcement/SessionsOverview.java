package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions.Listed;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted.When;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionState;

/** The sessions of a colleague's regions and units with their cases and projects. */
@Component
class SessionsOverview {
    private static final String READABLE = CaseAccess.readable("c.crn");
    private static final String IF_READABLE = "CASE WHEN " + READABLE + " THEN %s END";
    private static final String WAITING =
            "(s.state = 'PLANNED' AND (s.on_date < :today OR s.on_date = :today AND s.start_time <= :now))";

    /** All states by name, so that a day is found by the index on state and day. */
    private static final String TAKES_PLACE = "s.state IN (%s)"
            .formatted(Arrays.stream(SessionState.values())
                    .filter(state -> state != SessionState.CANCELLED)
                    .map("'%s'"::formatted)
                    .collect(Collectors.joining(", ")));

    private static final String THEIRS = """
       FROM upw_session s JOIN upw_order o ON o.id = s.order_id JOIN caseload_case_view c ON c.id = o.case_id%s
      WHERE (:project = '' OR s.project_code = :project) AND (:pdu = '' OR s.project_code IN (SELECT code FROM upw_project WHERE pdu_name = :pdu)) AND\s""" + CaseScope.sql("c.region_code", "c.id");

    private static final String COUNTED =
            THEIRS.formatted("") + " AND (s.state = 'PLANNED' AND s.on_date <= :tomorrow OR " + TAKES_PLACE
                    + " AND s.on_date IN (:today, :tomorrow, :day))";
    private static final String LISTED = THEIRS.formatted(" JOIN upw_project p ON p.code = s.project_code");

    /**
     * Whose sessions are listed.
     *
     * @param reader the colleague's user name
     */
    record Whose(CaseScope theirs, String reader) {}

    /** @param unseen those of the wanted ones that are left out */
    record Counts(Map<When, Integer> byWhen, int total, int unseen) {}

    private final JdbcClient jdbc;

    SessionsOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counts count(SessionsWanted wanted, Whose whose, LocalDateTime now) {
        return jdbc.sql("SELECT "
                        + String.join(
                                ", ",
                                counting(wanted.when(When.WAITING), seen(wanted.when(When.WAITING))),
                                counting(wanted.when(When.TODAY), READABLE),
                                counting(wanted.when(When.TOMORROW), READABLE),
                                counting(wanted, seen(wanted)),
                                counting(wanted, "NOT " + READABLE))
                        + COUNTED)
                .params(asked(wanted, whose, now))
                .query((row, n) -> counts(row, wanted))
                .single();
    }

    List<Listed> list(SessionsWanted wanted, Whose whose, LocalDateTime now, int atMost, int from) {
        return jdbc.sql("SELECT c.crn, s.id, s.on_date, s.start_time, s.end_time, s.project_code, p.name, s.state, "
                        + READABLE + " AS readable" + LISTED + " AND " + condition(wanted) + " AND "
                        + seen(wanted)
                        + " ORDER BY readable DESC, " + IF_READABLE.formatted("s.on_date") + ", "
                        + IF_READABLE.formatted("s.start_time") + ", " + IF_READABLE.formatted("p.name")
                        + ", c.crn, s.id LIMIT :atMost OFFSET :from")
                .params(asked(wanted, whose, now))
                .param("atMost", atMost)
                .param("from", from)
                .query((row, n) -> read(row))
                .list();
    }

    private static String counting(SessionsWanted wanted, String seen) {
        return "COUNT(CASE WHEN %s AND %s THEN 1 END)".formatted(condition(wanted), seen);
    }

    private static String condition(SessionsWanted wanted) {
        return switch (wanted.when()) {
            case WAITING -> WAITING;
            case TODAY -> TAKES_PLACE + " AND s.on_date = :today";
            case TOMORROW -> TAKES_PLACE + " AND s.on_date = :tomorrow";
            case DAY -> TAKES_PLACE + " AND s.on_date = :day";
        };
    }

    private static String seen(SessionsWanted wanted) {
        return wanted.isNarrowed() ? READABLE : "TRUE";
    }

    private static Map<String, Object> asked(SessionsWanted wanted, Whose whose, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        Map<String, Object> asked = new HashMap<>(whose.theirs().parameters());
        asked.putAll(Map.of(
                "reader", whose.reader(),
                "project", wanted.project(),
                "pdu", wanted.pdu(),
                "today", today,
                "tomorrow", today.plusDays(1),
                "day", wanted.day() == null ? today : wanted.day(),
                "now", now.toLocalTime()));
        return asked;
    }

    private static Counts counts(ResultSet row, SessionsWanted wanted) throws SQLException {
        Map<When, Integer> byWhen = new EnumMap<>(When.class);
        byWhen.put(When.WAITING, row.getInt(1));
        byWhen.put(When.TODAY, row.getInt(2));
        byWhen.put(When.TOMORROW, row.getInt(3));
        return new Counts(byWhen, row.getInt(4), wanted.isNarrowed() ? row.getInt(5) : 0);
    }

    private static Listed read(ResultSet row) throws SQLException {
        String crn = row.getString("crn");
        if (!row.getBoolean("readable")) return new Listed(crn, null, null, null, null, null, null, null);
        return new Listed(
                crn,
                row.getLong("id"),
                row.getObject("on_date", LocalDate.class),
                row.getObject("start_time", LocalTime.class),
                row.getObject("end_time", LocalTime.class),
                row.getString("project_code"),
                row.getString("name"),
                SessionState.valueOf(row.getString("state")));
    }
}
