package uk.gov.justice.probation.devolution.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * A day that somebody enters in a form, on a page or through the API: what it is called in sentences, and its rules.
 * Every day must lie within the calendar, so that neither a slip of the hand nor a browser that reads 30/12 as the 12th
 * of the thirtieth month is accepted.
 */
public final class EnteredDay {
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final String words;
    private final boolean required;
    private final List<DayRule> rules;

    private EnteredDay(String words, boolean required, List<DayRule> rules) {
        this.words = words;
        this.required = required;
        this.rules = rules;
    }

    /** @param words as in "Enter the day of the briefing" */
    public static EnteredDay required(String words, DayRule... rules) {
        return new EnteredDay(words, true, List.of(rules));
    }

    public static EnteredDay optional(String words, DayRule... rules) {
        return new EnteredDay(words, false, List.of(rules));
    }

    /**
     * The same day with rules that depend on the case at hand, such as the day it must follow. They are checked first.
     */
    public EnteredDay and(DayRule... more) {
        return new EnteredDay(
                words, required, Stream.concat(Stream.of(more), rules.stream()).toList());
    }

    /** @return what is wrong with it, in a sentence for the person who entered it; empty if it can be accepted */
    public Optional<String> problem(LocalDate entered, Deadlines now) {
        if (entered == null) return required ? Optional.of("Enter %s.".formatted(words)) : Optional.empty();
        DayRule.Today today = now.asToday();
        return Stream.concat(rules.stream(), Stream.of(DayRule.withinCalendar()))
                .flatMap(rule -> rule.broken(entered, today).stream())
                .findFirst()
                .map(why -> "%s cannot be %s: %s.".formatted(capitalised(), entered.format(IN_WORDS), why));
    }

    /** @throws BreaksRules if it cannot be accepted */
    public void mustHold(LocalDate entered, Deadlines now) {
        problem(entered, now).ifPresent(sentence -> {
            throw new BreaksRules(sentence);
        });
    }

    private String capitalised() {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
