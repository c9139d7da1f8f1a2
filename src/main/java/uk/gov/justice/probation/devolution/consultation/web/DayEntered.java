package uk.gov.justice.probation.devolution.consultation.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day as it was entered in three fields; parts may be null. */
record DayEntered(String day, String month, String year) {
  static final DayEntered NOTHING = new DayEntered("", "", "");

  boolean isEmpty() {
    return blank(day) && blank(month) && blank(year);
  }

  /** Null where nothing was entered, and where it is no date. */
  LocalDate date() {
    if (isEmpty()) return null;
    try {
      return LocalDate.of(Integer.parseInt(stripped(year)), Integer.parseInt(stripped(month)), Integer.parseInt(stripped(day)));
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
