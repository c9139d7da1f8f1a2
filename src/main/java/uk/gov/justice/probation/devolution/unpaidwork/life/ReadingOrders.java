package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approver;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Suitability;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOverview.Placed;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOverview.Row;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOverview.Whose;
import uk.gov.justice.probation.devolution.unpaidwork.order.EducationCap;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderNotes;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** Orders for those who may see their cases; for a limited-access case everybody else sees only the CRN; who looks at it is recorded. */
@Service
public class ReadingOrders {
  private static final Set<Role> ROLES = EnumSet.of(
      Role.CASE_ADMIN, Role.PSO, Role.SPO, Role.PRACTITIONER, Role.PLACEMENT_COORDINATOR, Role.UPW_SUPERVISOR, Role.HEAD_OF_OPERATIONS, Role.DATA_LEAD);
  private static final Role[] ASSESSMENT_READERS = {Role.PSO, Role.SPO, Role.PRACTITIONER, Role.PLACEMENT_COORDINATOR};
  private static final Role[] EXTENDERS = {Role.PSO, Role.SPO, Role.PRACTITIONER};

  /** An order in a list; if only its CRN may be shown, everything else is null. */
  public record Line(long caseId, String crn, Long orderId, String text, OrderState state, Integer minutesLeft, String projectName) {}

  /** A page of a list. */
  public record Listed(List<Line> lines, int total) {}

  /**
   * What the assessment says, and why somebody approved the placement or did not; empty if nothing is written.
   *
   * @param writes whether the colleague writes the assessment now
   * @param approvesAs in which roles the colleague is asked now whether the placement is approved
   */
  public record AssessmentFile(
      Order order, ProbationCase probationCase, Assessment assessment, String assessedBy, String spoReason, String practitionerReason, boolean writes, List<Approver> approvesAs) {
    @Override
    public String toString() {
      return "AssessmentFile[order=%d]".formatted(order.id());
    }
  }

  private final Orders orders;
  private final Cases cases;
  private final CaseAccess access;
  private final CaseOwners owners;
  private final Sessions sessions;
  private final Enforcements enforcements;
  private final OrderNotes notes;
  private final Suitability suitability;
  private final CaseLetters letters;
  private final AuditTrail audit;
  private final OrdersOverview overview;

  ReadingOrders(Orders orders, Cases cases, CaseAccess access, CaseOwners owners, Sessions sessions, Enforcements enforcements, OrderNotes notes, Suitability suitability,
      CaseLetters letters, AuditTrail audit, OrdersOverview overview) {
    this.orders = orders;
    this.cases = cases;
    this.access = access;
    this.owners = owners;
    this.sessions = sessions;
    this.enforcements = enforcements;
    this.notes = notes;
    this.suitability = suitability;
    this.letters = letters;
    this.audit = audit;
    this.overview = overview;
  }

  /** What the orders of these cases, their sessions and their enforcements are called in audit and messages, by case. */
  public Map<ProbationCase, List<String>> of(List<Long> caseIds) {
    Map<Long, ProbationCase> known = cases.all(caseIds);
    return overview.subjects(caseIds).entrySet().stream().collect(Collectors.toMap(subjects -> known.get(subjects.getKey()), Map.Entry::getValue));
  }

  /** Whether the colleague has anything to do with unpaid work. */
  public boolean hasPart(Colleague colleague) {
    return colleague.isServiceOwner() || ROLES.stream().anyMatch(colleague::is);
  }

  /**
   * The orders of the colleague's regions and units, running ones first.
   *
   * @param crn only orders of this person; all if empty
   */
  @Transactional(readOnly = true)
  public Listed list(Colleague colleague, String crn, int atMost, int from) {
    Whose whose = new Whose(crn.strip().toUpperCase(Locale.ROOT), CaseScope.of(colleague, ROLES));
    List<Row> rows = overview.list(whose, atMost, from);
    Map<Long, ProbationCase> known = cases.all(rows.stream().map(Row::caseId).toList());
    Set<Long> visible = access.visible(List.copyOf(known.values()), colleague);
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      ProbationCase probationCase = known.get(row.caseId());
      lines.add(visible.contains(row.caseId())
          ? new Line(row.caseId(), probationCase.crn(), row.orderId(), "CRN %s, event %d".formatted(probationCase.crn(), probationCase.eventNumber()), row.state(), row.minutesLeft(), row.project())
          : new Line(row.caseId(), probationCase.crn(), null, null, null, null, null));
    }
    return new Listed(lines, overview.count(whose));
  }

  /**
   * The order with all that its page shows.
   *
   * @throws NotFound if there is none
   * @throws NotAllowedException if the colleague may not see the case
   */
  @Transactional
  public OrderFile file(long orderId, Colleague colleague) {
    Order order = orders.get(orderId);
    ProbationCase probationCase = cases.get(order.caseId());
    access.mustSee(probationCase, colleague);
    if (probationCase.limitedAccess()) audit.record(colleague.userName(), "ORDER_VIEWED", order.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn()));
    boolean ours = !order.state().ended() && order.state() != OrderState.NOT_STARTED;
    Placed placed = overview.placed(orderId);
    boolean reads = access.mayWorkOn(probationCase, colleague, ASSESSMENT_READERS);
    var tasks = new OrderFile.Tasks(
        reads, reads, ours && access.mayWorkOn(probationCase, colleague, RecordingOutcomes.ROLES),
        ours && access.mayWorkOn(probationCase, colleague, EXTENDERS));
    return new OrderFile(
        order, probationCase, owners.find(order.caseId(), OrderSteps.SERVICE).map(CaseOwners.Owner::unitName).orElse(null), placed.team(),
        placed.project(), sessions.progress(orderId), placed.travelMinutes(), EducationCap.of(order.minutesOrdered()), sessions.ofOrder(orderId),
        enforcements.ofOrder(orderId), letters.ofCase(order.caseId()), tasks);
  }

  /**
   * The assessment with the reasons of those who approve; who reads it is recorded.
   *
   * @throws NotFound if there is no such order
   * @throws NotAllowedException if the colleague may not read it
   */
  @Transactional
  public AssessmentFile assessment(long orderId, Colleague colleague) {
    Order order = orders.get(orderId);
    ProbationCase probationCase = cases.get(order.caseId());
    access.mustWorkOn(probationCase, colleague, ASSESSMENT_READERS);
    audit.record(colleague.userName(), "ASSESSMENT_VIEWED", order.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn()));
    Assessment written = new Assessment(
        order.suitable(), order.needsAccess(), order.advisedFrequency(), notes.read(order, OrderNotes.Kind.HEALTH), notes.read(order, OrderNotes.Kind.RISK));
    return new AssessmentFile(
        order, probationCase, written, order.assessedBy(), notes.read(order, OrderNotes.Kind.SPO_APPROVAL), notes.read(order, OrderNotes.Kind.PRACTITIONER_APPROVAL),
        order.state() == OrderState.ASSESSMENT && access.mayWorkOn(probationCase, colleague, AssessingOrders.ASSESSOR), approvesAs(order, probationCase, colleague));
  }

  private List<Approver> approvesAs(Order order, ProbationCase probationCase, Colleague colleague) {
    if (order.state() != OrderState.APPROVAL) return List.of();
    Suitability.Answer needed = suitability.of(probationCase, order.suitable());
    return Stream.of(Approver.values())
        .filter(approver -> approver == Approver.SPO ? needed.spoApproval() : needed.practitionerApproval())
        .filter(approver -> access.mayWorkOn(probationCase, colleague, approver.role()))
        .toList();
  }
}
