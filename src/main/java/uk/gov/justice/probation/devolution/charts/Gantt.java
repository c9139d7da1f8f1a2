package uk.gov.justice.probation.devolution.charts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A table that draws as a Gantt chart: each of its rows has a picture of its days, all on one axis, with the line of
 * today. The table's other cells say the same in words. What was planned is an empty bar, what happened a filled one,
 * what is expected a hatched one, so that no colour is needed to tell them apart.
 */
public record Gantt(LocalDate today, List<Row> rows) {
    private static final int WIDTH = 520;
    private static final int AXIS = 44;
    private static final int ROW = 34;
    private static final int BAR = 11;

    /** Days that belong together; a day alone if both are the same. */
    public record Span(LocalDate from, LocalDate until) {}

    /**
     * @param planned the days that the plan gives it
     * @param happened null if nothing has happened
     * @param expected null if nothing is expected any more
     * @param waitsUntil the day on which what it depends on is expected to end; null if it waits for nothing
     * @param backstop the day by which all should have ended; null if there is none
     */
    public record Row(Span planned, Span happened, Span expected, LocalDate waitsUntil, LocalDate backstop) {
        Stream<LocalDate> days() {
            return Stream.concat(
                            Stream.of(planned, happened, expected)
                                    .filter(Objects::nonNull)
                                    .flatMap(span -> Stream.of(span.from(), span.until())),
                            Stream.of(waitsUntil, backstop))
                    .filter(Objects::nonNull);
        }
    }

    /** The axis above the rows: months, and where today is. */
    public String axis() {
        DayScale scale = scale();
        Svg svg = Svg.beside(WIDTH, AXIS);
        double now = scale.at(today);
        boolean atTheRight = now > WIDTH - 60;
        svg.text("Today", atTheRight ? now - 4 : now + 4, 14, atTheRight ? "end" : "start");
        svg.line("today", now, 0, now, AXIS);
        for (DayScale.Tick tick : scale.ticks()) {
            double x = scale.at(tick.day());
            svg.line("axis", x, AXIS - 6, x, AXIS)
                    .text(tick.name(), x, AXIS - 10, x > WIDTH - 40 ? "end" : x < 40 ? "start" : "middle");
        }
        return svg.line("axis", 0, AXIS - 0.5, WIDTH, AXIS - 0.5).drawn();
    }

    /** The picture of a row. */
    public String drawn(Row row) {
        DayScale scale = scale();
        Svg svg = Svg.beside(WIDTH, ROW);
        scale.ticks().forEach(tick -> svg.line("grid", scale.at(tick.day()), 0, scale.at(tick.day()), ROW));
        if (row.backstop() != null) svg.line("backstop", scale.at(row.backstop()), 0, scale.at(row.backstop()), ROW);
        bar(svg, scale, "planned", row.planned(), 4);
        if (row.happened() != null) bar(svg, scale, "happened", row.happened(), 19);
        if (row.expected() != null) {
            Span expected = row.expected();
            bar(svg, scale, "expected", expected, 19);
            svg.hatched(scale.at(expected.from()), 19, width(scale, expected), BAR);
        }
        if (row.waitsUntil() != null) {
            double x = scale.at(row.waitsUntil());
            svg.path("waits", "M%s 2V32L%s 17Z".formatted(Svg.number(x), Svg.number(x + 9)));
        }
        return svg.line("today", scale.at(today), 0, scale.at(today), ROW).drawn();
    }

    private static void bar(Svg svg, DayScale scale, String look, Span span, double y) {
        svg.box(look, scale.at(span.from()), y, width(scale, span), BAR);
    }

    private static double width(DayScale scale, Span span) {
        return Math.max(3, scale.at(span.until()) - scale.at(span.from()));
    }

    private DayScale scale() {
        return DayScale.over(
                Stream.concat(Stream.of(today), rows.stream().flatMap(Row::days))
                        .toList(),
                2,
                WIDTH - 2);
    }

    /** What the looks of the bars and lines mean. */
    public enum Sign {
        PLANNED("Planned: from when the window opens until it is due"),
        HAPPENED("Happened"),
        EXPECTED("Expected"),
        WAITS("What it waits for is expected to end here"),
        TODAY("Today"),
        BACKSTOP("Backstop: by this day everything should have moved");

        private final String meaning;

        Sign(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }

        public String drawn() {
            Svg svg = Svg.beside(40, 20);
            switch (this) {
                case PLANNED -> svg.box("planned", 2, 4, 36, BAR);
                case HAPPENED -> svg.box("happened", 2, 4, 36, BAR);
                case EXPECTED -> svg.box("expected", 2, 4, 36, BAR).hatched(2, 4, 36, BAR);
                case WAITS -> svg.path("waits", "M16 2V18L24 10Z");
                case TODAY -> svg.line("today", 20, 0, 20, 20);
                case BACKSTOP -> svg.line("backstop", 20, 0, 20, 20);
            }
            return svg.drawn();
        }
    }
}
