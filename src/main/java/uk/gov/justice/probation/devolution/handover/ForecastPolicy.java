package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;
import uk.gov.justice.probation.devolution.handover.HandoverReport.GateAnswer;

/**
 * On which day a handover can be expected to move, by what is known today: on its planned day, unless that has passed,
 * its open gates take longer, or a site move that it waits for ends later. Gates are worked on side by side, so that
 * the one that usually takes longest counts.
 */
public final class ForecastPolicy {

    /** What the day depends on. */
    public enum Because {
        PLANNED("as planned"),
        PASSED("because its planned day has passed"),
        GATES("because of the gates that are still open"),
        WAITS("because of what it waits for");

        private final String words;

        Because(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The rule as a sentence, for whoever reads what follows from it. */
    public static final String IN_WORDS =
            "A handover is expected on its planned day. If that has passed, it is expected on the next working day. While gates are open, it is expected when the slowest of them can be met. It is never expected before the end of a site move that it waits for.";

    public record Forecast(LocalDate on, Because because) {}

    private final WorkingCalendar calendar;
    private final UsualDurations usual;
    private final LocalDate today;
    private final ZoneId zone;

    public ForecastPolicy(WorkingCalendar calendar, UsualDurations usual, LocalDate today, ZoneId zone) {
        this.calendar = calendar;
        this.usual = usual;
        this.today = today;
        this.zone = zone;
    }

    /**
     * The forecasts of those that have not moved and have not ended, by their ids; none where it lies beyond the known
     * bank holidays.
     *
     * @param waitsFor for a handover, the site moves that feed it
     */
    public Map<Long, Forecast> of(List<HandoverReport> handovers, Map<Long, List<Long>> waitsFor) {
        Map<Long, Forecast> forecasts = new HashMap<>();
        for (boolean siteMoves : new boolean[] {true, false}) {
            handovers.stream()
                    .filter(handover -> (handover.kind() == HandoverKind.SITE_MOVE) == siteMoves)
                    .filter(HandoverReport::isToMove)
                    .forEach(handover -> forecast(
                                    handover,
                                    waitsFor.getOrDefault(handover.id(), List.of()).stream()
                                            .map(forecasts::get)
                                            .filter(move -> move != null)
                                            .map(Forecast::on)
                                            .max(LocalDate::compareTo))
                            .ifPresent(forecast -> forecasts.put(handover.id(), forecast)));
        }
        return forecasts;
    }

    private Optional<Forecast> forecast(HandoverReport handover, Optional<LocalDate> waitsUntil) {
        try {
            return Optional.of(day(handover, waitsUntil));
        } catch (BeyondCalendarException e) {
            return Optional.empty();
        }
    }

    private Forecast day(HandoverReport handover, Optional<LocalDate> waitsUntil) {
        boolean passed = handover.plannedDate().isBefore(today);
        Forecast asPlanned = passed
                ? new Forecast(calendar.onOrAfter(today), Because.PASSED)
                : new Forecast(handover.plannedDate(), Because.PLANNED);
        LocalDate begins = Stream.of(today, handover.windowStart(), waitsUntil.orElse(today))
                .max(LocalDate::compareTo)
                .orElse(today);
        LocalDate ready = ready(handover, begins);
        if (!ready.isAfter(asPlanned.on())) return asPlanned;
        boolean waits = waitsUntil.isPresent() && begins.equals(waitsUntil.get()) && begins.isAfter(today);
        return new Forecast(ready, waits ? Because.WAITS : Because.GATES);
    }

    /** When its last gate can be met. A gate counts from the inventory on, which is taken when the work begins. */
    private LocalDate ready(HandoverReport handover, LocalDate begins) {
        if (!handover.state().beforeGo()) return today;
        int longest = handover.gates().stream()
                .filter(gate -> !gate.met())
                .map(GateAnswer::gate)
                .mapToInt(usual::of)
                .max()
                .orElse(0);
        if (longest == 0) return begins;
        boolean begun = handover.state() == HandoverState.GATES && handover.inventoryTakenAt() != null;
        LocalDate from = begun ? LocalDate.ofInstant(handover.inventoryTakenAt(), zone) : begins;
        LocalDate usually = calendar.plus(from, longest);
        return usually.isAfter(today) ? usually : calendar.plus(today, 1);
    }
}
