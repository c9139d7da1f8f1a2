package uk.gov.justice.probation.devolution.termination;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Queue;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Region;

/** The lists of terminations that pages show. */
@Component
class TerminationsOverview {

    /**
     * Whose terminations are listed.
     *
     * @param scope the regions and units
     * @param region code of the only region to list; all if empty
     * @param pdu name of the only delivery unit to list; all if empty
     * @param reader the colleague's user name
     */
    record Whose(CaseScope scope, String region, String pdu, String reader) {

        private Map<String, Object> asked(When when) {
            Map<String, Object> asked = new HashMap<>(scope.parameters());
            asked.putAll(Map.of(
                    "region", region, "pdu", pdu, "reader", reader, "today", when.today(), "still", when.still()));
            return asked;
        }
    }

    /** @param still in UTC: what began before and still looks for open work does not go on by itself */
    record When(LocalDate today, LocalDateTime still) {}

    /**
     * @param unitName the unit that does the termination; null if there is none
     * @param still whether it does not go on, though nobody is asked to do anything
     */
    record Row(
            long id,
            long caseId,
            boolean readable,
            String unitName,
            TerminationState state,
            Cause cause,
            LocalDate dueOn,
            boolean overdue,
            Instant startedAt,
            boolean still) {}

    record Known(long id, int eventNumber, TerminationState state, Cause cause, LocalDate dueOn) {}

    private static final String LISTED = """
       FROM termination t JOIN caseload_case_view c ON c.id = t.case_id
      LEFT JOIN caseload_unit_view s ON s.case_id = c.id AND s.service_code = 'TERMINATIONS' LEFT JOIN unit u ON u.code = s.unit_code
      WHERE (:region = '' OR c.region_code = :region) AND (:pdu = '' OR c.pdu_name = :pdu) AND
      """ + CaseScope.sqlFor(StartingTerminations.SERVICE, "c.region_code", "c.id");

    private static final String HELD = Stream.of(TerminationState.values())
            .filter(TerminationState::isHeld)
            .map("'%s'"::formatted)
            .collect(Collectors.joining(", "));

    /**
     * Being in this queue reveals more than that a termination is running, so a limited-access case appears in it only
     * for colleagues who may see it.
     */
    private static final String SEEN = CaseAccess.readable("c.crn");

    private static final String IF_SEEN = "CASE WHEN " + SEEN + " THEN %s END";

    private static final String OVERDUE = "t.open_mark IS NOT NULL AND t.overdue_on < :today";

    /** No unit does the termination, or what the system does by itself in a moment is not done. */
    private static final String STILL =
            "t.open_mark = 1 AND (u.code IS NULL OR t.state = 'COLLECTING' AND t.started_at < :still)";

    private final JdbcClient jdbc;

    TerminationsOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The size of each queue. */
    Map<Queue, Integer> sizes(Whose whose, When when) {
        String counts = Stream.of(Queue.values())
                .map(queue -> "COUNT(CASE WHEN %s THEN 1 END)".formatted(in(queue)))
                .collect(Collectors.joining(", "));
        return jdbc.sql("SELECT " + counts + LISTED)
                .params(whose.asked(when))
                .query((row, n) -> {
                    Map<Queue, Integer> sizes = new EnumMap<>(Queue.class);
                    for (Queue queue : Queue.values()) sizes.put(queue, row.getInt(queue.ordinal() + 1));
                    return sizes;
                })
                .single();
    }

