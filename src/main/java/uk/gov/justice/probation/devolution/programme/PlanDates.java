package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;

/**
 * The plan's dates, all moved by the same number of days; unmoved dates stay as written. When dates are moved, a start
 * that falls on a day off becomes the next working day and a due date the one before, so that nothing is due later than
 * the plan allows.
 */
record PlanDates(int shiftDays, WorkingCalendar calendar) {

    LocalDate start(LocalDate planned) {
        return shiftDays == 0 ? planned : calendar.onOrAfter(planned.plusDays(shiftDays));
    }

    /** Null stays null: no due date. */
    LocalDate due(LocalDate planned, LocalDate start) {
        if (planned == null || shiftDays == 0) return planned;
        LocalDate due = calendar.onOrBefore(planned.plusDays(shiftDays));
        return due.isBefore(start) ? start : due;
    }
}
