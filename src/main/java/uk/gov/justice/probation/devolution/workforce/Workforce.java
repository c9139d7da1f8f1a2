package uk.gov.justice.probation.devolution.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who works where. */
@Service
public class Workforce {
  private static final String MEMBERS = """
      SELECT s.staff_number, s.display_name, s.grade, s.fte_percent, s.vetting_status, t.code, t.name,
        s.absence IS NOT NULL AND (s.absence_until IS NULL OR s.absence_until >= :today) AS absent
      FROM staff s JOIN team t ON t.code = s.team_code
      WHERE t.unit_code = :unit
      """;

  /** {@code absent}: today, whatever the reason. */
  public record Member(String staffNumber, String displayName, String grade, int ftePercent, String vettingStatus, String teamCode, String teamName, boolean absent) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Workforce(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Everybody in a team of the unit. */
  public List<Member> membersOf(String unitCode) {
    return jdbc.sql(MEMBERS + " ORDER BY s.staff_number").param("unit", unitCode).param("today", LocalDate.now(clock)).query(Workforce::member).list();
  }

  /** Everybody in those teams of the unit that do any of the services. */
  public List<Member> membersOf(String unitCode, Collection<String> serviceCodes) {
    return jdbc.sql(MEMBERS + " AND t.kind IN (SELECT team_kind FROM service WHERE code IN (:services)) ORDER BY s.staff_number")
        .param("unit", unitCode)
        .param("today", LocalDate.now(clock))
        .param("services", serviceCodes)
        .query(Workforce::member)
        .list();
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    return new Member(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5), row.getString(6), row.getString(7), row.getBoolean(8));
  }
}
