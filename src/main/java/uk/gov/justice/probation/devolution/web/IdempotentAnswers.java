package uk.gov.justice.probation.devolution.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Answers to requests that carried an Idempotency-Key, by caller and key. A row without a status is a request that still runs. */
@Repository
class IdempotentAnswers {

  /** {@code status} is null while the first request runs. */
  record Known(String request, Integer status, String contentType, String location, String body, LocalDateTime createdAt) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final IdempotencySettings settings;

  IdempotentAnswers(JdbcClient jdbc, Clock clock, IdempotencySettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  /** Empty where the request is the first with its key and may run; otherwise what is known of the first one. */
  Optional<Known> begin(String caller, String key, String request) {
    try {
      jdbc.sql("INSERT INTO idempotent_answer (caller, request_key, request, created_at) VALUES (?, ?, ?, ?)").params(caller, key, request, now()).update();
      return Optional.empty();
    } catch (DuplicateKeyException e) {
      Known known = find(caller, key);
      if (known == null) return begin(caller, key, request);
      return takenOver(caller, key, request, known) ? Optional.empty() : Optional.of(known);
    }
  }

  void answered(String caller, String key, int status, String contentType, String location, String body) {
    jdbc.sql("UPDATE idempotent_answer SET status = ?, content_type = ?, location = ?, body = ? WHERE caller = ? AND request_key = ?")
        .params(status, contentType, location, body, caller, key)
        .update();
  }

  /** The request failed through no fault of its own: it may be sent again. */
  void forget(String caller, String key) {
    jdbc.sql("DELETE FROM idempotent_answer WHERE caller = ? AND request_key = ?").params(caller, key).update();
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  void forgetOld() {
    jdbc.sql("DELETE FROM idempotent_answer WHERE created_at < ?").param(now().minus(settings.keep())).update();
  }

  private Known find(String caller, String key) {
    return jdbc.sql("SELECT request, status, content_type, location, body, created_at FROM idempotent_answer WHERE caller = ? AND request_key = ?")
        .params(caller, key)
        .query((row, n) -> new Known(
            row.getString("request"), row.getObject("status", Integer.class), row.getString("content_type"), row.getString("location"), row.getString("body"),
            row.getObject("created_at", LocalDateTime.class)))
        .optional()
        .orElse(null);
  }

  /** A request that has run for longer than any does belongs to an application that was stopped in the middle of it. Of two that try, one gets it. */
  private boolean takenOver(String caller, String key, String request, Known known) {
    if (known.status() != null || !known.request().equals(request) || known.createdAt().isAfter(now().minus(settings.abandonedAfter()))) return false;
    return jdbc.sql("UPDATE idempotent_answer SET created_at = ? WHERE caller = ? AND request_key = ? AND status IS NULL AND created_at = ?")
        .params(now(), caller, key, known.createdAt())
        .update() == 1;
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
