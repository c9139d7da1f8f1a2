package uk.gov.justice.probation.devolution.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * From when until when something takes place on a day.
 *
 * @param until null if that is open
 */
public record Hours(LocalTime from, LocalTime until) {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("h:mma", Locale.UK);
    private static final List<DateTimeFormatter> ENTERED = Stream.of("H:mm", "h:mma", "ha")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.UK))
            .toList();

    /**
     * As entered in two fields.
     *
     * @return null if nothing was entered
     * @throws BreaksRules with the field {@code from} or {@code until} that is wrong
     */
    public static Hours entered(String from, String until) {
        LocalTime begins = read("from", from);
        LocalTime ends = read("until", until);
        if (begins == null && ends == null) return null;
        if (begins == null) throw new BreaksRules("from", "Enter the start time, for example 10:00 or 2:30pm.");
        if (ends != null && !ends.isAfter(begins))
            throw new BreaksRules("until", "The end time must be later than the start time.");
        return new Hours(begins, ends);
    }

    /** Null if it begins at no known time. */
    public static Hours of(LocalTime from, LocalTime until) {
        return from == null ? null : new Hours(from, until);
    }

    /** "10:00am to 11:30am", or "from 10:00am". */
    public String inWords() {
        return until == null ? "from " + words(from) : words(from) + " to " + words(until);
    }

    private static LocalTime read(String field, String entered) {
        String text = entered == null ? "" : entered.replaceAll("\\s", "").replace('.', ':');
        if (text.isEmpty()) return null;
        for (DateTimeFormatter format : ENTERED) {
            try {
                return LocalTime.parse(text, format);
            } catch (DateTimeParseException another) {
                continue;
            }
        }
        throw new BreaksRules(field, "Enter the time like 10:00 or 2:30pm.");
    }

    private static String words(LocalTime time) {
        return time.format(WORDS).toLowerCase(Locale.UK);
    }
}
