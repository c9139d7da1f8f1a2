package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Days;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Project;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Project.Kind;
import uk.gov.justice.probation.devolution.workforce.Position;
import uk.gov.justice.probation.devolution.workforce.PostcodeAreas;

/** Reads projects for matching, with the people working there now. */
@Component
class ProjectsQuery {

    /**
     * Our own rule: a project lies in the area of its nearest main town, or possibly in that of a town not much farther
     * away, because we do not know the borders (ADR 0079).
     */
    private static final double BORDER_KILOMETRES = 15;

    private final PostcodeAreas areas;
    private final JdbcClient jdbc;

    ProjectsQuery(PostcodeAreas areas, JdbcClient jdbc) {
        this.areas = areas;
        this.jdbc = jdbc;
    }

    /** Every project of the region, with the places taken up now by other people than the order's. */
    List<Project> of(String regionCode, long exceptOrder) {
        return read("p.region_code = :key", regionCode, exceptOrder);
    }

    /** One project, with the places taken up now by other people than the order's. */
    Project get(String code, long exceptOrder) {
        return read("p.code = :key", code, exceptOrder).getFirst();
    }

    /** Whether as many others are planned on that day as the project has places, or it does not take place. */
    boolean isFull(String code, LocalDate on, String crn) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT 1 FROM upw_cancelled_day WHERE project_code = :code AND on_date = :on) OR p.capacity <= (
              SELECT COUNT(DISTINCT c.crn) FROM upw_session s FORCE INDEX (ix_session_project) STRAIGHT_JOIN upw_order o ON o.id = s.order_id
              STRAIGHT_JOIN caseload_case_view c ON c.id = o.case_id
              WHERE s.project_code = :code AND s.on_date = :on AND s.state IN ('PLANNED', 'RECORDED') AND c.crn <> :crn)
            FROM upw_project p WHERE p.code = :code
            """)
                .param("code", code)
                .param("on", on)
                .param("crn", crn)
                .query(Boolean.class)
                .single();
    }

    private List<Project> read(String which, String key, long exceptOrder) {
        Map<String, Taken> taken = taken(which, key, exceptOrder);
        return jdbc.sql("""
            SELECT p.code, p.name, t.kind, p.region_code, p.days, p.start_date, p.end_date, p.capacity, p.skills, p.rosh_allowed, p.is_accessible, p.latitude, p.longitude
            FROM upw_project p JOIN upw_project_type t ON t.code = p.type_code WHERE\s""" + which)
                .param("key", key)
                .query((row, n) -> project(row, taken.getOrDefault(row.getString("code"), new Taken())))
                .list();
    }

    private Project project(ResultSet row, Taken taken) throws SQLException {
        Position position = row.getObject("latitude") == null || row.getObject("longitude") == null
                ? null
                : new Position(row.getDouble("latitude"), row.getDouble("longitude"));
        return new Project(
                row.getString("code"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("region_code"),
                Days.of(row.getString("days")),
                row.getObject("start_date", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                row.getInt("capacity"),
                taken.places(),
                Words.of(row.getString("skills")).all(),
                Words.of(row.getString("rosh_allowed")).all(),
                row.getBoolean("is_accessible"),
                position,
                mayLieIn(position),
                taken.people,
                taken.avoided);
    }

    /**
     * The people on a project: each takes a place on the weekday of their first session, whether they work once, weekly
     * or fortnightly, and for however many orders.
     */
    private static final class Taken {
        private final Map<DayOfWeek, Set<String>> days = new EnumMap<>(DayOfWeek.class);
        private final Set<String> people = new HashSet<>();
        private final Set<String> avoided = new HashSet<>();

        Map<DayOfWeek, Integer> places() {
            Map<DayOfWeek, Integer> places = new EnumMap<>(DayOfWeek.class);
            days.forEach((day, there) -> places.put(day, there.size()));
            return places;
        }
    }

    private Map<String, Taken> taken(String which, String key, long exceptOrder) {
        Map<String, Taken> taken = new HashMap<>();
        jdbc.sql("""
            SELECT o.project_code, o.first_session_on, c.crn, o.exclusions,
              c.crn = (SELECT me.crn FROM upw_order x JOIN caseload_case_view me ON me.id = x.case_id WHERE x.id = :except) AS themself FROM upw_order o
            JOIN upw_project p ON p.code = o.project_code JOIN caseload_case_view c ON c.id = o.case_id
            WHERE o.state IN ('INSTRUCTIONS', 'SESSIONS') AND o.id <> :except AND\s""" + which).param("except", exceptOrder).param("key", key).query(row -> {
            Taken there = taken.computeIfAbsent(row.getString(1), code -> new Taken());
            LocalDate first = row.getObject(2, LocalDate.class);
            String crn = row.getString(3);
            if (first != null && !row.getBoolean(5))
                there.days
                        .computeIfAbsent(first.getDayOfWeek(), day -> new HashSet<>())
                        .add(crn);
            there.people.add(crn);
            there.avoided.addAll(Words.of(row.getString(4)).people());
        });
        return taken;
    }

    private Set<String> mayLieIn(Position position) {
        if (position == null) return null;
        Map<String, Position> towns = areas.towns();
        double nearest =
                towns.values().stream().mapToDouble(position::distanceTo).min().orElse(0);
        return towns.entrySet().stream()
                .filter(town -> position.distanceTo(town.getValue()) <= nearest + BORDER_KILOMETRES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
