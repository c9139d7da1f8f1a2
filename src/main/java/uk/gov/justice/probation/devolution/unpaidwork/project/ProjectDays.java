package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Days of the week as files write them: {@code MON WED SAT}. */
public final class ProjectDays {
    private static final int LETTERS = 3;

    private ProjectDays() {}

    /** Leaves out words that are not days. */
    public static Set<DayOfWeek> of(String days) {
        List<String> words = List.of(days.toUpperCase(Locale.ROOT).trim().split("\\s+"));
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> words.contains(word(day)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, LETTERS);
    }
}
