package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Freezes the queues a handover takes work from: while frozen they take no case in and let none out, except through the handover itself, and the work on their cases waits. What
 * listens to the events reads what is committed when its statement starts, so that nobody who waits is overlooked.
 */
@Service
public class Queues {
  private final HandoverRepository handovers;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  Queues(HandoverRepository handovers, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.handovers = handovers;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void freeze(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    jdbc.sql("""
            INSERT INTO frozen_queue (handover_id, unit_code, region_code, service_code, frozen_at)
            SELECT :handover, u.code, :region, ps.service_code, :now FROM unit u JOIN plan_service ps ON ps.plan_service_code = :service WHERE u.code IN (:units)
            ON DUPLICATE KEY UPDATE unfrozen_at = NULL, signed_at = NULL
            """)
        .param("handover", handoverId)
        .param("region", handover.regionCode())
        .param("now", now())
        .param("service", handover.service())
        .param("units", handover.fromUnits())
        .update();
    events.publishEvent(new QueueFrozen(handoverId));
  }

  /** Lets the work on the cases that moved go on, because both owners have signed; what stayed behind waits for {@link #unfreeze}. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void signed(long handoverId) {
    jdbc.sql("UPDATE frozen_queue SET signed_at = ? WHERE handover_id = ? AND signed_at IS NULL").params(now(), handoverId).update();
    events.publishEvent(new QueueReleased(handoverId));
    events.publishEvent(new CasesHandedOver(handoverId));
  }

  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void unfreeze(long handoverId) {
    int released = jdbc.sql("UPDATE frozen_queue SET unfrozen_at = ? WHERE handover_id = ? AND unfrozen_at IS NULL").params(now(), handoverId).update();
    if (released > 0) events.publishEvent(new QueueReleased(handoverId));
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
