package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/** Hours are left: the practitioner applies to the court, and the requirement stays live. */
@Service
public class GoingBackToCourt {
  private final Terminations terminations;
  private final Cases cases;
  private final Deadlines deadlines;
  private final TerminationSettings settings;
  private final AuditTrail audit;

  GoingBackToCourt(Terminations terminations, Cases cases, Deadlines deadlines, TerminationSettings settings, AuditTrail audit) {
    this.terminations = terminations;
    this.cases = cases;
    this.deadlines = deadlines;
    this.settings = settings;
    this.audit = audit;
  }

  /** @param extendedTo until when the court gave the order; null while it has not decided */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void applied(long terminationId, LocalDate appliedOn, LocalDate extendedTo, TaskAnswer answer) {
    Termination termination = terminations.lock(terminationId);
    if (termination.state() != TerminationState.COURT || termination.appliedOn() != null) return;
    LocalDate on = appliedOn == null ? deadlines.today() : appliedOn;
    terminations.set(terminationId, "applied_on = ?, extended_to = ?", on, extendedTo);
    Map<String, Object> facts = new LinkedHashMap<>(Map.of("crn", cases.get(termination.caseId()).crn(), "appliedOn", on.toString()));
    if (extendedTo != null) facts.put("extendedTo", extendedTo.toString());
    audit.record(answer.by(), "TERMINATION_BACK_TO_COURT", termination.subject(), cases.get(termination.caseId()).regionCode(), facts);
  }

  /** The termination ends without ending anything; the due list finds the case again on the new end date, or looks again after a while. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void keepLive(long terminationId) {
    Termination termination = terminations.lock(terminationId);
    if (!termination.open()) return;
    ProbationCase probationCase = cases.get(termination.caseId());
    LocalDate today = deadlines.today();
    boolean later = termination.extendedTo() != null && termination.extendedTo().isAfter(today);
    terminations.set(terminationId, "next_due_on = ?", later ? termination.extendedTo() : deadlines.workingDaysFrom(today, settings.extensionRest()));
    terminations.close(terminationId, TerminationState.EXTENDED);
    audit.record("system", "TERMINATION_STAYS_LIVE", termination.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn()));
  }
}
