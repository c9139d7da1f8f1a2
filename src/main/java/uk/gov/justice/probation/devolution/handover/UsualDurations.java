package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;
import uk.gov.justice.probation.devolution.handover.HandoverReport.GateAnswer;

/**
 * How many working days a gate usually takes from the inventory until it is met: the median of what it took, once three
 * handovers have met it; until then the least that it takes, of which the programme board warns too.
 */
public record UsualDurations(Map<Gate, Integer> workingDays) {
    private static final int ENOUGH = 3;

    static UsualDurations assumed(WarningSettings settings) {
        return new UsualDurations(
                Arrays.stream(Gate.values()).collect(Collectors.toMap(Function.identity(), settings::leastFor)));
    }

    public static UsualDurations of(
            List<HandoverReport> handovers, WarningSettings settings, WorkingCalendar calendar, ZoneId zone) {
        Map<Gate, List<Integer>> taken = new EnumMap<>(Gate.class);
        for (HandoverReport handover : handovers) {
            if (handover.inventoryTakenAt() == null) continue;
            LocalDate begun = LocalDate.ofInstant(handover.inventoryTakenAt(), zone);
            handover.gates().stream()
                    .filter(GateAnswer::met)
                    .forEach(gate -> taken.computeIfAbsent(gate.gate(), none -> new ArrayList<>())
                            .add(workingDays(begun, LocalDate.ofInstant(gate.answeredAt(), zone), calendar)));
        }
        Map<Gate, Integer> usual = new EnumMap<>(assumed(settings).workingDays());
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
