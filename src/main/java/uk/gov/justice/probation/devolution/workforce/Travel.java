package uk.gov.justice.probation.devolution.workforce;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * How long somebody travels to a site: from their home district, which they told us or the staff file says. The file {@code travel} (HR's mapping provider) says it in
 * minutes. Where it does not, we estimate and say so: the distance as the crow flies from the main town of the postcode area to the site, times 1.3 for roads, at 40 km an
 * hour, and ten minutes from door to door, rounded up to five minutes (our own setting, ADR 0033). Nothing else is guessed: what is not known is {@link Journey.Source#UNKNOWN},
 * and the person is asked for their district.
 */
@Service
public class Travel {
  /** How a postcode district is written: {@code L3}, {@code M60}. */
  public static final Pattern POSTCODE_DISTRICT = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  Travel(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everybody's journeys to every site, with a handful of queries. */
  public Journeys journeys(Collection<StaffMember> people, Collection<String> siteCodes) {
    if (people.isEmpty() || siteCodes.isEmpty()) return new Journeys(Map.of(), sites(siteCodes), Map.of(), Map.of());
    Map<String, String> homes = homes(people);
    return new Journeys(homes, sites(siteCodes), areas(), imported(new HashSet<>(homes.values()), siteCodes));
  }

  /** The home district we go by, empty where the person has to be asked. */
  public Optional<String> homeDistrict(StaffMember person) {
    return Optional.ofNullable(homes(List.of(person)).get(person.staffNumber()));
  }

  /**
   * Takes what a person says about where they live; it counts before the staff file's. Who may say it for them is for the caller to check. The audit does not hold the district.
   *
   * @param district such as L3, M60 or SW1A, in any case and with spaces around it
   * @throws IllegalArgumentException with a sentence for the person, where it is none
   */
  @Transactional
  public void stateHome(StaffMember person, String district, Colleague by) {
    String stated = district == null ? "" : district.strip().toUpperCase(Locale.ROOT);
    if (!POSTCODE_DISTRICT.matcher(stated).matches()) {
      throw new IllegalArgumentException("Enter the first half of your postcode, such as L3 or M60");
    }
    jdbc.sql("INSERT INTO stated_home (staff_number, district, stated_at) VALUES (:number, :district, :at) ON DUPLICATE KEY UPDATE district = :district, stated_at = :at")
        .param("number", person.staffNumber())
        .param("district", stated)
        .param("at", Utc.of(clock.instant()))
        .update();
    audit.record(by.userName(), "HOME_DISTRICT_STATED", "staff/" + person.staffNumber(), person.regionCode(), Map.of());
  }

  private Map<String, String> homes(Collection<StaffMember> people) {
    Map<String, String> homes = new HashMap<>();
    people.forEach(person -> homes.put(person.staffNumber(), person.homePostcodeDistrict()));
    jdbc.sql("SELECT staff_number, district FROM stated_home WHERE staff_number IN (:numbers)")
        .param("numbers", people.stream().map(StaffMember::staffNumber).toList())
        .query(row -> {
          homes.put(row.getString(1), row.getString(2));
        });
    homes.values().removeIf(district -> district == null || district.isEmpty());
    return homes;
  }

  private Map<String, Journeys.Site> sites(Collection<String> codes) {
    Map<String, Journeys.Site> sites = new HashMap<>();
    if (codes.isEmpty()) return sites;
    jdbc.sql("SELECT code, virtual_site, latitude, longitude FROM site WHERE code IN (:codes)").param("codes", codes).query(row -> {
      Position position = row.getObject(3) == null ? null : new Position(row.getDouble(3), row.getDouble(4));
      sites.put(row.getString(1), new Journeys.Site(row.getBoolean(2), position));
    });
    return sites;
  }

  private Map<String, Position> areas() {
    Map<String, Position> areas = new HashMap<>();
    jdbc.sql("SELECT area, latitude, longitude FROM postcode_area").query(row -> {
      areas.put(row.getString(1), new Position(row.getDouble(2), row.getDouble(3)));
    });
    return areas;
  }

  private Map<Journeys.Way, Integer> imported(Set<String> districts, Collection<String> siteCodes) {
    Map<Journeys.Way, Integer> imported = new HashMap<>();
    if (districts.isEmpty()) return imported;
    jdbc.sql("SELECT home_district, site_code, minutes FROM travel_time WHERE home_district IN (:districts) AND site_code IN (:sites)")
        .param("districts", districts)
        .param("sites", siteCodes)
        .query(row -> {
          imported.put(new Journeys.Way(row.getString(1), row.getString(2)), row.getInt(3));
        });
    return imported;
  }
}
