package uk.gov.justice.probation.devolution.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.ForecastPolicy.Forecast;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.HandoverState;
import uk.gov.justice.probation.devolution.handover.ProgressQuery.Moved;
import uk.gov.justice.probation.devolution.handover.ProgressQuery.Stay;

/** What was planned of the programme and what came of it, as of a day. */
public record Timeline(LocalDate today, Instant now, ZoneId zone, List<Row> rows, List<Moved> moved, List<Stay> stays) {

    /**
     * A handover, a site move or a milestone.
     *
     * @param forecast null if it has moved or ended, or if nothing can be said
     * @param waitsFor the site moves that feed it
     * @param backstop the day by which all of its region should have ended
     */
    public record Row(
            HandoverReport handover,
            Forecast forecast,
            List<HandoverReport> waitsFor,
            LocalDate backstop,
            ZoneId zone) {

        /** The day on which it moved or the milestone was reached; null if it has not, or ended without. */
        public LocalDate happened() {
            if (handover.transferredAt() != null) return LocalDate.ofInstant(handover.transferredAt(), zone);
            return handover.kind() == HandoverKind.MILESTONE && handover.state() == HandoverState.CLOSED
                    ? LocalDate.ofInstant(handover.closedAt(), zone)
                    : null;
        }

        /** The day on which it happened or is expected; null if neither can be said. */
        public LocalDate comes() {
            return forecast == null ? happened() : forecast.on();
        }

        /** The first day on which something of it is known to have happened; null if nothing is. */
        public LocalDate begun() {
            if (handover.inventoryTakenAt() != null) return LocalDate.ofInstant(handover.inventoryTakenAt(), zone);
            return happened();
        }

        /**
         * Calendar days between the day on which it is due and the one on which it came or is expected; 0 if it is not
         * late.
         */
        public long daysLate() {
            LocalDate comes = comes();
            if (handover.due() == null || comes == null) return 0;
            return Math.max(0, ChronoUnit.DAYS.between(handover.due(), comes));
        }

        boolean isOverdue(LocalDate today) {
            return handover.isToMove()
                    && handover.due() != null
                    && handover.due().isBefore(today);
        }

        /** The day by which its cases should have left. */
        LocalDate plannedToLeave() {
            return handover.due() == null ? handover.plannedDate() : handover.due();
        }
    }

    /** What is left of the cases in scope on a day, as planned and as it came. {@code left} is null of days to come. */
    public record Left(LocalDate on, long planned, Long left) {}

    /** @param longestNow of those that are in the state now; null if none is */
    public record TimeInState(HandoverState state, int now, int ever, Duration average, Duration longestNow) {}

    /** The worst is the handover that is overdue for longest; null if none is. */
    public record Overdue(CodeAndName region, int rows, int overdue, Row worst, long days) {}

    /** Of a region, a service, both or all; null means any. */
    public Timeline of(String region, String service) {
        List<Row> those = rows.stream()
                .filter(row -> region == null || row.handover().region().code().equals(region))
                .filter(row ->
                        service == null || row.handover().service().code().equals(service))
                .toList();
        Set<Long> ids = those.stream().map(row -> row.handover().id()).collect(Collectors.toSet());
        return new Timeline(
                today,
                now,
                zone,
                those,
                moved.stream().filter(one -> ids.contains(one.handoverId())).toList(),
                stays.stream().filter(one -> ids.contains(one.handoverId())).toList());
    }

    /** The regions and services there are, in order of their names. */
    public List<CodeAndName> regions() {
        return named(rows.stream().map(row -> row.handover().region()).toList());
    }

    public List<CodeAndName> services() {
        return named(rows.stream().map(row -> row.handover().service()).toList());
    }

    /** Handovers whose inventory has not been taken, so that nobody knows yet how many cases they move. */
    public long uncounted() {
        return rows.stream()
                .filter(row -> row.handover().kind() == HandoverKind.HANDOVER)
                .filter(row -> row.handover().counts().inScope() == null)
                .count();
    }

