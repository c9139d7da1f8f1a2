package uk.gov.justice.probation.devolution.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule for a day that somebody enters. Rules are combined in an {@link EnteredDay}, which provides the subject of the
 * sentence.
 */
@FunctionalInterface
public interface DayRule {

    /** What a day is compared with: today's date and the working days. */
    record Today(LocalDate day, WorkingCalendar calendar) {}

    /** @return why the day is not possible and which days are; empty if it is valid */
    Optional<String> broken(LocalDate day, Today today);

    /** Something that has happened cannot be in the future. */
    static DayRule happened() {
        return (day, today) -> unless(!day.isAfter(today.day()), "it is in the future. Enter today or an earlier day");
    }

    /** Today or later. */
    static DayRule notPast() {
        return (day, today) -> unless(!day.isBefore(today.day()), "it is in the past. Enter today or a later day");
    }

    static DayRule toCome() {
        return (day, today) -> unless(day.isAfter(today.day()), "it must be in the future. Enter a day after today");
    }

    static DayRule workingDay() {
        return (day, today) -> withinCalendar()
                .broken(day, today)
                .or(() -> unless(
                        today.calendar().isWorkingDay(day),
                        today.calendar().isBankHoliday(day)
                                ? "it is a bank holiday. Enter a working day"
                                : "it is at a weekend. Enter a working day"));
    }

    /** At most this many days ago. */
    static DayRule since(int daysAgo) {
        return (day, today) -> unless(
                !day.isBefore(today.day().minusDays(daysAgo)),
                "it is more than %d days ago. Enter a later day".formatted(daysAgo));
    }

    /** @param what what this day cannot precede, e.g. "the start of its window" */
    static DayRule notBefore(LocalDate first, String what) {
        return (day, today) ->
                unless(!day.isBefore(first), "it is before %s, %s".formatted(what, Deadlines.inWords(first)));
    }

    /** @param what what this day must follow, e.g. "the last day so far" */
    static DayRule after(LocalDate last, String what) {
        return (day, today) ->
                unless(day.isAfter(last), "it must be after %s, %s".formatted(what, Deadlines.inWords(last)));
    }

    /**
     * In the years whose bank holidays are known, less half a year at the end, in which what follows from the day falls
     * due.
     */
    static DayRule withinCalendar() {
        return (day, today) -> {
            LocalDate first = today.calendar().firstKnown();
            LocalDate last = today.calendar().lastKnown().minusMonths(6);
            return unless(
                    !day.isBefore(first) && !day.isAfter(last),
                    "bank holidays are known for days from %s to %s only. Check the year"
                            .formatted(Deadlines.inWords(first), Deadlines.inWords(last)));
        };
    }

    private static Optional<String> unless(boolean holds, String why) {
        return holds ? Optional.empty() : Optional.of(why);
    }
}
