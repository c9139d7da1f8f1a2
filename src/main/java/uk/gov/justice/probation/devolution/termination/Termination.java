package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The ending of a case, or of components of it, as it stands. Moments are in UTC.
 *
 * @param reasonCode of {@code termination_reason}: of the event that ended the case, otherwise how it ended; null until that is known
 * @param eligibility null until the decision was made
 * @param overdueOn the last day on which it is not late
 * @param waiting the queue of its unit is frozen for a handover: its process waits
 * @param extendedTo the court gave the order until then
 */
public record Termination(
    long id, long caseId, Cause cause, String reasonCode, TerminationState state, Eligibility eligibility, LocalDate dueOn, LocalDate overdueOn, boolean waiting,
    LocalDateTime startedAt, LocalDateTime closedAt, LocalDate appliedOn, LocalDate extendedTo, Long askedByInstance, String evidenceBy, LocalDateTime evidenceAt,
    String reviewedBy, LocalDateTime reviewedAt, String agreedBy, LocalDateTime agreedAt, String reopenedBy, LocalDateTime reopenedAt) {

  public boolean open() {
    return closedAt == null;
  }

  public boolean byEvent() {
    return cause == Cause.EVENT;
  }

  /** What audit entries and notifications name it by. */
  public String subject() {
    return subject(id);
  }

  static String subject(long id) {
    return "termination/" + id;
  }
}
