package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/**
 * Something that keeps a case from being terminated.
 *
 * @param kind BREACH, WARRANT, ENFORCEMENT or APPOINTMENT
 * @param reference what it is found by
 * @param since when it began, or was to take place
 */
public record Blocker(String kind, String reference, LocalDate since) {

  /** In words for case administrators: "Breach B12, open since 3 May 2026". */
  public String text() {
    String day = Deadlines.inWords(since);
    return switch (kind) {
      case "BREACH" -> "Breach %s, open since %s".formatted(reference, day);
      case "WARRANT" -> "Warrant %s, open since %s".formatted(reference, day);
      case "ENFORCEMENT" -> "Enforcement of the failure on %s, not closed".formatted(day);
      default -> "Appointment %s on %s without an outcome".formatted(reference, day);
    };
  }
}
