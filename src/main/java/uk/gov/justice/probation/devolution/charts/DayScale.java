package uk.gov.justice.probation.devolution.charts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where days lie between the left and the right end of a picture. */
record DayScale(LocalDate first, LocalDate last, double left, double right) {
    private static final int MOST_TICKS = 8;
    private static final double LETTER = 7.5;
    private static final int GAP = 8;
    private static final DateTimeFormatter IN_WEEKS = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter IN_MONTHS = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);
    private static final DateTimeFormatter IN_YEARS = DateTimeFormatter.ofPattern("yyyy", Locale.UK);
    private static final List<Period> STEPS = List.of(
            Period.ofWeeks(1),
            Period.ofMonths(1),
            Period.ofMonths(2),
            Period.ofMonths(3),
            Period.ofMonths(6),
            Period.ofYears(1),
            Period.ofYears(2),
            Period.ofYears(5));

    /** A day that is named on the axis. */
    record Tick(LocalDate day, String name) {}

    /** From the first to the last of these days, with some room on either side. */
    static DayScale over(Collection<LocalDate> days, double left, double right) {
        LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
        long room = Math.max(2, ChronoUnit.DAYS.between(first, last) / 40);
        return new DayScale(first.minusDays(room), last.plusDays(room), left, right);
    }

    double at(LocalDate day) {
        double part = (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
        return left + Math.clamp(part, 0, 1) * (right - left);
    }

    /** At most eight, at the beginning of weeks, months or years, with room for their names. */
    List<Tick> ticks() {
        return STEPS.stream()
                .map(this::ticks)
                .filter(ticks -> ticks.size() <= MOST_TICKS && areNamedApart(ticks))
                .findFirst()
                .orElse(List.of());
    }

    private List<Tick> ticks(Period step) {
        return Stream.iterate(begin(step), day -> !day.isAfter(last), day -> day.plus(step))
                .filter(day -> !day.isBefore(first))
                .limit(MOST_TICKS + 1L)
                .map(day -> new Tick(day, day.format(format(step))))
                .toList();
    }

    /** Also where the name at an edge stands beside its tick instead of in the middle. */
    private boolean areNamedApart(List<Tick> ticks) {
        return IntStream.range(1, ticks.size())
                .allMatch(n -> at(ticks.get(n).day()) - at(ticks.get(n - 1).day())
                        >= ticks.get(n).name().length() * LETTER * 1.5 + GAP);
    }

    private LocalDate begin(Period step) {
        if (step.getYears() > 0) return first.withDayOfYear(1);
        return step.getMonths() > 0
                ? first.withDayOfYear(1)
                : first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static DateTimeFormatter format(Period step) {
        if (step.getYears() > 0) return IN_YEARS;
        return step.getMonths() > 0 ? IN_MONTHS : IN_WEEKS;
    }
}
