package uk.gov.justice.probation.devolution.termination;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.handover.HandedOverQuery;
import uk.gov.justice.probation.devolution.handover.QueueFrozen;
import uk.gov.justice.probation.devolution.handover.QueueReleased;

/** While terminations of a region are handed over, those that run wait; afterwards they go on with whoever has them then. */
@Component
class WaitingForHandovers {
  /** A termination that is about to open a task when the queue freezes finds the message when it has. */
  private static final Duration KEPT_FROZEN = Duration.ofMinutes(10);
  private static final Duration KEPT_RELEASED = Duration.ofDays(30);

  private final HandedOverQuery handedOver;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  WaitingForHandovers(HandedOverQuery handedOver, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.handedOver = handedOver;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(QueueFrozen frozen) {
    running(frozen.handoverId(), false).forEach(id -> tell("termination.queueFrozen", id, KEPT_FROZEN));
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(QueueReleased released) {
    for (long id : running(released.handoverId(), true)) {
      if (jdbc.sql("UPDATE termination SET waiting = FALSE, version = version + 1 WHERE id = ? AND waiting").param(id).update() > 0) {
        tell("termination.queueReleased", id, KEPT_RELEASED);
      }
    }
  }

  private List<Long> running(long handoverId, boolean waiting) {
    List<Long> cases = handedOver.frozenCases(handoverId, StartingTerminations.SERVICE);
    if (cases.isEmpty()) return List.of();
    return jdbc.sql("SELECT id FROM termination WHERE open_mark = 1 AND waiting = :waiting AND case_id IN (:cases) ORDER BY id")
        .param("waiting", waiting).param("cases", cases).query(Long.class).list();
  }

  private void tell(String message, long id, Duration kept) {
    events.publishEvent(new EngineMessage(message, Long.toString(id), "%s-%d-%d".formatted(message, id, clock.millis()), Map.of(), kept));
  }
}
