package uk.gov.justice.probation.devolution.termination;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/** The first step of a termination, and of every new look at it: what is open, whose case it is now, and whether it must wait for a handover. */
@Service
public class CollectingOpenWork {

  /** @param over there is nothing left to do: the case has ended, or the termination was taken back */
  public record Collected(Termination termination, ProbationCase probationCase, Owner owner, boolean over, OpenWork open) {
    public boolean frozen() {
      return owner.frozen();
    }
  }

  private final Terminations terminations;
  private final FindingOpenWork finding;
  private final Cases cases;
  private final CaseOwners owners;
  private final AuditTrail audit;
  private final JdbcClient jdbc;

  CollectingOpenWork(Terminations terminations, FindingOpenWork finding, Cases cases, CaseOwners owners, AuditTrail audit, JdbcClient jdbc) {
    this.terminations = terminations;
    this.finding = finding;
    this.cases = cases;
    this.owners = owners;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Collected collect(long terminationId, long processInstanceKey) {
    ProbationCase probationCase = cases.lock(terminations.get(terminationId).caseId());
    Owner owner = owners.lock(probationCase.id(), StartingTerminations.SERVICE);
    Termination termination = terminations.lock(terminationId);
    boolean over = !termination.open() || probationCase.endedOn() != null;
    terminations.set(terminationId, "process_instance_key = ?", processInstanceKey);
    if (over && termination.open()) terminations.close(terminationId, TerminationState.CANCELLED);
    if (!over) terminations.moveTo(terminationId, owner.frozen() ? TerminationState.WAITING : TerminationState.COLLECTING);
    return new Collected(termination, probationCase, owner, over, finding.of(probationCase, termination));
  }

  /** The decision was made: what blocks the case is kept for the queue that managers see. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void decided(long terminationId, Eligibility eligibility) {
    ProbationCase probationCase = cases.lock(terminations.get(terminationId).caseId());
    Termination termination = terminations.lock(terminationId);
    if (!termination.open()) return;
    terminations.set(terminationId, "eligibility = ?, state = ?", eligibility.name(), switch (eligibility) {
      case BLOCK -> TerminationState.BLOCKED.name();
      case EXTEND -> TerminationState.COURT.name();
      case COMPONENT_ONLY, COMPLETE -> TerminationState.EVIDENCE.name();
    });
    jdbc.sql("DELETE FROM termination_blocker WHERE termination_id = ?").param(terminationId).update();
    if (eligibility != Eligibility.BLOCK) return;
    for (Blocker blocker : finding.of(probationCase, termination).blockers()) {
      jdbc.sql("INSERT INTO termination_blocker (termination_id, kind, reference, text, found_at) VALUES (?, ?, ?, ?, ?)")
          .params(terminationId, blocker.kind(), blocker.reference(), blocker.text(), terminations.now())
          .update();
    }
  }

  /** A case administrator says that what blocked it is settled; the process looks again. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void looked(long terminationId, TaskAnswer answer) {
    Termination termination = terminations.lock(terminationId);
    ProbationCase probationCase = cases.get(termination.caseId());
    audit.recordOnce("termination-looked-" + answer.taskInstance(), answer.by(), "TERMINATION_LOOKED_AT", termination.subject(), probationCase.regionCode(),
        Map.of("crn", probationCase.crn()));
  }
}
