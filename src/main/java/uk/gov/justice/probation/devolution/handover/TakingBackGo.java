package uk.gov.justice.probation.devolution.handover;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Takes a decision to go back, until the day begins on which the cases move: then it is decided again. The database says whether go still stands; the process is told, and asks it once
 * more before anything moves (ADR 0059).
 */
@Service
public class TakingBackGo {
  private static final int NOTE = 2000;
  /** A message that comes later finds no go of that decision any more, and the process sees by itself that it does not stand. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final HandoverRepository handovers;
  private final Decisions decisions;
  private final Units units;
  private final Notifications notifications;
  private final ApplicationEventPublisher events;
  private final Deadlines deadlines;
  private final JdbcClient jdbc;

  TakingBackGo(HandoverRepository handovers, Decisions decisions, Units units, Notifications notifications, ApplicationEventPublisher events, Deadlines deadlines, JdbcClient jdbc) {
    this.handovers = handovers;
    this.decisions = decisions;
    this.units = units;
    this.notifications = notifications;
    this.events = events;
    this.deadlines = deadlines;
    this.jdbc = jdbc;
  }

  /** Whoever may decide on the region's handovers, or on those that are escalated. */
  public boolean isFor(Colleague colleague, String regionCode) {
    return colleague.holds("head-of-operations", regionCode) || colleague.holds("rpd", regionCode);
  }

  /** Why it cannot be taken back, as a sentence; empty where it can. */
  @Transactional(readOnly = true)
  public Optional<String> whyNot(long handoverId) {
    return whyNot(handovers.get(handoverId));
  }

  /** @throws AnswerRefusedException where the reason is missing, or it is too late */
  @Transactional
  public void takeBack(long handoverId, String reason, Colleague by) {
    Handover handover = handovers.lock(handoverId);
    String slug = handover.regionCode().toLowerCase(Locale.ROOT);
    by.mustBeInOneOf(List.of("head-of-operations-" + slug, "rpd-" + slug), "take back the decision to go on %s".formatted(handover.planRowId()));
    String why = new Entered("Why the decision is taken back", reason).required(NOTE);
    whyNot(handover).ifPresent(tooLate -> {
      throw new AnswerRefusedException(tooLate);
    });
    long go = handover.goTask();
    handover.goTakenBack();
    decisions.record(handover, by, Decision.of(Step.DECISION, "TAKEN_BACK", why));
    tell(handover, go, why);
    events.publishEvent(new EngineMessage("handover.decisionTakenBack", goKey(handoverId, go), "decisionTakenBack-" + goKey(handoverId, go), Map.of(), KEPT));
  }

  /** Whether go still stands on its day: what was taken back meanwhile is decided again, and nothing moves. */
  @Transactional
  public boolean stands(long handoverId) {
    return handovers.lock(handoverId).state() == HandoverState.SCHEDULED;
  }

  /** By which the process waits for its own go to be taken back, and for no other one. */
  public static String goKey(long handoverId, long goTask) {
    return handoverId + "-" + goTask;
  }

  private Optional<String> whyNot(Handover handover) {
    if (handover.state() != HandoverState.SCHEDULED) {
      return Optional.of("There is no decision to go that could be taken back: %s stands at '%s'. Nothing was changed.".formatted(handover.planRowId(), handover.state().label()));
    }
    if (!handover.plannedDate().isAfter(deadlines.today()) || isFrozen(handover)) {
      return Optional.of("The day of the move, %s, has begun: the decision can no longer be taken back. Until both units have signed, the transfer can be called off in Tasklist, and every case goes back."
          .formatted(Deadlines.inWords(handover.plannedDate())));
    }
    if (handover.goTask() == null) {
      return Optional.of("This decision was made before decisions could be taken back. Until both units have signed, the transfer can be called off in Tasklist, and every case goes back.");
    }
    return Optional.empty();
  }

  /** Another replica's clock may be ahead of ours: what it has begun has begun. */
  private boolean isFrozen(Handover handover) {
    return jdbc.sql("SELECT COUNT(*) FROM frozen_queue WHERE handover_id = ? AND unfrozen_at IS NULL").param(handover.id()).query(Integer.class).single() > 0;
  }

  /** Also the Regional Probation Director, who may have decided it. */
  private void tell(Handover handover, long go, String why) {
    Stream<String> told = Stream.concat(units.concernedBy(handover).stream(), Stream.of("rpd-" + handover.regionCode().toLowerCase(Locale.ROOT))).distinct();
    for (String group : told.toList()) {
      notifications.send("taken-back-%d-%s".formatted(go, group), group, "%s does not move on %s".formatted(handover.planRowId(), Deadlines.inWords(handover.plannedDate())),
          "The decision to go was taken back: %s It is decided again. Nothing has moved, and no queue is frozen.".formatted(why.endsWith(".") ? why : why + "."), handover.subject());
    }
  }
}
