package uk.gov.justice.probation.devolution.preferencing.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The published options of a consultation. */
@Service
public class Options {
  private static final String SELECT = "SELECT id, site_code, site_name, role_code, role_name, grade_code, places, tasks FROM preference_option ";

  private final JdbcClient jdbc;

  Options(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By the names of site and role; empty before they are published. */
  public List<Option> all(long consultationId) {
    return jdbc.sql(SELECT + "WHERE consultation_id = ? ORDER BY site_name, role_name, id").param(consultationId).query(Options::option).list();
  }

  /** Those somebody of the grade may take. */
  public List<Option> of(long consultationId, String grade) {
    return all(consultationId).stream().filter(option -> option.grade().equals(grade)).toList();
  }

  /** @throws NotFound where there is no such option */
  public Option get(long optionId) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(optionId).query(Options::option).optional()
        .orElseThrow(() -> new NotFound("No option has the number %d".formatted(optionId)));
  }

  private static Option option(ResultSet row, int n) throws SQLException {
    String tasks = row.getString(8);
    return new Option(
        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getInt(7),
        tasks.isBlank() ? List.of() : List.of(tasks.split("\\|")));
  }
}
