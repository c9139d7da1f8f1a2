package uk.gov.justice.probation.devolution.termination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * The outcome of each component, given on our page by a case administrator of the unit that does the terminations. What has run its course needs one before the case goes on to
 * its reviews; where the whole event ends, so does the event.
 */
@Service
public class GivingEvidence {

  /** A way a component can end. */
  public record Outcome(String code, String name) {}

  /** A component with the outcome it was given; null while it has none. */
  public record Line(CaseComponent component, boolean needed, String outcomeCode) {}

  private final Terminations terminations;
  private final FindingOpenWork finding;
  private final Cases cases;
  private final TerminationRoles roles;
  private final AuditTrail audit;
  private final JdbcClient jdbc;

  GivingEvidence(Terminations terminations, FindingOpenWork finding, Cases cases, TerminationRoles roles, AuditTrail audit, JdbcClient jdbc) {
    this.terminations = terminations;
    this.finding = finding;
    this.cases = cases;
    this.roles = roles;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  public List<Outcome> outcomes() {
    return jdbc.sql("SELECT code, name FROM termination_reason ORDER BY by_event, name").query(Outcome.class).list();
  }

  /** What can be given an outcome, as it stands. */
  @Transactional(readOnly = true)
  public List<Line> lines(Termination termination, ProbationCase probationCase) {
    return lines(termination, probationCase, finding.of(probationCase, termination));
  }

  /**
   * Keeps the outcomes; one that is empty is taken back.
   *
   * @param outcomes codes by {@link CaseComponent#key()}
   * @throws NotAllowedException where the colleague does not administer the case
   * @throws NotPossibleNow where the termination does not wait for evidence, or an outcome is unknown
   */
  @Transactional
  public void give(long terminationId, Map<String, String> outcomes, Colleague by) {
    ProbationCase probationCase = cases.lock(terminations.get(terminationId).caseId());
    roles.mustAdminister(probationCase, by);
    Termination termination = terminations.lock(terminationId);
    if (termination.state() != TerminationState.EVIDENCE) {
      throw new NotPossibleNow("The termination of %s does not wait for evidence: it stands at '%s'. Nothing was changed.".formatted(probationCase.text(), termination.state().label()));
    }
    Set<String> known = jdbc.sql("SELECT code FROM termination_reason").query(String.class).set();
    int given = 0;
    for (Line line : lines(termination, probationCase)) {
      String outcome = outcomes.getOrDefault(line.component().key(), "");
      if (!outcome.isEmpty() && !known.contains(outcome)) throw new BreaksRules("'%s' is not an outcome. Choose one of the list.".formatted(outcome));
      if (outcome.isEmpty()) take(terminationId, line.component());
      else given += keep(terminationId, line, outcome, by);
    }
    terminations.set(terminationId, "evidence_by = ?, evidence_at = ?", by.userName(), terminations.now());
    audit.record(by.userName(), "TERMINATION_EVIDENCE_GIVEN", termination.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn(), "changed", given));
  }

  /**
   * The task is done: the evidence is complete.
   *
   * @throws NotPossibleNow with a sentence where it is not
   */
  @Transactional
  public void complete(long terminationId, boolean onPage, TaskAnswer answer) {
    ProbationCase probationCase = cases.lock(terminations.get(terminationId).caseId());
    Termination termination = terminations.lock(terminationId);
    if (termination.state() != TerminationState.EVIDENCE) return;
    roles.mustAdminister(probationCase, answer.colleague());
    if (!onPage) throw new NotPossibleNow("Record the outcome of each component on the page of the termination, then complete this task again.");
    long missing = lines(termination, probationCase).stream().filter(line -> line.needed() && line.outcomeCode() == null).count();
    if (missing > 0 || !hasEvidence(terminationId)) {
      if (probationCase.limitedAccess()) throw new NotPossibleNow("The page of the termination does not say enough yet. Record there what is missing, then complete this task again.");
      throw new NotPossibleNow("%s no outcome on the page of the termination yet. Record it there, then complete this task again."
          .formatted(missing > 1 ? missing + " components have" : missing == 1 ? "One component has" : "No component has been ended: there is"));
    }
    terminations.moveTo(terminationId, termination.eligibility() == Eligibility.COMPONENT_ONLY ? TerminationState.ENDING : TerminationState.REVIEW);
    audit.record(answer.by(), "TERMINATION_EVIDENCE_COMPLETE", termination.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn()));
  }

  /** Whether each component that needs an outcome has one. */
  boolean isComplete(Termination termination, ProbationCase probationCase, OpenWork open) {
    return hasEvidence(termination.id()) && lines(termination, probationCase, open).stream().noneMatch(line -> line.needed() && line.outcomeCode() == null);
  }

  /** Codes by {@link CaseComponent#key()}. */
  Map<String, String> given(long terminationId) {
    Map<String, String> given = new LinkedHashMap<>();
    jdbc.sql("SELECT kind, reference, outcome_code FROM termination_component WHERE termination_id = ?").param(terminationId)
        .query(row -> {
          given.put(row.getString(1) + "-" + row.getString(2), row.getString(3));
        });
    return given;
  }

  /** Who gave outcomes. */
  Set<String> givers(long terminationId) {
    return jdbc.sql("SELECT DISTINCT recorded_by FROM termination_component WHERE termination_id = ?").param(terminationId).query(String.class).set();
  }

  private List<Line> lines(Termination termination, ProbationCase probationCase, OpenWork open) {
    Map<String, String> given = given(termination.id());
    boolean whole = termination.eligibility() != Eligibility.COMPONENT_ONLY;
    List<Line> lines = new ArrayList<>();
    for (CaseComponent component : open.components()) {
      if (whole || !component.kind().equals("REGISTRATION")) lines.add(new Line(component, whole || component.mustEnd(), given.get(component.key())));
    }
    if (whole) {
      var event = new CaseComponent(CaseComponent.EVENT, Integer.toString(probationCase.eventNumber()), probationCase.id(), "", probationCase.startDate(), true);
      lines.add(new Line(event, true, given.get(event.key())));
    }
    return lines;
  }

  private boolean hasEvidence(long terminationId) {
    return jdbc.sql("SELECT COUNT(*) FROM termination_component WHERE termination_id = ?").param(terminationId).query(Integer.class).single() > 0;
  }

  private void take(long terminationId, CaseComponent component) {
    jdbc.sql("DELETE FROM termination_component WHERE termination_id = ? AND kind = ? AND reference = ?").params(terminationId, component.kind(), component.reference()).update();
  }

  private int keep(long terminationId, Line line, String outcome, Colleague by) {
    if (outcome.equals(line.outcomeCode())) return 0;
    take(terminationId, line.component());
    jdbc.sql("INSERT INTO termination_component (termination_id, kind, reference, outcome_code, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?)")
        .params(terminationId, line.component().kind(), line.component().reference(), outcome, by.userName(), terminations.now())
        .update();
    return 1;
  }
}
