package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/**
 * Decides which handovers are late, due soon or at risk. At risk is one whose planned date has passed, one with a gate
 * that cannot be closed in time, and one that is fed by a site move which ends after the last day for its inventory.
 * What has moved, has ended or has no due date is none of these.
 */
record PunctualityPolicy(Deadlines deadlines, HandoverSettings settings, WarningSettings warnings) {

    /** @param feeding the site moves that bring the work to where it is handed over from, ended ones too */
    Punctuality of(HandoverReport handover, List<HandoverReport> feeding) {
        if (handover.due() == null
                || handover.transferredAt() != null
                || handover.state().ended()) return Punctuality.NOTHING_TO_WARN_OF;
        boolean late = handover.due().isBefore(deadlines.today());
        try {
            return new Punctuality(late, !late && isNear(handover.due()), risks(handover, feeding, late));
        } catch (BeyondCalendarException noBankHolidaysKnown) {
            return new Punctuality(late, false, List.of());
        }
    }

    private boolean isNear(LocalDate due) {
        return !due.isAfter(deadlines.workingDaysFrom(deadlines.today(), warnings.dueSoon()));
    }

    private List<String> risks(HandoverReport handover, List<HandoverReport> feeding, boolean late) {
        List<String> risks = new ArrayList<>();
        if (!handover.state().beforeTransfer()) return risks;
        if (handover.plannedDate().isBefore(deadlines.today())) {
            if (!late)
                risks.add("Its planned date, %s, has passed, and it has not moved."
                        .formatted(Deadlines.inWords(handover.plannedDate())));
            return risks;
        }
        if (handover.state().beforeGo())
            handover.gates().stream()
                    .filter(gate -> !gate.met())
                    .forEach(gate -> gateRisk(gate.gate(), handover, risks));
        if (handover.inventoryTakenAt() == null)
            feeding.stream().filter(move -> !move.state().ended()).forEach(move -> feedingRisk(move, handover, risks));
        return risks;
    }

    private void gateRisk(Gate gate, HandoverReport handover, List<String> risks) {
        int least = warnings.leastFor(gate);
        LocalDate closes = deadlines.workingDaysFrom(notBeforeToday(handover.windowStart()), least);
        if (closes.isAfter(handover.plannedDate()))
            risks.add(
                    "%s is open and takes %s at least: it can be closed on %s at the earliest, after the planned date."
                            .formatted(
                                    gate.label(),
                                    least + (least == 1 ? " working day" : " working days"),
                                    Deadlines.inWords(closes)));
    }

    private void feedingRisk(HandoverReport move, HandoverReport fed, List<String> risks) {
        LocalDate ends = notBeforeToday(move.plannedDate());
        LocalDate lastInventory = deadlines.workingDaysFrom(fed.plannedDate(), -settings.gatesAtLeast());
        if (ends.isAfter(lastInventory))
            risks.add(
                    "Site move %s brings the work to %s first and ends on %s at the earliest. The inventory of %s has to be taken by %s for its planned date."
                            .formatted(
                                    move.planRowId(),
                                    move.to().name(),
                                    Deadlines.inWords(ends),
                                    fed.planRowId(),
                                    Deadlines.inWords(lastInventory)));
    }

    private LocalDate notBeforeToday(LocalDate day) {
        return day.isBefore(deadlines.today()) ? deadlines.today() : day;
    }
}
