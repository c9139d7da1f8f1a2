package uk.gov.justice.probation.devolution.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Messages to a task group, read on the console's messages page. They name rows of the plan, dates and counts, never a person. */
@Service
public class Notifications {

  public record Notification(long id, LocalDateTime at, String toGroup, String subject, String body, String about) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Notifications(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Sends once: a second call with the same {@code dedupKey} does nothing. */
  @Transactional
  public void send(String dedupKey, String toGroup, String subject, String body, String about) {
    jdbc.sql("INSERT IGNORE INTO notification (at, to_group, subject, body, about, dedup_key) VALUES (?, ?, ?, ?, ?, ?)")
        .params(Utc.of(clock.instant()), toGroup, subject, body, about, dedupKey)
        .update();
  }

  /** Of what was told about these only this is left, e.g. because access to a case was limited afterwards. */
  @Transactional
  public void mask(Collection<String> abouts, String subject, String body) {
    if (abouts.isEmpty()) return;
    jdbc.sql("UPDATE notification SET subject = :subject, body = :body WHERE about IN (:abouts)").param("subject", subject).param("body", body).param("abouts", abouts).update();
  }

  /** The newest first. */
  public List<Notification> to(Collection<String> groups, int limit) {
    if (groups.isEmpty()) return List.of();
    return jdbc.sql("SELECT id, at, to_group, subject, body, about FROM notification WHERE to_group IN (:groups) ORDER BY id DESC LIMIT :limit")
        .param("groups", groups)
        .param("limit", limit)
        .query((row, n) -> new Notification(
            row.getLong("id"), row.getObject("at", LocalDateTime.class), row.getString("to_group"), row.getString("subject"),
            row.getString("body"), row.getString("about")))
        .list();
  }
}
