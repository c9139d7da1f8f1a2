package uk.gov.justice.probation.devolution.preferencing.round;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;

/** Calculates when a round closes, for everybody and for people who join later, and when they are reminded. */
@Component
public class RoundDates {
    private final Rounds rounds;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final PreferencingSettings settings;
    private final Clock clock;

    RoundDates(
            Rounds rounds, Deadlines deadlines, WorkingDays workingDays, PreferencingSettings settings, Clock clock) {
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The closing time of a round published now.
     *
     * @param wanted by HR; if null or past, the configured period from today is used
     */
    Instant closing(Instant wanted) {
        Instant now = clock.instant();
        if (settings.closeWithin() != null) return now.plus(settings.closeWithin());
        return wanted != null && wanted.isAfter(now)
                ? wanted
                : rounds.endOf(deadlines.workingDaysFrom(deadlines.today(), settings.closeAfter()));
    }

    /** People who joined after the options were published have at least the time from the first reminder to closing. */
    public Instant closingOfWhoJoined(Round round, Instant joined) {
        if (!joined.isAfter(round.publishedAt())) return round.closesAt();
        Instant atLeast = Optional.ofNullable(settings.closeWithin())
                .map(clock.instant()::plus)
                .orElseGet(() -> rounds.endOf(deadlines.workingDaysFrom(deadlines.today(), settings.firstReminder())));
        return atLeast.isAfter(round.closesAt()) ? atLeast : round.closesAt();
    }

    /** Null if that day has passed. */
    public LocalDate firstReminder(Instant closing) {
        return reminder(closing, settings.firstReminder());
    }

    /** Null if that day has passed. */
    public LocalDate secondReminder(Instant closing) {
        return reminder(closing, settings.secondReminder());
    }

    private LocalDate reminder(Instant closing, int workingDaysBefore) {
        LocalDate day = workingDays.calendar().plus(LocalDate.ofInstant(closing, clock.getZone()), -workingDaysBefore);
        return day.isAfter(deadlines.today()) ? day : null;
    }
}
