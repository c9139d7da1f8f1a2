package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.OffsetDateTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** Tells those who can help that an outcome is missing, and that a breach pack is nearly due or late, each once, by the CRN. Nothing is stopped. */
@Service
public class SessionReminders {
  private final Sessions sessions;
  private final Enforcements enforcements;
  private final Orders orders;
  private final Cases cases;
  private final Notifications notifications;
  private final Deadlines deadlines;

  SessionReminders(Sessions sessions, Enforcements enforcements, Orders orders, Cases cases, Notifications notifications, Deadlines deadlines) {
    this.sessions = sessions;
    this.enforcements = enforcements;
    this.orders = orders;
    this.cases = cases;
    this.notifications = notifications;
    this.deadlines = deadlines;
  }

  @Transactional
  public void outcomeLate(long sessionId) {
    Session session = sessions.get(sessionId);
    ProbationCase probationCase = cases.get(orders.get(session.orderId()).caseId());
    for (String role : new String[] {"upw-supervisor-", "placement-coordinator-"}) {
      notifications.send("outcome-late-%d-%s".formatted(sessionId, role), role + probationCase.regionSlug(), "An outcome is missing for CRN %s".formatted(probationCase.crn()),
          "Nobody has said what became of %s. Record its outcome in Tasklist or on the session's page.".formatted(
              probationCase.limitedAccess() ? "a session" : "the session of " + Deadlines.inWords(session.on())), session.subject());
    }
  }

  @Transactional
  public void pack(long enforcementId, OffsetDateTime dueAt) {
    Enforcement enforcement = enforcements.get(enforcementId);
    ProbationCase probationCase = cases.get(orders.get(enforcement.orderId()).caseId());
    String practitioners = Enforcing.practitioners(probationCase);
    if (deadlines.isToCome(dueAt.toInstant())) {
      tellOfPack(enforcement, probationCase, "due", practitioners, "is nearly due", "It has to be with the court by %s.".formatted(Deadlines.inWords(deadlines.day(dueAt.toInstant()))));
      return;
    }
    for (String group : new String[] {practitioners, "spo-" + probationCase.regionSlug()}) {
      tellOfPack(enforcement, probationCase, "late", group, "is overdue", "It should be with the court by now.");
    }
  }

  /** Of a limited-access case a whole group learns no more than its CRN, and that there is a task. */
  private void tellOfPack(Enforcement enforcement, ProbationCase probationCase, String what, String group, String news, String body) {
    boolean limited = probationCase.limitedAccess();
    notifications.send("pack-%s-%d-%s".formatted(what, enforcement.id(), group), group,
        "%s CRN %s %s".formatted(limited ? "A task of" : "The breach pack of", probationCase.crn(), news),
        limited ? "Those who may see this limited-access case find the task in Tasklist."
            : body + " Send it, or say on the enforcement's page why the order is not breached.", enforcement.subject());
  }
}
