package uk.gov.justice.probation.devolution.workforce;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The free places of a region, as its HR imported them last. */
@Service
public class Vacancies {
  private final JdbcClient jdbc;
  private final Clock clock;

  Vacancies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** As {@link #of(String, LocalDate)}, today. */
  public List<Vacancy> of(String regionCode) {
    return of(regionCode, LocalDate.now(clock));
  }

  /** By site and role; never at a site whose lease has ended by that day. */
  public List<Vacancy> of(String regionCode, LocalDate asOf) {
    return jdbc.sql("""
            SELECT v.site_code, s.name, v.role_code, r.name, r.grade_code, v.places, v.tasks
            FROM vacancy v JOIN site s ON s.code = v.site_code JOIN role r ON r.code = v.role_code LEFT JOIN lease l ON l.site_code = s.code
            WHERE s.region_code = :region AND v.places > 0 AND (l.ends_on IS NULL OR l.ends_on >= :asOf)
            ORDER BY s.name, r.name
            """)
        .param("region", regionCode)
        .param("asOf", asOf)
        .query((row, n) -> new Vacancy(
            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getInt(6), tasks(row.getString(7))))
        .list();
  }

  static List<String> tasks(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split("\\|"));
  }
}
