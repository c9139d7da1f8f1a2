package uk.gov.justice.probation.devolution.termination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/** The days and moments of terminations: their [set] numbers, counted from today. */
@Component
public class TerminationDates {
    private final Deadlines deadlines;
    private final TerminationSettings settings;
    private final Clock clock;

    TerminationDates(Deadlines deadlines, TerminationSettings settings, Clock clock) {
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate today() {
        return deadlines.today();
    }

    Instant now() {
        return clock.instant();
    }

    /** The last day whose expected ends are on the due list. */
    LocalDate horizon() {
        return today().plusDays(settings.dueWithin());
    }

    /** Whether a case that is expected to end then is due; one without a known end is not. */
    boolean isDue(LocalDate expectedEnd) {
        return expectedEnd != null && !expectedEnd.isAfter(horizon());
    }

    /** The last day on which it is not late; for a due date older than the working calendar that day itself. */
    LocalDate overdueOn(LocalDate dueOn) {
        try {
            return deadlines.workingDaysFrom(dueOn, settings.overdueAfter());
        } catch (BeyondCalendarException longAgo) {
            return dueOn;
        }
    }

    /** Whether it is not yet overdue, for those informed of it. */
    boolean isSoonOverdue(Termination termination) {
        return deadlines.isToCome(deadlines.endOfDay(termination.overdueOn()));
    }

    /**
     * When a case that stays live is due again: on the day to which the court extended it, or after a while if that day
     * is not known.
     */
    LocalDate dueAgainOn(LocalDate extendedTo) {
        return extendedTo != null && extendedTo.isAfter(today())
                ? extendedTo
                : deadlines.workingDaysFrom(today(), settings.extensionRest());
    }

    /** Until then the due list leaves a reopened case alone. */
    LocalDate restsUntil() {
        return deadlines.workingDaysFrom(today(), settings.reopenedRest());
    }

    /** When a task that opens now is due, as the engine's timers read it. */
    public String taskDueAt() {
        return deadlines.inWorkingDays(settings.taskDue());
    }

    /** When a blocked one is checked again, if nothing unblocks it before. */
    public String lookAgainAt() {
        return deadlines.moment(now().plus(settings.lookAgainAfter()));
    }

    /** When notice is given that it is overdue, or soon will be. */
    public String overdueNoticeCycle(Termination termination) {
        return deadlines.noticeCycle(deadlines.endOf(termination.overdueOn()), settings.reminder());
    }

    /**
     * As {@link #overdueNoticeCycle(Termination)} for a limited-access case: counted from today, not from its dates.
     */
    public String overdueNoticeCycleFromToday() {
        return deadlines.noticeCycle(deadlines.inWorkingDays(settings.overdueAfter()), settings.reminder());
    }
}
