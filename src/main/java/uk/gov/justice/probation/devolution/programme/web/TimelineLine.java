package uk.gov.justice.probation.devolution.programme.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.charts.Gantt;
import uk.gov.justice.probation.devolution.charts.Gantt.Span;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.programme.Timeline;

/**
 * A row of the timeline, in words and as bars.
 *
 * @param holdsUp what waits for it
 */
record TimelineLine(Timeline.Row row, List<HandoverReport> holdsUp, LocalDate today, Gantt.Row bars) {

    /** What is still to move comes first, by when it is due; then what has. */
    private static final Comparator<Timeline.Row> URGENT_FIRST = Comparator.comparing(
                    (Timeline.Row row) -> !row.handover().isToMove())
            .thenComparing(row -> row.handover().due(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(row -> row.handover().id());

    static List<TimelineLine> of(Timeline shown, Timeline all) {
        return shown.rows().stream()
                .sorted(URGENT_FIRST)
                .map(row -> new TimelineLine(row, holdsUp(row, all), all.today(), bars(row, all)))
                .toList();
    }

    public HandoverReport handover() {
        return row.handover();
    }

    public String planned() {
        HandoverReport handover = handover();
        String from = Deadlines.inWords(handover.windowStart());
        return handover.due() == null
                ? "From %s, no due date".formatted(from)
                : "%s to %s".formatted(from, Deadlines.inWords(handover.due()));
    }

    public String came() {
        if (row.forecast() != null)
            return "Expected on %s, %s"
                    .formatted(
                            Deadlines.inWords(row.forecast().on()),
                            row.forecast().because().words());
        if (row.happened() != null)
            return "%s on %s"
                    .formatted(
                            handover().kind() == HandoverKind.MILESTONE ? "Reached" : "Moved",
                            Deadlines.inWords(row.happened()));
        if (handover().state().ended())
            return "%s on %s".formatted(handover().state().label(), Deadlines.inWords(ended(row)));
        return "Not known: the bank holidays are not known so far ahead";
    }

    public String late() {
        if (handover().due() == null || row.comes() == null) return "";
        if (row.daysLate() == 0) return "On time";
        return "%,d %s late".formatted(row.daysLate(), row.daysLate() == 1 ? "day" : "days");
    }

    public boolean isLate() {
        return row.daysLate() > 0;
    }

    private static List<HandoverReport> holdsUp(Timeline.Row row, Timeline all) {
        return all.rows().stream()
                .filter(other -> other.waitsFor().stream()
                        .anyMatch(move -> move.id() == row.handover().id()))
                .map(Timeline.Row::handover)
                .toList();
    }

    private static Gantt.Row bars(Timeline.Row row, Timeline all) {
        HandoverReport handover = row.handover();
        LocalDate until = handover.due() == null ? handover.plannedDate() : handover.due();
        return new Gantt.Row(
                new Span(handover.windowStart(), later(until, handover.windowStart())),
                happened(row, all.today()),
                expected(row, all.today()),
                waitsUntil(row, all),
                row.backstop());
    }

    private static Span happened(Timeline.Row row, LocalDate today) {
        if (row.begun() == null) return null;
        LocalDate until = row.handover().isToMove() ? today : row.happened();
        return new Span(row.begun(), later(until == null ? ended(row) : until, row.begun()));
    }

    private static Span expected(Timeline.Row row, LocalDate today) {
        if (row.forecast() == null) return null;
        LocalDate on = row.forecast().on();
        LocalDate from = later(today, row.handover().windowStart());
        return new Span(from.isAfter(on) ? on : from, on);
    }

    private static LocalDate waitsUntil(Timeline.Row row, Timeline all) {
        if (!row.handover().isToMove()) return null;
        List<Long> moves = row.waitsFor().stream().map(HandoverReport::id).toList();
        return all.rows().stream()
                .filter(other -> moves.contains(other.handover().id()))
                .flatMap(other -> Stream.ofNullable(other.forecast()))
                .map(forecast -> forecast.on())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static LocalDate ended(Timeline.Row row) {
        return LocalDate.ofInstant(row.handover().closedAt(), row.zone());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
