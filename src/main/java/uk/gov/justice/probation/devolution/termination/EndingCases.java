package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/**
 * Ends a case: its components first, then the event, then the appointments. What is closed is kept as it was, so that a reopening restores it. Each step is done once. Which
 * unit does a service for the case stays as it is: it answers for the case when somebody asks, or reopens it.
 */
@Service
public class EndingCases {
  private static final Set<Eligibility> CAN_END = Set.of(Eligibility.COMPONENT_ONLY, Eligibility.COMPLETE);

  private final Terminations terminations;
  private final FindingOpenWork finding;
  private final EligibilityTable table;
  private final GivingEvidence evidence;
  private final Closed closed;
  private final Cases cases;
  private final CaseOwners owners;
  private final Workloads workloads;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final JdbcClient jdbc;

  EndingCases(Terminations terminations, FindingOpenWork finding, EligibilityTable table, GivingEvidence evidence, Closed closed, Cases cases, CaseOwners owners, Workloads workloads,
      Deadlines deadlines, AuditTrail audit, JdbcClient jdbc) {
    this.terminations = terminations;
    this.finding = finding;
    this.table = table;
    this.evidence = evidence;
    this.closed = closed;
    this.cases = cases;
    this.owners = owners;
    this.workloads = workloads;
    this.deadlines = deadlines;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  /**
   * Ends the components, if everything still is as it was when the decision was made: nobody hands the case over, nothing blocks it, every component has its outcome.
   *
   * @return false where it is not, and the process must look again
   */
  @Transactional
  public boolean endComponents(long terminationId) {
    ProbationCase probationCase = cases.lock(terminations.get(terminationId).caseId());
    boolean frozen = owners.lock(probationCase.id(), StartingTerminations.SERVICE).frozen();
    Termination termination = terminations.lock(terminationId);
    if (closed.components(terminationId) || termination.state() == TerminationState.COMPONENTS_ENDED) return true;
    OpenWork open = finding.of(probationCase, termination);
    boolean stillSo = !frozen && termination.state() == TerminationState.ENDING && CAN_END.contains(termination.eligibility())
        && table.eligibility(open) == termination.eligibility() && evidence.isComplete(termination, probationCase, open);
    if (!stillSo) return false;
    Map<String, String> outcomes = evidence.given(terminationId);
    LocalDate endedOn = endedOn(termination, probationCase);
    for (CaseComponent component : open.components()) {
      String outcome = outcomes.get(component.key());
      if (outcome != null) end(terminationId, component, endedOn, outcome);
    }
    boolean whole = termination.eligibility() == Eligibility.COMPLETE;
    audit.record("system", "COMPONENTS_ENDED", termination.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn(), "outcomes", outcomes.size()));
    closed.keep(terminationId, Closed.COMPONENTS, probationCase.id(), null);
    if (!whole) terminations.close(terminationId, TerminationState.COMPONENTS_ENDED);
    return true;
  }

  /** Ends the event on the day it ended. */
  @Transactional
  public void endEvent(long terminationId) {
    ProbationCase probationCase = cases.lock(terminations.get(terminationId).caseId());
    Termination termination = terminations.lock(terminationId);
    if (!termination.open() || probationCase.endedOn() != null) return;
    String reason = termination.byEvent() ? termination.reasonCode() : evidence.given(terminationId).get(CaseComponent.EVENT + "-" + probationCase.eventNumber());
    LocalDate endedOn = endedOn(termination, probationCase);
    closed.keep(terminationId, Closed.EVENT, probationCase.id(), null);
    jdbc.sql("UPDATE probation_case SET ended_on = ?, end_reason = ? WHERE id = ?").params(endedOn, reason, probationCase.id()).update();
    terminations.set(terminationId, "reason_code = ?", reason);
    audit.record("system", "EVENT_ENDED", probationCase.subject(), probationCase.regionCode(),
        Map.of("crn", probationCase.crn(), "termination", terminationId, "endedOn", endedOn.toString(), "reason", reason));
  }

  /** Closes what is open of the event besides its components: appointments and, where an event such as a death ended it, breaches and warrants. */
  @Transactional
  public void closeAppointments(long terminationId) {
    ProbationCase probationCase = cases.lock(terminations.get(terminationId).caseId());
    Termination termination = terminations.lock(terminationId);
    if (!termination.open()) return;
    jdbc.sql("SELECT id FROM case_component WHERE case_id = ? AND closed_on IS NULL AND kind IN ('APPOINTMENT', 'BREACH', 'WARRANT') FOR UPDATE")
        .param(probationCase.id()).query(Long.class).list()
        .forEach(id -> close(terminationId, id, probationCase.endedOn(), null));
  }

  /** The last step: the practitioner carries less, and the termination is done. */
  @Transactional
  public void recalculateWorkload(long terminationId) {
    ProbationCase probationCase = cases.lock(terminations.get(terminationId).caseId());
    Termination termination = terminations.lock(terminationId);
    if (!termination.open()) return;
    workloads.recalculate(probationCase.practitioner());
    terminations.close(terminationId, TerminationState.TERMINATED);
    audit.record("system", "TERMINATED", termination.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn()));
  }

  private void end(long terminationId, CaseComponent component, LocalDate endedOn, String outcome) {
    if (component.kind().equals(CaseComponent.UPW)) closed.keep(terminationId, Closed.UPW, component.item(), outcome);
    else close(terminationId, component.item(), endedOn, outcome);
  }

  private void close(long terminationId, long componentId, LocalDate on, String outcome) {
    int ended = jdbc.sql("UPDATE case_component SET closed_on = ?, outcome_code = COALESCE(?, outcome_code) WHERE id = ? AND closed_on IS NULL")
        .params(on, outcome, componentId).update();
    if (ended > 0) closed.keep(terminationId, Closed.COMPONENT, componentId, null);
  }

  /** The day of the event that ended it; the expected end date where that was why; otherwise today. */
  private LocalDate endedOn(Termination termination, ProbationCase probationCase) {
    if (termination.byEvent()) {
      return jdbc.sql("SELECT MIN(occurred_on) FROM case_event WHERE case_id = ? AND reason_code = ? AND undone_at IS NULL")
          .params(probationCase.id(), termination.reasonCode()).query(LocalDate.class).single();
    }
    LocalDate expected = probationCase.expectedEndDate();
    return termination.cause() == Cause.EXPECTED_END && expected != null ? expected : deadlines.today();
  }
}
