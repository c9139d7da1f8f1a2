package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes the queues a handover takes work from: while frozen they take no case in and let none out, except through the handover itself. */
@Service
public class Queues {
  private final HandoverRepository handovers;
  private final JdbcClient jdbc;
  private final Clock clock;

  Queues(HandoverRepository handovers, JdbcClient jdbc, Clock clock) {
    this.handovers = handovers;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  public void freeze(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    jdbc.sql("""
            INSERT INTO frozen_queue (handover_id, unit_code, region_code, service_code, frozen_at)
            SELECT :handover, u.code, :region, ps.service_code, :now FROM unit u JOIN plan_service ps ON ps.plan_service_code = :service WHERE u.code IN (:units)
            ON DUPLICATE KEY UPDATE unfrozen_at = NULL
            """)
        .param("handover", handoverId)
        .param("region", handover.regionCode())
        .param("now", now())
        .param("service", handover.service())
        .param("units", handover.fromUnits())
        .update();
  }

  @Transactional
  public void unfreeze(long handoverId) {
    jdbc.sql("UPDATE frozen_queue SET unfrozen_at = ? WHERE handover_id = ? AND unfrozen_at IS NULL").params(now(), handoverId).update();
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
