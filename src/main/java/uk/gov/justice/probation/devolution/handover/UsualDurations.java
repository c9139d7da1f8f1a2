package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;
import uk.gov.justice.probation.devolution.handover.HandoverReport.GateAnswer;

/**
 * How many working days a gate usually takes from the inventory until it is met: the median of what it took, once three
 * handovers have met it; until then what is assumed of it.
 */
public record UsualDurations(Map<Gate, Integer> workingDays) {
    private static final int ENOUGH = 3;
    private static final Map<Gate, Integer> ASSUMED = Map.of(
            Gate.BRIEFING, 10,
            Gate.EQIP, 10,
            Gate.TRAINING_OASYS, 15,
            Gate.CONSULTATION, 30,
            Gate.RECRUITMENT, 30,
            Gate.VETTING, 40);

    static final UsualDurations ASSUMED_OF_ALL = new UsualDurations(ASSUMED);

    public static UsualDurations of(List<HandoverReport> handovers, WorkingCalendar calendar, ZoneId zone) {
        Map<Gate, List<Integer>> taken = new EnumMap<>(Gate.class);
        for (HandoverReport handover : handovers) {
            if (handover.inventoryTakenAt() == null) continue;
            LocalDate begun = LocalDate.ofInstant(handover.inventoryTakenAt(), zone);
            handover.gates().stream()
                    .filter(GateAnswer::met)
                    .forEach(gate -> taken.computeIfAbsent(gate.gate(), none -> new ArrayList<>())
                            .add(workingDays(begun, LocalDate.ofInstant(gate.answeredAt(), zone), calendar)));
        }
        Map<Gate, Integer> usual = new EnumMap<>(ASSUMED);
        taken.forEach((gate, days) -> {
            if (days.size() >= ENOUGH)
                usual.put(gate, days.stream().sorted().toList().get(days.size() / 2));
        });
        return new UsualDurations(usual);
    }

    int of(Gate gate) {
        return workingDays.get(gate);
    }

    private static int workingDays(LocalDate from, LocalDate until, WorkingCalendar calendar) {
        return (int) from.datesUntil(until.isBefore(from) ? from : until)
                .filter(calendar::isWorkingDay)
                .count();
    }
}
