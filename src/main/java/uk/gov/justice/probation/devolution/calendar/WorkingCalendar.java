package uk.gov.justice.probation.devolution.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;

/**
 * Working days: Monday to Friday without bank holidays. Covers the calendar years from its first bank holiday to its
 * last, and refuses to guess beyond them.
 */
public final class WorkingCalendar {
    private final Set<LocalDate> bankHolidays;
    private final LocalDate firstKnown;
    private final LocalDate lastKnown;

    public WorkingCalendar(Set<LocalDate> bankHolidays) {
        if (bankHolidays.isEmpty())
            throw new IllegalArgumentException("A working calendar needs at least one bank holiday");
        this.bankHolidays = Set.copyOf(bankHolidays);
        this.firstKnown = Collections.min(bankHolidays).withDayOfYear(1);
        this.lastKnown = Collections.max(bankHolidays).withMonth(12).withDayOfMonth(31);
    }

    public boolean isWorkingDay(LocalDate date) {
        return !isBankHoliday(date)
                && date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    public boolean isBankHoliday(LocalDate date) {
        if (date.isBefore(firstKnown) || date.isAfter(lastKnown))
            throw new BeyondCalendarException(date, firstKnown, lastKnown);
        return bankHolidays.contains(date);
    }

    /** The first day of the first year whose bank holidays are known. */
    public LocalDate firstKnown() {
        return firstKnown;
    }

    /** The last day of the last year whose bank holidays are known. */
    public LocalDate lastKnown() {
        return lastKnown;
    }

    /** The n-th working day after the date, or before it if n is negative; the date itself for 0. */
    public LocalDate plus(LocalDate date, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate day = date;
        for (int left = Math.abs(workingDays); left > 0; left--) {
            day = next(day.plusDays(step), step);
        }
        return day;
    }

    /** The date, or the first working day after it. */
    public LocalDate onOrAfter(LocalDate date) {
        return next(date, 1);
    }

    /** The date, or the last working day before it. */
    public LocalDate onOrBefore(LocalDate date) {
        return next(date, -1);
    }

    private LocalDate next(LocalDate date, int step) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(step);
        }
        return day;
    }
}
