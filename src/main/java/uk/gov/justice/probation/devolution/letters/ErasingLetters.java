package uk.gov.justice.probation.devolution.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Erases the text of letters whose time is over, once a day and soon after every start. That they were written and sent, and their hashes, stay. */
@Component
public class ErasingLetters {
  private record Due(long id, String regionCode) {}

  private final LetterSettings settings;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  ErasingLetters(LetterSettings settings, AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.settings = settings;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT24H")
  @Transactional
  public void eraseWhatIsDue() {
    LocalDateTime now = Utc.of(clock.instant());
    LocalDate keptSince = LocalDate.now(clock).minus(settings.keepFor());
    jdbc.sql("SELECT id, region_code FROM letter WHERE erased_at IS NULL AND state IN ('SENT', 'HANDED_OVER') AND written_at < ? ORDER BY id FOR UPDATE")
        .param(keptSince.atStartOfDay())
        .query((row, n) -> new Due(row.getLong(1), row.getString(2)))
        .list()
        .forEach(due -> erase(due, now));
  }

  private void erase(Due due, LocalDateTime now) {
    jdbc.sql("UPDATE letter SET html = NULL, pdf = NULL, erased_at = ? WHERE id = ?").params(now, due.id()).update();
    audit.record("system", "LETTER_ERASED", Letters.subject(due.id()), due.regionCode(), Map.of());
  }
}
