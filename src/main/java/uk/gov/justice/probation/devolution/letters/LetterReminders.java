package uk.gov.justice.probation.devolution.letters;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.notification.Notifications;

/** Tells the Regional Probation Director, once, that letters which did not go by email still wait for HR; naming nobody. Nothing is stopped. */
@Service
public class LetterReminders {
  private final Notifications notifications;
  private final JdbcClient jdbc;

  LetterReminders(Notifications notifications, JdbcClient jdbc) {
    this.notifications = notifications;
    this.jdbc = jdbc;
  }

  /** @param key of the step as the engine names it: a second call with it does nothing */
  @Transactional
  public void escalate(String batch, long key) {
    jdbc.sql("SELECT region_code, COUNT(*), MIN(id) FROM letter WHERE batch = ? AND state = 'FAILED' GROUP BY region_code").param(batch).query(row -> {
      int waiting = row.getInt(2);
      notifications.send("letters-late-%d".formatted(key), "rpd-" + row.getString(1).toLowerCase(Locale.ROOT), "Letters wait to be sent",
          "%s did not go by email, and HR has not dealt with %s in time. Speak with HR: the tasks are in Tasklist.".formatted(
              waiting == 1 ? "A letter" : waiting + " letters", waiting == 1 ? "it" : "them"), Letters.subject(row.getLong(3)));
    });
  }
}
