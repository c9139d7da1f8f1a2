package uk.gov.justice.probation.devolution.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Who takes part in a consultation, and who may act for whom. */
@Service
public class Cohorts {
  private static final String SELECT = "SELECT id, consultation_id, staff_number, active_mark, extended_to, one_to_one_state FROM cohort_member ";

  private final JdbcClient jdbc;
  private final StaffDirectory staff;

  Cohorts(JdbcClient jdbc, StaffDirectory staff) {
    this.jdbc = jdbc;
    this.staff = staff;
  }

  /** Those who take part now, in the order of their ids. */
  public List<Member> active(long consultationId) {
    return jdbc.sql(SELECT + "WHERE consultation_id = ? AND active_mark = 1 ORDER BY id").param(consultationId).query(Cohorts::member).list();
  }

  /** @throws NoSuchElementException where there is no such member */
  public Member get(long memberId) {
    return find(memberId).orElseThrow(() -> new NoSuchElementException("No member of a cohort has the number %d".formatted(memberId)));
  }

  public Optional<Member> find(long memberId) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(memberId).query(Cohorts::member).optional();
  }

  /** The consultations that a member of staff takes part in, the newest first. */
  public List<Member> of(String staffNumber) {
    return jdbc.sql(SELECT + "WHERE staff_number = ? AND active_mark = 1 ORDER BY id DESC").param(staffNumber).query(Cohorts::member).list();
  }

  /** Whether the colleague is the person, their line manager or HR of their region: nobody else sees what a person has told us. */
  public boolean mayActFor(Colleague colleague, Member member) {
    StaffMember person = staff.find(member.staffNumber()).orElseThrow();
    return colleague.userName().equals(person.staffNumber())
        || colleague.userName().equals(person.lineManagerStaffNumber())
        || colleague.groups().contains("hr-" + person.regionCode().toLowerCase(Locale.ROOT));
  }

  private static Member member(ResultSet row, int n) throws SQLException {
    return new Member(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4) == 1, row.getObject(5, LocalDate.class), row.getString(6));
  }
}
