package uk.gov.justice.probation.devolution.confidential;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;

/** Erases confidential records whose time has ended, once a day and soon after every start; that it was done is audited, for each person. */
@Component
public class ErasingRecords {
  private record Due(String staffNumber, String regionCode, int records) {}

  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  ErasingRecords(AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT24H")
  @Transactional
  public void eraseWhatIsDue() {
    LocalDate today = LocalDate.now(clock);
    jdbc.sql("SELECT id FROM confidential_record WHERE erase_after < ? ORDER BY id FOR UPDATE").param(today).query(Long.class).list();
    List<Due> due = jdbc.sql("""
            SELECT c.staff_number, s.region_code, COUNT(*) FROM confidential_record c JOIN workforce_staff_view s ON s.staff_number = c.staff_number
            WHERE c.erase_after < ? GROUP BY c.staff_number, s.region_code ORDER BY c.staff_number
            """)
        .param(today)
        .query((row, n) -> new Due(row.getString(1), row.getString(2), row.getInt(3)))
        .list();
    jdbc.sql("DELETE FROM confidential_record WHERE erase_after < ?").param(today).update();
    due.forEach(person -> audit.record("system", "CONFIDENTIAL_ERASED", "staff/" + person.staffNumber(), person.regionCode(), Map.of("records", person.records())));
  }
}