    /**
     * Open terminations first, of these the overdue ones, then by due date, earliest first. A limited-access case that
     * may not be seen comes last, where its place says nothing.
     */
    List<Row> list(Queue queue, Whose whose, When when, int atMost, int from) {
        return jdbc.sql("SELECT t.id, t.case_id, u.name AS unit, t.state, t.cause, t.due_on, " + OVERDUE
                        + " AS overdue, t.started_at, " + STILL + " AS still, " + SEEN + " AS readable"
                        + LISTED + " AND " + in(queue) + " ORDER BY readable DESC, "
                        + IF_SEEN.formatted("t.open_mark IS NULL")
                        + ", " + IF_SEEN.formatted("NOT (" + OVERDUE + ")") + ", " + IF_SEEN.formatted("t.due_on")
                        + ", c.crn, t.id LIMIT :atMost OFFSET :from")
                .params(whose.asked(when))
                .param("atMost", atMost)
                .param("from", from)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getLong("case_id"),
                        row.getBoolean("readable"),
                        row.getString("unit"),
                        TerminationState.valueOf(row.getString("state")),
                        Cause.valueOf(row.getString("cause")),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("overdue"),
                        Utc.instant(row, "started_at"),
                        row.getBoolean("still")))
                .list();
    }

    /** The terminations of these cases, the latest first. */
    List<Known> ofCases(Collection<Long> caseIds) {
        if (caseIds.isEmpty()) return List.of();
        return jdbc.sql("""
            SELECT t.id, c.event_number, t.state, t.cause, t.due_on FROM termination t JOIN caseload_case_view c ON c.id = t.case_id
            WHERE t.case_id IN (:cases) ORDER BY c.event_number, t.id DESC
            """).param("cases", caseIds).query(Known.class).list();
    }

    /** The delivery units of the regions, by name. */
    List<String> pdus(CaseScope scope) {
        return jdbc.sql(
                        "SELECT DISTINCT name FROM pdu WHERE :everywhere OR LOWER(region_code) IN (:slugs) OR region_code IN (SELECT region_code FROM unit WHERE slug IN (:slugs)) ORDER BY name")
                .params(scope.parameters())
                .query(String.class)
                .list();
    }

    /** What blocks each of these terminations and who can cure it, in words, what blocks longest first. */
    Map<Long, List<String>> blockers(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<Long, List<String>> found = new HashMap<>();
        jdbc.sql(
                        "SELECT termination_id, text, kind FROM termination_blocker WHERE termination_id IN (:ids) ORDER BY found_at, kind, reference")
                .param("ids", ids)
                .query(row -> {
                    found.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add("%s: %s"
                                    .formatted(
                                            row.getString(2),
                                            Blocker.Kind.valueOf(row.getString(3))
                                                    .cure()));
                });
        return found;
    }

    /** Regions that have, or had, a termination. */
    List<Region> regions() {
        return jdbc.sql(
                        "SELECT DISTINCT r.code, r.name FROM region r JOIN caseload_case_view c ON c.region_code = r.code JOIN termination t ON t.case_id = c.id ORDER BY r.name")
                .query(Region.class)
                .list();
    }

    /**
     * The names used in audit entries and messages for the terminations of these cases, including requested ones, by
     * case.
     */
    Map<Long, List<String>> subjects(Collection<Long> caseIds) {
        Map<Long, List<String>> subjects = new HashMap<>();
        jdbc.sql("""
            SELECT case_id, CONCAT('termination/', id) FROM termination WHERE case_id IN (:cases)
            UNION ALL
            SELECT c.id, CONCAT('termination-request/', a.process_instance_key) FROM termination_request a JOIN caseload_case_view c ON c.crn = a.crn AND c.event_number = a.event_number
            WHERE c.id IN (:cases)
            """).param("cases", caseIds).query(row -> {
            subjects.computeIfAbsent(row.getLong(1), unused -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return subjects;
    }

    private static String in(Queue queue) {
        return switch (queue) {
            case OPEN -> "t.open_mark = 1";
            case DUE ->
                "t.open_mark = 1 AND t.state NOT IN (%s) AND t.overdue_on >= :today AND ".formatted(HELD) + SEEN;
            case OVERDUE -> "t.open_mark = 1 AND t.overdue_on < :today AND " + SEEN;
            case STILL -> STILL + " AND " + SEEN;
            case BLOCKED -> "t.open_mark = 1 AND t.state = 'BLOCKED' AND " + SEEN;
            case WAITING -> "t.open_mark = 1 AND t.state = 'WAITING' AND " + SEEN;
            case CLOSED -> "t.open_mark IS NULL AND " + SEEN;
        };
    }
}
