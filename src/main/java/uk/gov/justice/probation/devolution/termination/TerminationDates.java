package uk.gov.justice.probation.devolution.termination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/** The dates and times of terminations, calculated from today with the configured numbers. */
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

    /** The last expected end date on today's due list. */
    LocalDate horizon() {
        return today().plusDays(settings.dueWithin());
    }

    /** Whether a case with this expected end is due. Without one it is not. */
    boolean isDue(LocalDate expectedEnd) {
        return expectedEnd != null && !expectedEnd.isAfter(horizon());
    }

    /**
     * The last day on which it is not overdue. For a due date before the start of the working calendar, the due date
     * itself.
     */
    LocalDate overdueOn(LocalDate dueOn) {
        try {
            return deadlines.workingDaysFrom(dueOn, settings.overdueAfter());
        } catch (BeyondCalendarException longAgo) {
            return dueOn;
        }
    }

    /** Whether it is not overdue yet, which decides which message is sent. */
    boolean isSoonOverdue(Termination termination) {
        return deadlines.isToCome(deadlines.endOfDay(termination.overdueOn()));
    }

    /**
     * The day on which a case that stays live is due again: the day to which the court extended it or, if that is not
     * known, a set number of working days from today.
     */
    LocalDate dueAgainOn(LocalDate extendedTo) {
        return extendedTo != null && extendedTo.isAfter(today())
                ? extendedTo
                : deadlines.workingDaysFrom(today(), settings.extensionRest());
    }

    /** The last day on which the due list leaves a reopened case alone. */
    LocalDate restsUntil() {
        return deadlines.workingDaysFrom(today(), settings.reopenedRest());
    }

    /** When a task opened now is due, in the format of the engine's timers. */
    public String taskDueAt() {
        return deadlines.inWorkingDays(settings.taskDue());
    }

    /** When a blocked termination is checked again if nothing unblocks it earlier. */
    public String lookAgainAt() {
        return deadlines.moment(now().plus(settings.lookAgainAfter()));
    }

    /** When to send the messages that it will soon be overdue and that it is overdue. */
    public String overdueNoticeCycle(Termination termination) {
        return deadlines.noticeCycle(deadlines.endOf(termination.overdueOn()), settings.reminder());
    }

    /**
     * Like {@link #overdueNoticeCycle(Termination)} for a limited-access case: counted from today, so that the case's
     * dates do not show.
     */
    public String overdueNoticeCycleFromToday() {
        return deadlines.noticeCycle(deadlines.inWorkingDays(settings.overdueAfter()), settings.reminder());
    }
}