    /**
     * The days on which cases were to leave the service centres or left them, in order, with today. A site move leaves
     * them where they are; what was called off is back. Empty if no inventory has been taken.
     */
    public List<Left> burnDown() {
        Map<Long, Row> counted = rows.stream()
                .filter(row -> row.handover().kind() == HandoverKind.HANDOVER
                        && row.handover().counts().inScope() != null)
                .collect(Collectors.toMap(row -> row.handover().id(), row -> row));
        if (counted.isEmpty()) return List.of();
        TreeMap<LocalDate, Long> toLeave = new TreeMap<>();
        counted.values()
                .forEach(row -> toLeave.merge(
                        row.plannedToLeave(), (long) row.handover().counts().inScope(), Long::sum));
        TreeMap<LocalDate, Long> leaving = new TreeMap<>();
        moved.stream()
                .filter(one -> counted.containsKey(one.handoverId()))
                .filter(one -> counted.get(one.handoverId()).handover().state() != HandoverState.CALLED_OFF)
                .forEach(one -> leaving.merge(LocalDate.ofInstant(one.at(), zone), (long) one.cases(), Long::sum));
        long all = toLeave.values().stream().mapToLong(Long::longValue).sum();
        TreeSet<LocalDate> days = new TreeSet<>(toLeave.keySet());
        days.addAll(leaving.keySet());
        days.add(today);
        List<Left> left = new ArrayList<>();
        left.add(new Left(days.first().minusDays(1), all, days.first().isAfter(today) ? null : all));
        for (LocalDate day : days) {
            left.add(new Left(
                    day,
                    all - sum(toLeave.headMap(day, true)),
                    day.isAfter(today) ? null : all - sum(leaving.headMap(day, true))));
        }
        return left;
    }

    /** How long handovers stay in the states through which they came, in the states' order. */
    public List<TimeInState> timeInStates() {
        Map<HandoverState, List<Duration>> over = new EnumMap<>(HandoverState.class);
        Map<HandoverState, List<Duration>> still = new EnumMap<>(HandoverState.class);
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            boolean last = i + 1 == stays.size() || stays.get(i + 1).handoverId() != stay.handoverId();
            if (stay.state().ended()) continue;
            Duration lasted =
                    Duration.between(stay.since(), last ? now : stays.get(i + 1).since());
            (last ? still : over)
                    .computeIfAbsent(stay.state(), none -> new ArrayList<>())
                    .add(lasted);
        }
        List<TimeInState> times = new ArrayList<>();
        for (HandoverState state : HandoverState.values()) {
            List<Duration> here = still.getOrDefault(state, List.of());
            List<Duration> all = new ArrayList<>(over.getOrDefault(state, List.of()));
            all.addAll(here);
            if (all.isEmpty()) continue;
            times.add(new TimeInState(
                    state,
                    here.size(),
                    all.size(),
                    all.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(all.size()),
                    here.stream().max(Duration::compareTo).orElse(null)));
        }
        return times;
    }

    /** What is past the day on which it was due and has not moved, by region. */
    public List<Overdue> overdue() {
        return regions().stream()
                .map(region -> overdue(
                        region,
                        rows.stream()
                                .filter(row -> row.handover().region().equals(region))
                                .toList()))
                .toList();
    }

    private Overdue overdue(CodeAndName region, List<Row> its) {
        Predicate<Row> isOverdue = row -> row.isOverdue(today);
        Row worst = its.stream()
                .filter(isOverdue)
                .min((one, other) ->
                        one.handover().due().compareTo(other.handover().due()))
                .orElse(null);
        return new Overdue(
                region,
                its.size(),
                (int) its.stream().filter(isOverdue).count(),
                worst,
                worst == null ? 0 : ChronoUnit.DAYS.between(worst.handover().due(), today));
    }

    private static long sum(Map<LocalDate, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<CodeAndName> named(List<CodeAndName> all) {
        Map<String, CodeAndName> once = new LinkedHashMap<>();
        all.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(one -> once.putIfAbsent(one.code(), one));
        return List.copyOf(once.values());
    }
}
