package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.modulith.NamedInterface;

/**
 * An unpaid work requirement as it stands: what the file {@code upw-requirements} said of it, then what happened here. Minutes throughout. What it says of the person
 * (exclusions, skills, access) is for matching and our own pages only; {@link #toString} leaves it out.
 *
 * @param requirementId the number the requirement has in nDelius
 * @param eteMinutesCredited minutes of education, training and employment among those credited
 * @param warningsImported warnings of the twelve months before {@code importedOn}
 * @param homePostcodeDistrict null where it is not known
 * @param availableDays e.g. {@code MON TUE}; empty: no day was ruled out
 * @param exclusions project codes, postcode districts and CRNs the person must be kept away from, separated by spaces
 * @param needsAccess whether the person needs an accessible project; null until assessed
 * @param waiting the queue of its unit is frozen for a handover: its process waits
 * @param suitable what the assessment found; null until assessed
 * @param projectCode null until a project was chosen
 * @param extendedTo the court gave the order until then; null: it runs for twelve months
 * @param version counts the changes
 */
@NamedInterface("order")
public record Order(
    long id, long caseId, String requirementId, String subTypeCode, int minutesOrdered, int minutesCredited, int eteMinutesCredited, LocalDate sentenceDate, String status,
    int warningsImported, LocalDate importedOn, String homePostcodeDistrict, String availableDays, String exclusions, String skills, Boolean needsAccess, OrderState state,
    boolean waiting, Instant receivedAt, String teamCode, LocalDate allocatedOn, LocalDate inductionOn, Instant assessedAt, Boolean suitable, Boolean spoApproved,
    Boolean practitionerApproved, String projectCode, Frequency frequency, LocalDate firstSessionOn, Instant instructedAt, Boolean learningTakenUp, LocalDate courtAppliedOn,
    LocalDate extendedTo, Instant completedAt, Instant stoppedAt, String stopReason, int version) {

  /** What audit entries and records name the order by. */
  public String subject() {
    return "order/" + id;
  }

  public int minutesLeft() {
    return minutesOrdered - minutesCredited;
  }

  public boolean hoursComplete() {
    return minutesLeft() <= 0;
  }

  @Override
  public String toString() {
    return "Order[id=%d, caseId=%d, state=%s]".formatted(id, caseId, state);
  }
}
