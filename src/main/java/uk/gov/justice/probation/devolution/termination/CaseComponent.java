package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;

/**
 * A part of a case that is ended with an outcome of its own, or the event as a whole.
 *
 * @param kind UPW (an unpaid work requirement), REQUIREMENT, LICENCE_CONDITION, REGISTRATION or EVENT
 * @param reference the number it has in nDelius; the event's number for EVENT
 * @param item its row's id: of the order, of {@code case_component}, or of the case
 * @param label as nDelius calls it
 * @param mustEnd whether it has run its course, so that it needs an outcome; the others may be ended as well
 */
public record CaseComponent(String kind, String reference, long item, String label, LocalDate startedOn, boolean mustEnd) {
  static final String UPW = "UPW";
  static final String EVENT = "EVENT";

  /** What a page's field for it is called. */
  public String key() {
    return kind + "-" + reference;
  }

  /** How the page names it. */
  public String title() {
    return switch (kind) {
      case UPW -> "Unpaid work requirement " + reference;
      case "REQUIREMENT" -> "Requirement %s: %s".formatted(reference, label);
      case "LICENCE_CONDITION" -> "Licence condition %s: %s".formatted(reference, label);
      case "REGISTRATION" -> "Registration %s: %s".formatted(reference, label);
      default -> "The event as a whole";
    };
  }
}
