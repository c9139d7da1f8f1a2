package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.util.Optional;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.handover.Deciding.Proposal;
import uk.gov.justice.probation.devolution.handover.ReadinessRules.Readiness;

/** What may be decided about a handover, and on which days it may move. */
final class DecisionPolicy {
    private static final EnteredDay MOVES_ON =
            EnteredDay.required("the day on which it moves", DayRule.notPast(), DayRule.workingDay());
    private static final EnteredDay MOVED_ON_IN_REPLAY =
            EnteredDay.required("the day on which it moves", DayRule.workingDay());
    private static final EnteredDay HELD_UNTIL =
            EnteredDay.required("the new date of a hold", DayRule.toCome(), DayRule.workingDay());

    private DecisionPolicy() {}

    /** Why the decision cannot be accepted, as a sentence; empty if it can. */
    static Optional<String> refusal(Handover handover, Proposal proposal, Readiness readiness, Deadlines deadlines) {
        boolean noted = proposal.note() != null && !proposal.note().isBlank();
        return switch (String.valueOf(proposal.decision())) {
            case "GO" -> {
                if (readiness.result().equals("HOLD")) {
                    yield Optional.of(
                            "Go is not possible while readiness is HOLD: %s Choose hold with a new date, or cancel."
                                    .formatted(String.join(" ", readiness.reasons())));
                }
                if (!readiness.result().equals("GO") && !noted)
                    yield Optional.of("Readiness is %s. Say in the note why the handover goes ahead anyway."
                            .formatted(readiness.result()));
                yield noMove(handover, proposal.date() == null ? handover.plannedDate() : proposal.date(), deadlines);
            }
            case "HOLD" -> HELD_UNTIL.and(inTheWindow(handover)).problem(proposal.date(), deadlines);
            case "CANCEL" -> noted ? Optional.empty() : Optional.of("Say in the note why the handover is cancelled.");
            default -> Optional.of("Choose go, hold or cancel.");
        };
    }

    /**
     * Why the handover cannot move on that day, as a sentence; empty if it can. In a replay the plan's own day is
     * always accepted, even a Sunday.
     */
    static Optional<String> noMove(Handover handover, LocalDate date, Deadlines deadlines) {
        if (handover.isReplay() && date.equals(handover.plannedDate())) return Optional.empty();
        EnteredDay rule = handover.isReplay() ? MOVED_ON_IN_REPLAY : MOVES_ON;
        return rule.and(inTheWindow(handover)).problem(date, deadlines);
    }

    private static DayRule inTheWindow(Handover handover) {
        return DayRule.notBefore(handover.windowStart(), "its window starts");
    }
}
