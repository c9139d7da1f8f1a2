package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Days;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Person;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Project;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Project.Kind;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.workforce.Position;
import uk.gov.justice.probation.devolution.workforce.PostcodeAreas;

/** The projects of unpaid work with who is on them, and orders as matching sees them. */
@Component
public class Projects {

  /** What an instructions letter says of a project. */
  public record Place(String code, String name, String pduName, LocalTime start, LocalTime end) {}

  private static final Pattern CRN = Pattern.compile("[A-Z][0-9]{6}");
  private static final Pattern DISTRICT = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");
  /** Our own: a project lies in the area of its nearest main town, or in any whose town is not much farther, because we know no borders (ADR 0041). */
  private static final double BORDER_KILOMETRES = 15;

  private final PostcodeAreas areas;
  private final JdbcClient jdbc;

  Projects(PostcodeAreas areas, JdbcClient jdbc) {
    this.areas = areas;
    this.jdbc = jdbc;
  }

  /** Every project of the region, as it is taken up now by others than this order. */
  List<Project> of(String regionCode, long exceptOrder) {
    return read("p.region_code = :key", regionCode, exceptOrder);
  }

  /** One project, as it is taken up now by others than this order. */
  Optional<Project> find(String code, long exceptOrder) {
    return read("p.code = :key", code, exceptOrder).stream().findFirst();
  }

  /** Nobody else takes a place of the project until the transaction ends. */
  void lock(String code) {
    jdbc.sql("SELECT code FROM upw_project WHERE code = ? FOR UPDATE").param(code).query(String.class).optional();
  }

  public Place place(String code) {
    return jdbc.sql("SELECT code, name, pdu_name, start_time, end_time FROM upw_project WHERE code = ?").param(code)
        .query((row, n) -> new Place(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalTime.class), row.getObject(5, LocalTime.class)))
        .single();
  }

  Person person(Order order, ProbationCase probationCase) {
    Set<String> exclusions = words(order.exclusions());
    return new Person(
        probationCase.crn(), probationCase.regionCode(), probationCase.limitedAccess(), probationCase.roshLevel(), Boolean.TRUE.equals(order.spoApproved()),
        probationCase.mappaLevel(), Boolean.TRUE.equals(order.practitionerApproved()), Boolean.TRUE.equals(order.needsAccess()), available(order), exclusions,
        exclusions.stream().filter(word -> DISTRICT.matcher(word).matches()).map(PostcodeAreas::areaOf).collect(Collectors.toSet()), noContact(exclusions),
        words(order.skills()), areas.townOf(order.homePostcodeDistrict()));
  }

  private static Days available(Order order) {
    Days days = Days.of(order.availableDays());
    return days.none() ? Days.EVERY : days;
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
    Position position = row.getObject("latitude") == null || row.getObject("longitude") == null ? null : new Position(row.getDouble("latitude"), row.getDouble("longitude"));
    return new Project(
        row.getString("code"), row.getString("name"), Kind.valueOf(row.getString("kind")), row.getString("region_code"), Days.of(row.getString("days")),
        row.getObject("start_date", LocalDate.class), row.getObject("end_date", LocalDate.class), row.getInt("capacity"), taken.places, words(row.getString("skills")),
        words(row.getString("rosh_allowed")), row.getBoolean("is_accessible"), position, mayLieIn(position), taken.people, taken.avoided);
  }

  /** Who is on a project: a place of the weekday of their first session each, once or every week or two. */
  private static final class Taken {
    private final Map<DayOfWeek, Integer> places = new EnumMap<>(DayOfWeek.class);
    private final Set<String> people = new HashSet<>();
    private final Set<String> avoided = new HashSet<>();
  }

  private Map<String, Taken> taken(String which, String key, long exceptOrder) {
    Map<String, Taken> taken = new HashMap<>();
    jdbc.sql("""
            SELECT o.project_code, o.first_session_on, c.crn, o.exclusions FROM upw_order o
            JOIN upw_project p ON p.code = o.project_code JOIN probation_case c ON c.id = o.case_id
            WHERE o.state IN ('INSTRUCTIONS', 'SESSIONS') AND o.id <> :except AND\s""" + which)
        .param("except", exceptOrder)
        .param("key", key)
        .query(row -> {
          Taken there = taken.computeIfAbsent(row.getString(1), code -> new Taken());
          LocalDate first = row.getObject(2, LocalDate.class);
          if (first != null) there.places.merge(first.getDayOfWeek(), 1, Integer::sum);
          there.people.add(row.getString(3));
          there.avoided.addAll(noContact(words(row.getString(4))));
        });
    return taken;
  }

  private Set<String> mayLieIn(Position position) {
    if (position == null) return null;
    Map<String, Position> towns = areas.towns();
    double nearest = towns.values().stream().mapToDouble(position::distanceTo).min().orElse(0);
    return towns.entrySet().stream().filter(town -> position.distanceTo(town.getValue()) <= nearest + BORDER_KILOMETRES).map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private static Set<String> noContact(Set<String> exclusions) {
    return exclusions.stream().filter(word -> CRN.matcher(word).matches()).collect(Collectors.toSet());
  }

  private static Set<String> words(String text) {
    return text == null ? Set.of() : Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
  }
}
