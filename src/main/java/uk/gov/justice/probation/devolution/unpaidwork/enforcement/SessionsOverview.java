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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
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

    /**
     * What was counted.
     *
     * @param unseen those of the wanted ones that are left out
     * @param byDay how many of the wanted ones may be seen
     */
    record Counts(Map<When, Integer> byWhen, int total, int unseen, SortedMap<LocalDate, Integer> byDay) {

        /** The last day of the page; empty if it goes on after those that may be seen. */
        private Optional<LocalDate> until(int last) {
            int before = 0;
            for (Map.Entry<LocalDate, Integer> day : byDay.entrySet()) {
                before += day.getValue();
                if (before >= last) return Optional.of(day.getKey());
            }
            return Optional.empty();
        }
    }

    /** Those of a day, of those that may be seen or of the others. */
    private record Counted(boolean readable, LocalDate onDate, int waiting, int today, int tomorrow, int wanted) {}

    private final JdbcClient jdbc;

    SessionsOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counts count(SessionsWanted wanted, Whose whose, LocalDateTime now) {
        List<Counted> counted = jdbc.sql("SELECT " + READABLE + " AS readable, s.on_date, "
                        + counting(wanted.when(When.WAITING)) + " AS waiting, " + counting(wanted.when(When.TODAY))
                        + " AS today, " + counting(wanted.when(When.TOMORROW)) + " AS tomorrow, " + counting(wanted)
                        + " AS wanted" + COUNTED + " GROUP BY readable, s.on_date")
                .params(asked(wanted, whose, now))
                .query(Counted.class)
                .list();
        Map<When, Integer> byWhen = new EnumMap<>(When.class);
        byWhen.put(When.WAITING, sum(counted, wanted.when(When.WAITING), Counted::waiting));
        byWhen.put(When.TODAY, sum(counted, wanted.when(When.TODAY), Counted::today));
        byWhen.put(When.TOMORROW, sum(counted, wanted.when(When.TOMORROW), Counted::tomorrow));
        SortedMap<LocalDate, Integer> byDay = new TreeMap<>();
        counted.stream().filter(Counted::readable).forEach(day -> byDay.put(day.onDate(), day.wanted()));
        int total = sum(counted, wanted, Counted::wanted);
        int all = counted.stream().mapToInt(Counted::wanted).sum();
        return new Counts(byWhen, total, all - total, byDay);
    }

    /** Those without an outcome begin with the oldest: days after the page are not read. */
    List<Listed> list(SessionsWanted wanted, Whose whose, LocalDateTime now, Counts counts, int atMost, int from) {
        if (from >= counts.total()) return List.of();
        Optional<LocalDate> until = counts.until(from + atMost);
        return jdbc.sql(
                        "SELECT c.crn, s.id, s.on_date, s.start_time, s.end_time, s.project_code, p.name, s.state, "
                                + READABLE + " AS readable" + LISTED + " AND " + condition(wanted)
                                + (until.isPresent() ? " AND s.on_date <= :until" : "") + " AND "
                                + seen(wanted)
                                + " ORDER BY readable DESC, CASE WHEN readable THEN s.on_date END, CASE WHEN readable THEN s.start_time END, CASE WHEN readable THEN p.name END, c.crn, s.id LIMIT :atMost OFFSET :from")
                .params(asked(wanted, whose, now))
                .param("until", until.orElse(null))
                .param("atMost", atMost)
                .param("from", from)
                .query((row, n) -> read(row))
                .list();
    }

    private static String counting(SessionsWanted wanted) {
        return "COUNT(CASE WHEN %s THEN 1 END)".formatted(condition(wanted));
    }

    private static int sum(List<Counted> counted, SessionsWanted wanted, ToIntFunction<Counted> of) {
        return counted.stream()
                .filter(day -> day.readable() || !wanted.isNarrowed())
                .mapToInt(of)
                .sum();
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
