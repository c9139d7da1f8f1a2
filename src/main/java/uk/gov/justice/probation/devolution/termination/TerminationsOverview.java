package uk.gov.justice.probation.devolution.termination;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /**
     * Where a termination that may be seen stands in its queue: the overdue ones first, of these the one that was due
     * first.
     */
    record Place(boolean overdue, LocalDate dueOn) {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::overdue).reversed().thenComparing(Place::dueOn);
    }

    /**
     * What was counted.
     *
     * @param regions codes of those that have, or had, a termination
     * @param places how many of the queue that may be seen stand where
     */
    record Counted(Map<Queue, Integer> sizes, Set<String> regions, SortedMap<Place, Integer> places) {

        /** Where the page ends; empty if it goes on after those that may be seen. */
        private Optional<Place> until(int last) {
            int before = 0;
            for (Map.Entry<Place, Integer> place : places.entrySet()) {
                before += place.getValue();
                if (before >= last) return Optional.of(place.getKey());
            }
            return Optional.empty();
        }
    }

    private static final String THEIRS = """
       FROM termination t JOIN caseload_case_view c ON c.id = t.case_id
      LEFT JOIN caseload_service_view s ON s.case_id = t.case_id AND s.service_code = 'TERMINATIONS' AND s.open_mark = 1
      WHERE\s""" + CaseScope.sqlFor(StartingTerminations.SERVICE, "c.region_code", "c.id");

    private static final String WANTED =
            "((:region = '' OR c.region_code = :region) AND (:pdu = '' OR c.pdu_name = :pdu))";

    private static final String HELD = Stream.of(TerminationState.values())
            .filter(TerminationState::isHeld)
            .map("'%s'"::formatted)
            .collect(Collectors.joining(", "));

    private static final String SEEN = CaseAccess.readable("c.crn");

    private static final String IF_SEEN = "CASE WHEN " + SEEN + " THEN %s END";

    private static final String OVERDUE = "(t.open_mark IS NOT NULL AND t.overdue_on < :today)";

    /** No unit does the termination, or what the system does by itself in a moment is not done. */
    private static final String STILL =
            "(t.open_mark = 1 AND (s.id IS NULL OR t.state = 'COLLECTING' AND t.started_at < :still))";

    private final JdbcClient jdbc;

    TerminationsOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The size of each queue, and the places of one, by reading each termination once. */
    Counted count(Queue queue, Whose whose, When when) {
        String counts = Stream.of(Queue.values())
                .map(each -> "COUNT(CASE WHEN %s THEN 1 END) AS in_%s".formatted(in(each), each))
                .collect(Collectors.joining(", "));
        Map<Queue, Integer> sizes = new EnumMap<>(Queue.class);
        for (Queue each : Queue.values()) sizes.put(each, 0);
        Counted counted = new Counted(sizes, new HashSet<>(), new TreeMap<>(Place.ORDER));
        jdbc.sql("SELECT c.region_code, " + WANTED + " AS wanted, " + SEEN + " AS readable, " + OVERDUE
                        + " AS overdue, t.due_on, " + counts + THEIRS
                        + " GROUP BY c.region_code, wanted, readable, overdue, t.due_on")
                .params(whose.asked(when))
                .query(row -> {
                    counted.regions().add(row.getString("region_code"));
                    if (!row.getBoolean("wanted")) return;
                    boolean readable = row.getBoolean("readable");
                    for (Queue each : Queue.values())
                        if (readable || !isNarrowed(each)) sizes.merge(each, row.getInt("in_" + each), Integer::sum);
                    if (readable)
                        counted.places()
                                .merge(
                                        new Place(row.getBoolean("overdue"), row.getObject("due_on", LocalDate.class)),
                                        row.getInt("in_" + queue),
                                        Integer::sum);
                });
        return counted;
    }

    /**
     * Open terminations first, of these the overdue ones, then by due date, earliest first. A limited-access case that
     * may not be seen comes last, where its place says nothing. Nothing is read that comes after the page.
     */
    List<Row> list(Queue queue, Whose whose, When when, Counted counted, int atMost, int from) {
        if (from >= counted.sizes().get(queue)) return List.of();
        Optional<Place> until = counted.until(from + atMost);
        return jdbc.sql(
                        "SELECT t.id, t.case_id, u.name AS unit, t.state, t.cause, t.due_on, " + OVERDUE
                                + " AS overdue, t.started_at, " + STILL + " AS still, k.readable FROM (SELECT t.id, "
                                + SEEN
                                + " AS readable, " + IF_SEEN.formatted("t.open_mark IS NULL") + " AS closed, "
                                + IF_SEEN.formatted("NOT " + OVERDUE) + " AS in_time, " + IF_SEEN.formatted("t.due_on")
                                + " AS due, c.crn" + THEIRS + " AND " + WANTED + " AND " + in(queue)
                                + (isNarrowed(queue) ? " AND " + SEEN : "")
                                + until.map(TerminationsOverview::upTo).orElse("")
                                + " ORDER BY readable DESC, closed, in_time, due, c.crn, t.id LIMIT :atMost OFFSET :from) k"
                                + " JOIN termination t ON t.id = k.id LEFT JOIN caseload_service_view s ON s.case_id = t.case_id AND s.service_code = 'TERMINATIONS' AND s.open_mark = 1"
                                + " LEFT JOIN unit u ON u.code = s.unit_code ORDER BY k.readable DESC, k.closed, k.in_time, k.due, k.crn, k.id")
                .params(whose.asked(when))
                .param("until", until.map(Place::dueOn).orElse(null))
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

    private static String upTo(Place last) {
        return last.overdue()
                ? " AND " + OVERDUE + " AND t.due_on <= :until"
                : " AND (" + OVERDUE + " OR t.due_on <= :until)";
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

    /** By name. */
    List<Region> regions(Set<String> codes) {
        if (codes.isEmpty()) return List.of();
        return jdbc.sql("SELECT code, name FROM region WHERE code IN (:codes) ORDER BY name")
                .param("codes", codes)
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

    /**
     * Whether being in the queue reveals more than that a termination is running: then a limited-access case appears in
     * it only for colleagues who may see it.
     */
    private static boolean isNarrowed(Queue queue) {
        return queue != Queue.OPEN;
    }

    private static String in(Queue queue) {
        return switch (queue) {
            case OPEN -> "t.open_mark = 1";
            case DUE -> "t.open_mark = 1 AND t.state NOT IN (%s) AND t.overdue_on >= :today".formatted(HELD);
            case OVERDUE -> OVERDUE;
            case STILL -> STILL;
            case BLOCKED -> "t.open_mark = 1 AND t.state = 'BLOCKED'";
            case WAITING -> "t.open_mark = 1 AND t.state = 'WAITING'";
            case CLOSED -> "t.open_mark IS NULL";
        };
    }
}
