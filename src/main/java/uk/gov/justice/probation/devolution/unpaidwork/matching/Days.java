package uk.gov.justice.probation.devolution.unpaidwork.matching;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Days of the week, as the files write them: {@code MON TUE SAT}. */
public record Days(int mask) {
    public static final Days EVERY = new Days(0b111_1111);

    /** @throws IllegalArgumentException if a word is not the first three letters of a day */
    public static Days of(String words) {
        int mask = 0;
        for (String word : words.strip().split("\\s+")) {
            if (!word.isEmpty()) mask |= bit(day(word));
        }
        return new Days(mask);
    }

    public static Days of(DayOfWeek... days) {
        return new Days(Stream.of(days).mapToInt(Days::bit).reduce(0, (left, right) -> left | right));
    }

    public boolean includes(DayOfWeek day) {
        return (mask & bit(day)) != 0;
    }

    public Days and(Days other) {
        return new Days(mask & other.mask);
    }

    public boolean none() {
        return mask == 0;
    }

    public List<DayOfWeek> list() {
        return Stream.of(DayOfWeek.values()).filter(this::includes).toList();
    }

    /** "Mondays, Tuesdays". */
    public String inWords() {
        return String.join(
                ", ",
                list().stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.UK) + "s")
                        .toList());
    }

    private static int bit(DayOfWeek day) {
        return 1 << day.ordinal();
    }

    private static DayOfWeek day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(word) && word.length() == 3) return day;
        }
        throw new IllegalArgumentException(
                "'%s' is not a day: use MON, TUE, WED, THU, FRI, SAT or SUN".formatted(word));
    }
}
