package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;
import uk.gov.justice.probation.devolution.handover.ReadinessRules.Readiness;

/** Go, hold or cancel: decided by the region's head of operations, or its RPD where readiness says ESCALATE. Kept with its maker and the readiness it was taken on. */
@Service
public class Deciding {

  /**
   * What the decision form says.
   *
   * @param date for GO when to move, for HOLD the new planned date
   * @param canBeTakenBack whether the process waits to be told that go is taken back
   */
  public record Proposal(String decision, LocalDate date, String note, boolean canBeTakenBack) {}

  private static final int NOTE = 2000;

  private static final EnteredDay MOVES_ON = EnteredDay.required("the day on which it moves", DayRule.notPast(), DayRule.workingDay());
  private static final EnteredDay MOVED_ON_IN_REPLAY = EnteredDay.required("the day on which it moves", DayRule.workingDay());
  private static final EnteredDay HELD_UNTIL = EnteredDay.required("the new date of a hold", DayRule.toCome(), DayRule.workingDay());

  private final HandoverRepository handovers;
  private final AssessingReadiness assessing;
  private final Decisions decisions;
  private final Items items;
  private final Deadlines deadlines;
  private final Clock clock;

  Deciding(HandoverRepository handovers, AssessingReadiness assessing, Decisions decisions, Items items, Deadlines deadlines, Clock clock) {
    this.handovers = handovers;
    this.assessing = assessing;
    this.decisions = decisions;
    this.items = items;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * Readiness is assessed again: by it stands who decides, and what can be decided.
   *
   * @return the planned date as it is now
   * @throws AnswerRefusedException where the decision does not stand
   */
  @Transactional
  public LocalDate decide(long handoverId, Proposal proposal, TaskAnswer by) {
    Handover handover = handovers.lock(handoverId);
    if (decisions.outcomeOf(by).isPresent()) return handover.plannedDate();
    Readiness readiness = assessing.assess(handover);
    by.mustHold(readiness.escalated() ? "rpd" : "head-of-operations", handover.regionCode(), "decide whether the handover goes ahead");
    new Entered("The note", proposal.note()).atMost(NOTE);
    String refused = refusal(handover, proposal, readiness);
    if (refused != null) throw new AnswerRefusedException(refused);
    if (proposal.date() != null && !proposal.decision().equals("CANCEL")) handover.plannedFor(proposal.date());
    if (proposal.decision().equals("GO")) handover.goes(proposal.canBeTakenBack() ? by.taskInstance() : null);
    decisions.record(handover, by,
        new Decision(Step.DECISION, proposal.decision(), readiness.result(), String.join(" ", readiness.reasons()), proposal.note(), handover.plannedDate()));
    return handover.plannedDate();
  }

  /** The planned date, where go could stand on it; otherwise whoever decides has to choose another. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> proposedDate(long handoverId) {
    Handover handover = handovers.get(handoverId);
    return Optional.of(handover.plannedDate()).filter(planned -> moves(handover, planned) == null);
  }

  @Transactional
  public void cancel(long handoverId) {
    handovers.lock(handoverId).ended(HandoverState.CANCELLED, clock.instant());
    items.release(handoverId);
  }

  private String refusal(Handover handover, Proposal proposal, Readiness readiness) {
    LocalDate date = proposal.date();
    boolean noted = proposal.note() != null && !proposal.note().isBlank();
    return switch (String.valueOf(proposal.decision())) {
      case "GO" -> {
        if (readiness.result().equals("HOLD")) yield "Go is not possible while readiness is HOLD: %s Choose hold with a new date, or cancel.".formatted(String.join(" ", readiness.reasons()));
        if (!readiness.result().equals("GO") && !noted) yield "Readiness is %s. Say in the note why the handover goes ahead all the same.".formatted(readiness.result());
        yield moves(handover, date == null ? handover.plannedDate() : date);
      }
      case "HOLD" -> HELD_UNTIL.and(inTheWindow(handover)).problem(date, deadlines).orElse(null);
      case "CANCEL" -> noted ? null : "Say in the note why the handover is cancelled.";
      default -> "Choose go, hold or cancel.";
    };
  }

  /** In a replay the plan's own day stands as it is, even a Sunday. */
  private String moves(Handover handover, LocalDate date) {
    if (handover.isReplay() && date.equals(handover.plannedDate())) return null;
    EnteredDay rule = handover.isReplay() ? MOVED_ON_IN_REPLAY : MOVES_ON;
    return rule.and(inTheWindow(handover)).problem(date, deadlines).orElse(null);
  }

  private static DayRule inTheWindow(Handover handover) {
    return DayRule.notBefore(handover.windowStart(), "its window starts");
  }
}
