package uk.gov.justice.probation.devolution.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day as entered in three fields, any of which may be null. */
public record DayEntered(String day, String month, String year) {
    public static final DayEntered NOTHING = new DayEntered("", "", "");

    /** What is said of a day that is none. */
    public static final String UNREADABLE = "Enter the day as day, month and year, for example 23 11 2026";

    /** A stored day, to be shown in its three fields. */
    public static DayEntered of(LocalDate day) {
        return new DayEntered(
                "%d".formatted(day.getDayOfMonth()),
                "%d".formatted(day.getMonthValue()),
                "%d".formatted(day.getYear()));
    }

    public boolean isEmpty() {
        return blank(day) && blank(month) && blank(year);
    }

    /** Null if nothing was entered or it is not a valid date. */
    public LocalDate date() {
        if (isEmpty()) return null;
        try {
            return LocalDate.of(
                    Integer.parseInt(stripped(year)),
                    Integer.parseInt(stripped(month)),
                    Integer.parseInt(stripped(day)));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private static String stripped(String part) {
        return part == null ? "" : part.strip();
    }

    private static boolean blank(String part) {
        return part == null || part.isBlank();
    }
}
