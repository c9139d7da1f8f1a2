package uk.gov.justice.probation.devolution.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Answers to requests that carried an Idempotency-Key, by caller and key. A row without a status is a request that still runs, as long as its application says so: it renews the lease while it works,
 * and the key is free once an application that was killed has not. No connection is held meanwhile; the time is the database's, the same for all replicas.
 */
@Repository
class IdempotentAnswers {

  /** {@code status} is null while the first request runs. */
  record Known(String request, Integer status, String contentType, String location, String body) {}

  private record Key(String caller, String key) {}

  private static final String LEASED = "UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND";

  private final String holder = UUID.randomUUID().toString();
  private final Set<Key> working = ConcurrentHashMap.newKeySet();
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
      jdbc.sql("INSERT INTO idempotent_answer (caller, request_key, request, created_at, holder, working_until) VALUES (?, ?, ?, ?, ?, " + LEASED + ")")
          .params(caller, key, request, now(), holder, lease())
          .update();
    } catch (DuplicateKeyException e) {
      Known known = find(caller, key);
      if (known == null) return begin(caller, key, request);
      if (!takenOver(caller, key, request)) return Optional.of(known);
    }
    working.add(new Key(caller, key));
    return Optional.empty();
  }

  void answered(String caller, String key, int status, String contentType, String location, String body) {
    working.remove(new Key(caller, key));
    jdbc.sql("UPDATE idempotent_answer SET status = ?, content_type = ?, location = ?, body = ? WHERE caller = ? AND request_key = ? AND holder = ?")
        .params(status, contentType, location, body, caller, key, holder)
        .update();
  }

  /** The request failed through no fault of its own: it may be sent again. */
  void forget(String caller, String key) {
    working.remove(new Key(caller, key));
    jdbc.sql("DELETE FROM idempotent_answer WHERE caller = ? AND request_key = ? AND holder = ?").params(caller, key, holder).update();
  }

  @Scheduled(fixedRateString = "PT5S")
  void renew() {
    working.forEach(at -> jdbc.sql("UPDATE idempotent_answer SET working_until = " + LEASED + " WHERE caller = ? AND request_key = ? AND holder = ?")
        .params(lease(), at.caller(), at.key(), holder)
        .update());
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  void forgetOld() {
    jdbc.sql("DELETE FROM idempotent_answer WHERE created_at < ?").param(now().minus(settings.keep())).update();
  }

  private Known find(String caller, String key) {
    return jdbc.sql("SELECT request, status, content_type, location, body FROM idempotent_answer WHERE caller = ? AND request_key = ?")
        .params(caller, key)
        .query((row, n) -> new Known(
            row.getString("request"), row.getObject("status", Integer.class), row.getString("content_type"), row.getString("location"), row.getString("body")))
        .optional()
        .orElse(null);
  }

  /** Nobody works on it any more. Of two that try, one gets it. */
  private boolean takenOver(String caller, String key, String request) {
    return jdbc.sql("UPDATE idempotent_answer SET holder = ?, created_at = ?, working_until = " + LEASED + """
             WHERE caller = ? AND request_key = ? AND request = ? AND status IS NULL AND (working_until IS NULL OR working_until < UTC_TIMESTAMP(3))
            """)
        .params(holder, now(), lease(), caller, key, request)
        .update() == 1;
  }

  private long lease() {
    return settings.lease().toNanos() / 1_000;
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
