package uk.gov.justice.probation.devolution.letters;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.letters.Sender.Dispatch;

/** Keeps what would have been an email in the database, to be looked at in the console. */
class LocalMailbox implements Sender {
  private final JdbcClient jdbc;
  private final Clock clock;

  LocalMailbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<String> find(String reference) {
    return jdbc.sql("SELECT CONCAT('local-', id) FROM local_mail WHERE reference = ?").param(reference).query(String.class).optional();
  }

  @Override
  public String send(Dispatch dispatch) {
    jdbc.sql("INSERT INTO local_mail (reference, letter_id, to_address, subject, posted_at) VALUES (?, ?, ?, ?, ?)")
        .params(dispatch.reference(), dispatch.letterId(), dispatch.to(), dispatch.template().subject(), Utc.of(clock.instant()))
        .update();
    return find(dispatch.reference()).orElseThrow();
  }
}
