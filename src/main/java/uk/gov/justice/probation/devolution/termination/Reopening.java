package uk.gov.justice.probation.devolution.termination;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;

/**
 * Reopens a case: restores all that its last termination closed, in one transaction (ADR 0042). A termination that an event such as a death started can be taken back while it
 * still runs. Letters about the end are withdrawn, the workload is calculated again, and the due list leaves the case alone for a while.
 */
@Service
public class Reopening {
  /** Characters. */
  public static final int REASON_AT_MOST = 1000;

  static final String[] REOPENERS = {"case-admin", "spo"};
  private static final Duration KEPT = Duration.ofHours(1);

  private final Terminations terminations;
  private final Closed closed;
  private final StoppingOrders stopping;
  private final Workloads workloads;
  private final TellingOthers telling;
  private final Cases cases;
  private final CaseAccess access;
  private final Sealing sealing;
  private final Deadlines deadlines;
  private final TerminationSettings settings;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;

  Reopening(Terminations terminations, Closed closed, StoppingOrders stopping, Workloads workloads, TellingOthers telling, Cases cases, CaseAccess access, Sealing sealing,
      Deadlines deadlines, TerminationSettings settings, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc) {
    this.terminations = terminations;
    this.closed = closed;
    this.stopping = stopping;
    this.workloads = workloads;
    this.telling = telling;
    this.cases = cases;
    this.access = access;
    this.sealing = sealing;
    this.deadlines = deadlines;
    this.settings = settings;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
  }

  /**
   * @param reason why, kept sealed
   * @return the termination that was taken back
   * @throws NotFound where there is no such case
   * @throws NotAllowedException where the colleague may not
   * @throws NotPossibleNow where there is nothing to reopen, or no reason
   */
  @Transactional
  public long reopen(String crn, int eventNumber, String reason, Colleague by) {
    ProbationCase found = cases.find(crn, eventNumber).orElseThrow(() -> new NotFound("There is no event %d of CRN %s.".formatted(eventNumber, crn)));
    access.mustWorkOn(found, by, REOPENERS);
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) throw new BreaksRules("Say why the case is reopened.");
    if (why.length() > REASON_AT_MOST) throw new BreaksRules("The reason must be %,d characters or fewer.".formatted(REASON_AT_MOST));
    ProbationCase probationCase = cases.lock(found.id());
    Termination termination = terminations.lockLast(found.id()).filter(Reopening::canBeReopened)
        .orElseThrow(() -> new NotPossibleNow("%s has no termination that can be taken back.".formatted(probationCase.text())));
    restore(termination, probationCase);
    terminations.set(termination.id(), "reopened_by = ?, reopened_at = ?, reopen_reason = ?, next_due_on = ?", by.userName(), terminations.now(), sealed(termination.id(), why),
        deadlines.workingDaysFrom(deadlines.today(), settings.reopenedRest()));
    terminations.close(termination.id(), TerminationState.REOPENED);
    telling.reopened(termination, probationCase);
    audit.record(by.userName(), "CASE_REOPENED", probationCase.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn(), "termination", termination.id()));
    if (termination.open()) tellProcess(termination);
    return termination.id();
  }

  /** Its process looks again and finds nothing to do, even where it waits for a handover. */
  private void tellProcess(Termination termination) {
    String message = termination.waiting() ? "termination.queueReleased" : "termination.eventHappened";
    events.publishEvent(new EngineMessage(message, Long.toString(termination.id()), "reopened-" + termination.id(), Map.of(), KEPT));
  }

  static boolean canBeReopened(Termination termination) {
    return termination.state().closedSomething() || termination.open() && termination.byEvent();
  }

  /** Why it was reopened; empty where it was not. For who may see the case. */
  String reason(long terminationId) {
    byte[] sealed = jdbc.sql("SELECT reopen_reason FROM termination WHERE id = ?").param(terminationId).query((row, n) -> row.getBytes(1)).list().getFirst();
    return sealed == null ? "" : new String(sealing.open(Sealed.of(sealed), place(terminationId)), StandardCharsets.UTF_8);
  }

  private void restore(Termination termination, ProbationCase probationCase) {
    jdbc.sql("UPDATE probation_case SET ended_on = NULL, end_reason = NULL WHERE id = ?").param(probationCase.id()).update();
    jdbc.sql("UPDATE case_event SET undone_at = ? WHERE case_id = ? AND undone_at IS NULL").params(terminations.now(), probationCase.id()).update();
    boolean stopped = false;
    for (Closed.Item item : closed.ofTermination(termination.id())) {
      switch (item.what()) {
        case Closed.COMPONENT -> jdbc.sql("UPDATE case_component SET closed_on = NULL, outcome_code = ? WHERE id = ?").params(item.was(), item.item()).update();
        case Closed.ORDER -> stopped = true;
        default -> { } // the event is open again already; what the others closed is told by restored_at alone
      }
    }
    closed.restored(termination.id());
    if (stopped) stopping.restore(probationCase.id());
    workloads.recalculate(probationCase.practitioner());
  }

  private byte[] sealed(long terminationId, String reason) {
    return sealing.seal(reason.getBytes(StandardCharsets.UTF_8), place(terminationId)).bytes();
  }

  private static String place(long terminationId) {
    return "termination/%d/reopen".formatted(terminationId);
  }
}
