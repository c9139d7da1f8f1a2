package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCode;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCodes;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionNotes;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionState;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** Sessions and enforcements as our pages show them, to those who may see the case. */
@Service
public class ReadingSessions {
  /** The most sessions a list shows. */
  public static final int LISTED = 200;

  /**
   * A session in a list. Of a limited-access case that the colleague may not see it tells the CRN and nothing else.
   *
   * @param on null where it is not told, like all that follows
   */
  public record Listed(String crn, Long sessionId, LocalDate on, LocalTime start, LocalTime end, String projectCode, String projectName, SessionState state) {}

  /**
   * A session with what its page shows around it.
   *
   * @param corrections what its outcome was before it was corrected
   * @param mayRecord whether the colleague may record its outcome
   * @param mayCorrect whether the colleague may correct the outcome it has
   * @param mayReadNotes false where they are marked sensitive and not for this colleague
   */
  public record SessionFile(
      Session session, Order order, ProbationCase probationCase, String projectName, OutcomeCode outcome, List<Correction> corrections, Enforcement enforcement,
      boolean mayRecord, boolean mayCorrect, boolean mayReadNotes) {}

  /** @param failures failures in the twelve months up to this one, it included */
  public record EnforcementFile(
      Enforcement enforcement, Session session, Order order, ProbationCase probationCase, List<Enforcements.Action> actions, int failures, boolean mayJudge) {}

  private static final Set<Role> ROLES =
      EnumSet.of(Role.CASE_ADMIN, Role.PSO, Role.SPO, Role.PRACTITIONER, Role.PLACEMENT_COORDINATOR, Role.UPW_SUPERVISOR, Role.DATA_LEAD);

  private final Sessions sessions;
  private final Enforcements enforcements;
  private final JudgingReasons judging;
  private final CorrectingOutcomes correcting;
  private final SessionNotes notes;
  private final OutcomeCodes codes;
  private final Orders orders;
  private final Cases cases;
  private final CaseAccess access;
  private final JdbcClient jdbc;
  private final Clock clock;

  ReadingSessions(Sessions sessions, Enforcements enforcements, JudgingReasons judging, CorrectingOutcomes correcting, SessionNotes notes, OutcomeCodes codes, Orders orders,
      Cases cases, CaseAccess access, JdbcClient jdbc, Clock clock) {
    this.sessions = sessions;
    this.enforcements = enforcements;
    this.judging = judging;
    this.correcting = correcting;
    this.notes = notes;
    this.codes = codes;
    this.orders = orders;
    this.cases = cases;
    this.access = access;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Sessions of the colleague's regions and units that have begun and wait for their outcome, the oldest first, at most {@value #LISTED}. */
  @Transactional(readOnly = true)
  public List<Listed> waiting(Colleague by) {
    LocalDateTime now = LocalDateTime.now(clock);
    return listed("s.state = 'PLANNED' AND (s.on_date < :today OR s.on_date = :today AND s.start_time <= :now)",
        Map.of("today", now.toLocalDate(), "now", now.toLocalTime()), true, by);
  }

  /** The sessions of one project on one day. A limited-access case the colleague may not see is left out: the list would tell where the person works. */
  @Transactional(readOnly = true)
  public List<Listed> of(String projectCode, LocalDate day, Colleague by) {
    return listed("s.state <> 'CANCELLED' AND s.project_code = :project AND s.on_date = :day", Map.of("project", projectCode, "day", day), false, by);
  }

  /** @throws NotAllowedException where the colleague may not see the case */
  @Transactional(readOnly = true)
  public SessionFile session(long sessionId, Colleague by) {
    Session session = sessions.get(sessionId);
    Order order = orders.get(session.orderId());
    ProbationCase probationCase = cases.get(order.caseId());
    access.mustSee(probationCase, by);
    String project = jdbc.sql("SELECT name FROM upw_project WHERE code = ?").param(session.projectCode()).query(String.class).single();
    boolean mayRecord = may(probationCase, by);
    boolean mayCorrect = mayRecord && session.state() == SessionState.SETTLED && !order.state().ended() && !order.hoursComplete();
    return new SessionFile(session, order, probationCase, project, codes.find(session.outcomeCode()).orElse(null), correcting.corrections(sessionId),
        enforcements.ofSession(sessionId).orElse(null), mayRecord, mayCorrect, notes.mayRead(session, by));
  }

  /** @throws NotAllowedException where the colleague may not see the case */
  @Transactional(readOnly = true)
  public EnforcementFile enforcement(long enforcementId, Colleague by) {
    Enforcement enforcement = enforcements.get(enforcementId);
    Order order = orders.get(enforcement.orderId());
    ProbationCase probationCase = cases.get(order.caseId());
    access.mustSee(probationCase, by);
    int failures = FailuresInTwelveMonths.upTo(enforcement.failedOn(), enforcements.failuresUpTo(enforcement), order.warningsImported(), order.importedOn());
    return new EnforcementFile(enforcement, sessions.get(enforcement.sessionId()), order, probationCase, enforcements.actions(enforcementId), failures,
        judging.mayJudge(enforcementId, by));
  }

  private boolean may(ProbationCase probationCase, Colleague by) {
    try {
      access.mustWorkOn(probationCase, by, RecordingOutcomes.ROLES);
      return true;
    } catch (NotAllowedException other) {
      return false;
    }
  }

  private List<Listed> listed(String which, Map<String, ?> parameters, boolean withHidden, Colleague by) {
    record Row(long caseId, Listed listed) {}
    List<Row> rows = jdbc.sql("""
            SELECT o.case_id, c.crn, s.id, s.on_date, s.start_time, s.end_time, s.project_code, p.name, s.state
            FROM upw_session s JOIN upw_order o ON o.id = s.order_id JOIN probation_case c ON c.id = o.case_id JOIN upw_project p ON p.code = s.project_code
            WHERE\s""" + which + """
             AND (:all OR LOWER(c.region_code) IN (:slugs) OR EXISTS (
              SELECT 1 FROM case_service cs JOIN unit u ON u.code = cs.unit_code WHERE cs.case_id = c.id AND cs.open_mark = 1 AND u.slug IN (:slugs)))
            ORDER BY s.on_date, s.start_time, s.id LIMIT :most
            """)
        .params(parameters).param("all", by.isServiceOwner()).param("slugs", slugs(by)).param("most", LISTED)
        .query((row, n) -> new Row(row.getLong(1), new Listed(
            row.getString(2), row.getLong(3), row.getObject(4, LocalDate.class), row.getObject(5, LocalTime.class), row.getObject(6, LocalTime.class), row.getString(7),
            row.getString(8), SessionState.valueOf(row.getString(9)))))
        .list();
    Map<Long, ProbationCase> known = new HashMap<>();
    rows.forEach(row -> known.computeIfAbsent(row.caseId(), cases::get));
    Set<Long> visible = access.visible(List.copyOf(known.values()), by);
    return rows.stream()
        .filter(row -> withHidden || visible.contains(row.caseId()))
        .map(row -> visible.contains(row.caseId()) ? row.listed() : new Listed(row.listed().crn(), null, null, null, null, null, null, null))
        .toList();
  }

  /** The regions and units for which the colleague has to do with sessions, by their slug; never empty, as SQL wants it. */
  private static Set<String> slugs(Colleague by) {
    Set<String> slugs = new HashSet<>(Set.of(""));
    ROLES.forEach(role -> slugs.addAll(by.heldFor(role)));
    return slugs;
  }
}
