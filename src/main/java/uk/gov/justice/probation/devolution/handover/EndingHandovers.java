package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;
import uk.gov.justice.probation.devolution.notification.Notifications;

/** The last steps: both owners sign, hypercare, review, close; or the handover is called off and everything is as it was before. */
@Service
public class EndingHandovers {
  private final HandoverRepository handovers;
  private final Decisions decisions;
  private final Items items;
  private final Queues queues;
  private final SiteMoves siteMoves;
  private final Units units;
  private final Notifications notifications;
  private final Clock clock;

  EndingHandovers(HandoverRepository handovers, Decisions decisions, Items items, Queues queues, SiteMoves siteMoves, Units units, Notifications notifications,
      Clock clock) {
    this.handovers = handovers;
    this.decisions = decisions;
    this.items = items;
    this.queues = queues;
    this.siteMoves = siteMoves;
    this.units = units;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** @param side RELEASING or RECEIVING; {@code signature} SIGN or CALL_OFF */
  @Transactional
  public void sign(long handoverId, String side, String signature, String note, TaskAnswer by) {
    record(handoverId, Decision.of(Step.valueOf("SIGN_" + side), signature, note), by);
  }

  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void completeTransfer(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    if (handover.isTransferred()) return;
    handover.transferred(clock.instant(), HandoverState.HYPERCARE);
    queues.signed(handoverId);
  }

  @Transactional
  public void review(long handoverId, String outcome, String note, TaskAnswer by) {
    record(handoverId, Decision.of(Step.REVIEW, outcome, note), by);
  }

  @Transactional
  public void noteOverdue(long handoverId, String note, TaskAnswer by) {
    record(handoverId, Decision.of(Step.OVERDUE, "NOTED", note), by);
  }

  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void close(long handoverId) {
    end(handoverId, HandoverState.CLOSED, "%s is closed: %d cases moved, %d left with a reason.");
  }

  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void calledOff(long handoverId) {
    items.release(handoverId);
    end(handoverId, HandoverState.CALLED_OFF, "%s was called off. Every case that had moved is back; %d could not be brought back because they had moved on, %d had not moved.");
  }

  private void end(long handoverId, HandoverState end, String told) {
    Handover handover = handovers.lock(handoverId);
    if (handover.state().ended()) return;
    handover.ended(end, clock.instant());
    queues.unfreeze(handoverId);
    if (handover.kind() == HandoverKind.SITE_MOVE) siteMoves.ended(handover);
    for (String group : concerned(handover)) {
      notifications.send("ended-%d-%s".formatted(handoverId, group), group, "%s: %s".formatted(handover.planRowId(), end.label().toLowerCase(Locale.ROOT)),
          told.formatted(handover.planRowId(), handover.moved(), handover.leftBehind()), handover.subject());
    }
  }

  private List<String> concerned(Handover handover) {
    Stream<Unit> owners = Stream.concat(units.all(handover.fromUnits()).stream(), Stream.of(units.get(handover.toUnit())));
    return Stream.concat(owners.map(Unit::ownerGroup), Stream.of("programme-" + handover.regionCode().toLowerCase(Locale.ROOT))).distinct().toList();
  }

  private void record(long handoverId, Decision decision, TaskAnswer by) {
    Handover handover = handovers.lock(handoverId);
    if (decisions.outcomeOf(by).isEmpty()) decisions.record(handover, by, decision);
  }
}
