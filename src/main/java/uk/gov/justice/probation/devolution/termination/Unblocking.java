package uk.gov.justice.probation.devolution.termination;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.unpaidwork.EnforcementClosed;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomeSettled;

/** What blocked a termination may be gone: its process looks again, without waiting for its timer. */
@Component
class Unblocking {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  Unblocking(ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(OutcomeSettled settled) {
    lookAgain(settled.caseId());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(EnforcementClosed closed) {
    lookAgain(closed.caseId());
  }

  private void lookAgain(long caseId) {
    jdbc.sql("SELECT id FROM termination WHERE case_id = ? AND open_mark = 1 AND state IN ('COLLECTING', 'BLOCKED')").param(caseId).query(Long.class).optional()
        .ifPresent(id -> events.publishEvent(
            new EngineMessage("termination.unblocked", Long.toString(id), "unblocked-%d-%d".formatted(id, clock.millis()), Map.of(), KEPT)));
  }
}
