package uk.gov.justice.probation.devolution.workforce;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;

/** Gives a member of staff their new base and role, once they have started there. */
@Service
public class MovingStaff {
  private final JdbcClient jdbc;
  private final AuditTrail audit;

  MovingStaff(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * Moves once: who is there already stays there, and nothing is recorded. Their team is HR's to change, in the staff file.
   *
   * @param role a code of {@link Roles}, of the person's grade
   * @param actor who is named in the audit
   * @throws IllegalArgumentException with a sentence that says which of person, site and role is not known
   */
  @Transactional
  public void move(String staffNumber, String siteCode, String role, String actor) {
    String region = jdbc.sql("SELECT region_code FROM staff WHERE staff_number = ? FOR UPDATE").param(staffNumber).query(String.class).optional()
        .orElseThrow(() -> new IllegalArgumentException("There is nobody with the staff number %s. Import the staff file again".formatted(staffNumber)));
    boolean siteKnown = jdbc.sql("SELECT COUNT(*) FROM site WHERE code = ?").param(siteCode).query(Long.class).single() > 0;
    if (!siteKnown) throw new IllegalArgumentException("There is no site %s. Import the sites again".formatted(siteCode));
    boolean roleOfTheirGrade = jdbc.sql("SELECT COUNT(*) FROM role r JOIN staff s ON s.grade = r.grade_code WHERE s.staff_number = ? AND r.code = ?")
        .params(staffNumber, role).query(Long.class).single() > 0;
    if (!roleOfTheirGrade) throw new IllegalArgumentException("%s is not a role that the grade of %s may take".formatted(role, staffNumber));
    int moved = jdbc.sql("UPDATE staff SET site_code = :site, role_code = :role WHERE staff_number = :number AND NOT (site_code = :site AND role_code <=> :role)")
        .param("site", siteCode).param("role", role).param("number", staffNumber).update();
    if (moved > 0) audit.record(actor, "STAFF_MOVED", "staff/" + staffNumber, region, Map.of("site", siteCode, "role", role));
  }
}
