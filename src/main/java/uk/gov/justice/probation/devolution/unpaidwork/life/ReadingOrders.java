package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approver;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Suitability;
import uk.gov.justice.probation.devolution.unpaidwork.order.EducationCap;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderNotes;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** Orders for those who may see their cases; of a limited-access case everybody else sees the CRN and nothing more, and who looks at it is recorded. */
@Service
public class ReadingOrders {
  private static final Set<Role> ROLES = EnumSet.of(
      Role.CASE_ADMIN, Role.PSO, Role.SPO, Role.PRACTITIONER, Role.PLACEMENT_COORDINATOR, Role.UPW_SUPERVISOR, Role.HEAD_OF_OPERATIONS, Role.DATA_LEAD);
  private static final String[] ASSESSMENT_READERS = {"pso", "spo", "practitioner", "placement-coordinator"};
  private static final String[] EXTENDERS = {"pso", "spo", "practitioner"};

  /** An order in a list; where only its CRN may be shown, everything else is null. */
  public record Line(long caseId, String crn, Long orderId, String text, OrderState state, Integer minutesLeft, String projectName) {}

  /** A page of a list. */
  public record Listed(List<Line> lines, int total) {}

  /**
   * What the assessment says, and why somebody approved the placement or did not; empty where nothing is written.
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
  private final JdbcClient jdbc;

  ReadingOrders(Orders orders, Cases cases, CaseAccess access, CaseOwners owners, Sessions sessions, Enforcements enforcements, OrderNotes notes, Suitability suitability,
      CaseLetters letters, AuditTrail audit, JdbcClient jdbc) {
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
    this.jdbc = jdbc;
  }

  /** What the orders of these cases, their sessions and their enforcements are called by in audit and messages, by case. */
  public Map<ProbationCase, List<String>> of(List<Long> caseIds) {
    Map<ProbationCase, List<String>> abouts = new HashMap<>();
    jdbc.sql("""
            SELECT case_id, CONCAT('order/', id) FROM upw_order WHERE case_id IN (:cases)
            UNION ALL SELECT id, CONCAT('case/', id) FROM probation_case WHERE id IN (:cases)
            UNION ALL SELECT o.case_id, CONCAT('session/', s.id) FROM upw_order o JOIN upw_session s ON s.order_id = o.id WHERE o.case_id IN (:cases)
            UNION ALL SELECT o.case_id, CONCAT('enforcement/', e.id) FROM upw_order o JOIN upw_enforcement e ON e.order_id = o.id WHERE o.case_id IN (:cases)
            """)
        .param("cases", caseIds)
        .query(row -> {
          abouts.computeIfAbsent(cases.get(row.getLong(1)), unused -> new ArrayList<>()).add(row.getString(2));
        });
    return abouts;
  }

  /** Whether the colleague has anything to do with unpaid work. */
  public boolean hasPart(Colleague colleague) {
    return colleague.isServiceOwner() || ROLES.stream().anyMatch(colleague::is);
  }

