package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/** Finds what of a case is open. A requirement runs until the case's expected end date; from that day on nothing of it is active, and it is ended with its outcome. */
@Component
class FindingOpenWork {
  private static final Set<String> HIGH_RISK = Set.of("RVHR", "RHRH");
  private static final Set<String> RUN_ON = Set.of("REQUIREMENT", "LICENCE_CONDITION");

  private final Orders orders;
  private final Deadlines deadlines;
  private final TerminationSettings settings;
  private final JdbcClient jdbc;

  FindingOpenWork(Orders orders, Deadlines deadlines, TerminationSettings settings, JdbcClient jdbc) {
    this.orders = orders;
    this.deadlines = deadlines;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  OpenWork of(ProbationCase probationCase, Termination termination) {
    List<Order> unpaidWork = orders.ofCase(probationCase.id());
    boolean atItsEnd = termination.byEvent() || isDue(probationCase.expectedEndDate());
    boolean outstanding = unpaidWork.stream().anyMatch(order -> !order.hoursComplete());
    boolean hoursLeft = unpaidWork.stream().anyMatch(order -> !order.hoursComplete() && order.state() != OrderState.STOPPED);
    List<CaseComponent> components = Stream.concat(unpaidWork(probationCase.id(), unpaidWork, atItsEnd), others(probationCase.id(), atItsEnd)).toList();
    boolean active = !atItsEnd && components.stream().anyMatch(component -> RUN_ON.contains(component.kind()));
    boolean highRisk = probationCase.roshLevel() != null && HIGH_RISK.contains(probationCase.roshLevel());
    return new OpenWork(
        termination.byEvent(), blockers(probationCase.id()), hoursLeft, active, components, highRisk || probationCase.mappaLevel() != null || outstanding);
  }

  private boolean isDue(LocalDate end) {
    return end != null && !end.isAfter(deadlines.today().plusDays(settings.dueWithin()));
  }

  /** Appointments after today are no blockers: they are closed with the event. */
  private List<Blocker> blockers(long caseId) {
    return jdbc.sql("""
            SELECT kind, reference, started_on AS since FROM case_component
            WHERE case_id = :case AND closed_on IS NULL AND outcome_code IS NULL AND (kind IN ('BREACH', 'WARRANT') OR kind = 'APPOINTMENT' AND started_on <= :today)
            UNION ALL
            SELECT 'APPOINTMENT', s.session_reference, s.on_date FROM upw_session s JOIN upw_order o ON o.id = s.order_id
            WHERE o.case_id = :case AND s.on_date <= :today AND s.state IN ('PLANNED', 'RECORDED')
            UNION ALL
            SELECT 'ENFORCEMENT', CONCAT(e.id, ''), e.failed_on FROM upw_enforcement e JOIN upw_order o ON o.id = e.order_id
            WHERE o.case_id = :case AND e.state IN ('EVIDENCE', 'WARNED', 'BREACH')
            ORDER BY since, kind, reference
            """)
        .param("case", caseId)
        .param("today", deadlines.today())
        .query((row, n) -> new Blocker(row.getString("kind"), row.getString("reference"), row.getObject("since", LocalDate.class)))
        .list();
  }

  private Stream<CaseComponent> unpaidWork(long caseId, List<Order> all, boolean atItsEnd) {
    Set<Long> ended = jdbc.sql("""
            SELECT c.item FROM termination_closed c JOIN termination t ON t.id = c.termination_id WHERE t.case_id = ? AND c.what = 'UPW' AND c.restored_at IS NULL
            """).param(caseId).query(Long.class).set();
    return all.stream()
        .filter(order -> !ended.contains(order.id()))
        .map(order -> new CaseComponent(
            CaseComponent.UPW, order.requirementId(), order.id(), "Unpaid work", order.sentenceDate(), atItsEnd || order.hoursComplete()));
  }

  private Stream<CaseComponent> others(long caseId, boolean atItsEnd) {
    return jdbc.sql("""
            SELECT kind, reference, id, label, started_on FROM case_component
            WHERE case_id = ? AND closed_on IS NULL AND kind IN ('REQUIREMENT', 'LICENCE_CONDITION', 'REGISTRATION') ORDER BY kind, reference
            """)
        .param(caseId)
        .query((row, n) -> new CaseComponent(
            row.getString("kind"), row.getString("reference"), row.getLong("id"), row.getString("label"), row.getObject("started_on", LocalDate.class), atItsEnd))
        .list()
        .stream();
  }
}
