package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsOverview.Row;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHoursQuery;
import uk.gov.justice.probation.devolution.unpaidwork.session.Correction;
import uk.gov.justice.probation.devolution.unpaidwork.session.Corrections;
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
      Enforcement enforcement, Session session, Order order, ProbationCase probationCase, List<EnforcementAction> actions, int failures, boolean mayJudge) {}

  private final Sessions sessions;
  private final Enforcements enforcements;
  private final Enforcing enforcing;
  private final JudgingReasons judging;
  private final Corrections corrections;
  private final SessionNotes notes;
  private final OutcomeCodes codes;
  private final Orders orders;
  private final Cases cases;
  private final CaseAccess access;
  private final SessionsOverview overview;
  private final ProjectHoursQuery projects;
  private final Clock clock;

  ReadingSessions(Sessions sessions, Enforcements enforcements, Enforcing enforcing, JudgingReasons judging, Corrections corrections, SessionNotes notes, OutcomeCodes codes, Orders orders,
      Cases cases, CaseAccess access, SessionsOverview overview, ProjectHoursQuery projects, Clock clock) {
    this.sessions = sessions;
    this.enforcements = enforcements;
    this.enforcing = enforcing;
    this.judging = judging;
    this.corrections = corrections;
    this.notes = notes;
    this.codes = codes;
    this.orders = orders;
    this.cases = cases;
    this.access = access;
    this.overview = overview;
    this.projects = projects;
    this.clock = clock;
  }

  /** Sessions of the colleague's regions and units that have begun and wait for their outcome, the oldest first, at most {@value #LISTED}. */
  @Transactional(readOnly = true)
  public List<Listed> waiting(Colleague by) {
    return listed(overview.waiting(LocalDateTime.now(clock), by), true, by);
  }

  /** The sessions of one project on one day. A limited-access case the colleague may not see is left out: the list would tell where the person works. */
  @Transactional(readOnly = true)
  public List<Listed> of(String projectCode, LocalDate day, Colleague by) {
    return listed(overview.of(projectCode, day, by), false, by);
  }

  /** @throws NotAllowedException where the colleague may not see the case */
  @Transactional(readOnly = true)
  public SessionFile session(long sessionId, Colleague by) {
    Session session = sessions.get(sessionId);
    Order order = orders.get(session.orderId());
    ProbationCase probationCase = cases.get(order.caseId());
    access.mustSee(probationCase, by);
    boolean mayRecord = may(probationCase, by);
    boolean mayCorrect = mayRecord && session.state() == SessionState.SETTLED && !order.state().ended() && !order.hoursComplete();
    return new SessionFile(session, order, probationCase, projects.of(session.projectCode()).name(), codes.find(session.outcomeCode()).orElse(null), corrections.of(sessionId),
        enforcements.ofSession(sessionId).orElse(null), mayRecord, mayCorrect, notes.mayRead(session, probationCase, by));
  }

  /** @throws NotAllowedException where the colleague may not see the case */
  @Transactional(readOnly = true)
  public EnforcementFile enforcement(long enforcementId, Colleague by) {
    Enforcement enforcement = enforcements.get(enforcementId);
    Order order = orders.get(enforcement.orderId());
    ProbationCase probationCase = cases.get(order.caseId());
    access.mustSee(probationCase, by);
    return new EnforcementFile(enforcement, sessions.get(enforcement.sessionId()), order, probationCase, enforcements.actions(enforcementId),
        enforcing.failures(enforcement, order), judging.mayJudge(probationCase, by));
  }

  private boolean may(ProbationCase probationCase, Colleague by) {
    try {
      access.mustWorkOn(probationCase, by, RecordingOutcomes.ROLES);
      return true;
    } catch (NotAllowedException other) {
      return false;
    }
  }

  private List<Listed> listed(List<Row> rows, boolean withHidden, Colleague by) {
    Set<Long> visible = access.visible(List.copyOf(cases.all(rows.stream().map(Row::caseId).distinct().toList()).values()), by);
    return rows.stream()
        .filter(row -> withHidden || visible.contains(row.caseId()))
        .map(row -> visible.contains(row.caseId()) ? row.listed() : new Listed(row.listed().crn(), null, null, null, null, null, null, null))
        .toList();
  }
}