  /**
   * The orders of the colleague's regions and units, running ones first.
   *
   * @param crn only orders of this person; empty: all
   */
  @Transactional(readOnly = true)
  public Listed list(Colleague colleague, String crn, int atMost, int from) {
    String where = """
        FROM upw_order o JOIN probation_case c ON c.id = o.case_id LEFT JOIN upw_project p ON p.code = o.project_code
        WHERE (:crn = '' OR c.crn = :crn) AND (:all OR LOWER(c.region_code) IN (:slugs) OR EXISTS (
          SELECT 1 FROM case_service cs JOIN unit u ON u.code = cs.unit_code WHERE cs.case_id = c.id AND cs.open_mark = 1 AND u.slug IN (:slugs)))
        """;
    Map<String, Object> asked = Map.of("crn", crn.strip().toUpperCase(Locale.ROOT), "all", colleague.isServiceOwner(), "slugs", slugs(colleague), "atMost", atMost, "from", from);
    int total = jdbc.sql("SELECT COUNT(*) " + where).params(asked).query(Integer.class).single();
    record Row(long orderId, long caseId, OrderState state, int left, String project) {}
    List<Row> rows = jdbc.sql("SELECT o.id, o.case_id, o.state, o.minutes_ordered - o.minutes_credited, p.name " + where + """
            ORDER BY o.state IN ('NOT_STARTED', 'COMPLETE', 'COURT', 'STOPPED'), o.state = 'NOT_STARTED' DESC, c.crn, c.event_number, o.id LIMIT :atMost OFFSET :from
            """)
        .params(asked)
        .query((row, n) -> new Row(row.getLong(1), row.getLong(2), OrderState.valueOf(row.getString(3)), row.getInt(4), row.getString(5)))
        .list();
    Map<Long, ProbationCase> known = cases.all(rows.stream().map(Row::caseId).toList());
    Set<Long> visible = access.visible(List.copyOf(known.values()), colleague);
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      ProbationCase probationCase = known.get(row.caseId());
      lines.add(visible.contains(row.caseId())
          ? new Line(row.caseId(), probationCase.crn(), row.orderId(), "CRN %s, event %d".formatted(probationCase.crn(), probationCase.eventNumber()), row.state(), row.left(), row.project())
          : new Line(row.caseId(), probationCase.crn(), null, null, null, null, null));
    }
    return new Listed(lines, total);
  }

  /**
   * The order with all that its page shows.
   *
   * @throws NoSuchElementException where there is none
   * @throws NotAllowedException where the colleague may not see the case
   */
  @Transactional
  public OrderFile file(long orderId, Colleague colleague) {
    Order order = orders.get(orderId);
    ProbationCase probationCase = cases.get(order.caseId());
    access.mustSee(probationCase, colleague);
    if (probationCase.limitedAccess()) audit.record(colleague.userName(), "ORDER_VIEWED", order.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn()));
    boolean ours = !order.state().ended() && order.state() != OrderState.NOT_STARTED;
    var tasks = new OrderFile.Tasks(
        may(probationCase, colleague, ASSESSMENT_READERS), may(probationCase, colleague, ASSESSMENT_READERS), ours && may(probationCase, colleague, RecordingOutcomes.ROLES),
        ours && may(probationCase, colleague, EXTENDERS));
    return new OrderFile(
        order, probationCase, owners.find(order.caseId(), OrderSteps.SERVICE).map(CaseOwners.Owner::unitName).orElse(null), name("team", order.teamCode()),
        name("upw_project", order.projectCode()), sessions.progress(orderId), travel(orderId), EducationCap.of(order.minutesOrdered()), sessions.ofOrder(orderId),
        enforcements.ofOrder(orderId), letters.ofCase(order.caseId()), tasks);
  }

  /**
   * The assessment with the reasons of those who approve; who reads it is recorded.
   *
   * @throws NoSuchElementException where there is no such order
   * @throws NotAllowedException where the colleague may not read it
   */
  @Transactional
  public AssessmentFile assessment(long orderId, Colleague colleague) {
    Order order = orders.get(orderId);
    ProbationCase probationCase = cases.get(order.caseId());
    access.mustWorkOn(probationCase, colleague, ASSESSMENT_READERS);
    audit.record(colleague.userName(), "ASSESSMENT_VIEWED", order.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn()));
    Assessment written = new Assessment(
        order.suitable(), order.needsAccess(), order.advisedFrequency(), notes.read(orderId, OrderNotes.Kind.HEALTH), notes.read(orderId, OrderNotes.Kind.RISK));
    return new AssessmentFile(
        order, probationCase, written, order.assessedBy(), notes.read(orderId, OrderNotes.Kind.SPO_APPROVAL), notes.read(orderId, OrderNotes.Kind.PRACTITIONER_APPROVAL),
        order.state() == OrderState.ASSESSMENT && may(probationCase, colleague, AssessingOrders.ASSESSOR), approvesAs(order, probationCase, colleague));
  }

  private List<Approver> approvesAs(Order order, ProbationCase probationCase, Colleague colleague) {
    if (order.state() != OrderState.APPROVAL) return List.of();
    Suitability.Answer needed = suitability.of(probationCase, order.suitable());
    return Stream.of(Approver.values())
        .filter(approver -> approver == Approver.SPO ? needed.spoApproval() : needed.practitionerApproval())
        .filter(approver -> may(probationCase, colleague, approver.role()))
        .toList();
  }

  private boolean may(ProbationCase probationCase, Colleague colleague, String... roles) {
    try {
      access.mustWorkOn(probationCase, colleague, roles);
      return true;
    } catch (NotAllowedException other) {
      return false;
    }
  }

  private int travel(long orderId) {
    return jdbc.sql("SELECT COALESCE(SUM(minutes), 0) FROM upw_credit WHERE order_id = ? AND kind = 'TRAVEL'").param(orderId).query(Integer.class).single();
  }

  private String name(String table, String code) {
    return code == null ? null : jdbc.sql("SELECT name FROM " + table + " WHERE code = ?").param(code).query(String.class).optional().orElse(code);
  }

  /** The regions and units, by their slug, for which the colleague holds a role; never empty, as SQL wants it. */
  private static Collection<String> slugs(Colleague colleague) {
    Set<String> slugs = new HashSet<>(Set.of(""));
    ROLES.forEach(role -> slugs.addAll(colleague.heldFor(role)));
    return slugs;
  }
}
