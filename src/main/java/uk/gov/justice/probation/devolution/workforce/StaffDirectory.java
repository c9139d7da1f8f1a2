package uk.gov.justice.probation.devolution.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Finds members of staff. */
@Service
public class StaffDirectory {
  private static final String SELECT = """
      SELECT s.staff_number, s.display_name, s.email, s.grade, s.site_code, s.team_code, t.kind, t.unit_code, s.region_code, s.line_manager_staff_number, s.experience_months,
        s.home_postcode_district, s.absence, s.absence_until
      FROM staff s JOIN team t ON t.code = s.team_code
      """;

  private final JdbcClient jdbc;

  StaffDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<StaffMember> find(String staffNumber) {
    return jdbc.sql(SELECT + "WHERE s.staff_number = ?").param(staffNumber).query(StaffDirectory::member).optional();
  }

  /** Who has signed in, where they are a member of staff: their user name is their staff number. */
  public Optional<StaffMember> find(Colleague colleague) {
    return find(colleague.userName());
  }

  /** In the order of their numbers; numbers nobody has are left out. */
  public List<StaffMember> all(Collection<String> staffNumbers) {
    if (staffNumbers.isEmpty()) return List.of();
    return jdbc.sql(SELECT + "WHERE s.staff_number IN (:numbers) ORDER BY s.staff_number").param("numbers", staffNumbers).query(StaffDirectory::member).list();
  }

  /**
   * The staff of a region.
   *
   * @param unitCode only the teams of this unit; null: all
   * @param grades only these grades; empty: all
   */
  public List<StaffMember> of(String regionCode, String unitCode, Collection<String> grades) {
    return jdbc.sql(SELECT + "WHERE s.region_code = :region AND (:unit IS NULL OR t.unit_code = :unit) AND (:all OR s.grade IN (:grades)) ORDER BY s.staff_number")
        .param("region", regionCode)
        .param("unit", unitCode)
        .param("all", grades.isEmpty())
        .param("grades", grades.isEmpty() ? List.of("") : grades)
        .query(StaffDirectory::member)
        .list();
  }

  private static StaffMember member(ResultSet row, int n) throws SQLException {
    return new StaffMember(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9),
        row.getString(10), row.getInt(11), row.getString(12), row.getString(13), row.getObject(14, LocalDate.class));
  }
}
