package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;

/**
 * The days on which an order's sessions are held: weekly or fortnightly from the first, or once; on days the project
 * runs, never on a bank holiday (that week has no session), never after the project's end, and not beyond the years
 * whose bank holidays are known.
 *
 * @param first the day of the first session; if the project does not run that day, the next day on which it does
 * @param projectEnds null if it has no end
 */
public record SessionDates(
        LocalDate first,
        Frequency frequency,
        Set<DayOfWeek> projectDays,
        LocalDate projectEnds,
        WorkingCalendar calendar) {
    private static final int WEEK = 7;

    /** In order, starting with the first on or after the day. */
    public Stream<LocalDate> from(LocalDate earliest) {
        if (projectDays.isEmpty()) return Stream.empty();
        if (frequency == Frequency.ONCE) return until(later(first, earliest), 1).filter(this::runs);
        LocalDate anchor = first.datesUntil(first.plusDays(WEEK))
                .filter(day -> projectDays.contains(day.getDayOfWeek()))
                .findFirst()
                .orElseThrow();
        int step = frequency == Frequency.WEEKLY ? WEEK : 2 * WEEK;
        long behind = Math.max(0, ChronoUnit.DAYS.between(anchor, earliest));
        return until(anchor.plusDays((behind + step - 1) / step * step), step).filter(this::runs);
    }

    /** Whether the project runs that day; a file may plan sessions on bank holidays. */
    boolean runsOn(LocalDate day) {
        return projectDays.contains(day.getDayOfWeek()) && (projectEnds == null || !day.isAfter(projectEnds));
    }

    private boolean runs(LocalDate day) {
        return projectDays.contains(day.getDayOfWeek()) && !calendar.isBankHoliday(day);
    }

    private Stream<LocalDate> until(LocalDate start, int step) {
        LocalDate last =
                projectEnds == null || projectEnds.isAfter(calendar.lastKnown()) ? calendar.lastKnown() : projectEnds;
        return Stream.iterate(start, day -> !day.isAfter(last), day -> day.plusDays(step));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
