package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetterRequest;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.EnforcementClosed;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/**
 * The steps of an enforcement (upw-enforcement): evidence, warning, breach, withdrawal. Each is taken once; a second delivery changes nothing. What was stopped, or closed in the
 * meantime, stays so.
 */
@Service
public class Enforcing {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String SYSTEM = "system";
  private static final EnteredDay PACK_SENT_ON = EnteredDay.required("the day on which the pack was sent", DayRule.happened());
  private static final String FIRST_WARNING = "EA02";
  private static final String SECOND_WARNING = "EA03";

  /** @param until when the evidence is due; null where nothing is waited for */
  public record Opened(boolean hold, Instant until) {}

  /** @param failures unacceptable failures in the twelve months up to this one, it included */
  public record Count(boolean reasonAccepted, boolean verySerious, int failures) {}

  private final Enforcements enforcements;
  private final Sessions sessions;
  private final Orders orders;
  private final Cases cases;
  private final ReplyDates replyDates;
  private final EnforcementRule rule;
  private final CaseAccess access;
  private final TaskSubjects subjects;
  private final CaseLetters letters;
  private final Deadlines deadlines;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  Enforcing(Enforcements enforcements, Sessions sessions, Orders orders, Cases cases, ReplyDates replyDates, EnforcementRule rule, CaseAccess access,
      TaskSubjects subjects, CaseLetters letters, Deadlines deadlines, Notifications notifications, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.enforcements = enforcements;
    this.sessions = sessions;
    this.orders = orders;
    this.cases = cases;
    this.replyDates = replyDates;
    this.rule = rule;
    this.access = access;
    this.subjects = subjects;
    this.letters = letters;
    this.deadlines = deadlines;
    this.notifications = notifications;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Notes that the process instance is about this enforcement, and opens it.
   *
   * @throws CannotSucceedException where there is none
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Opened open(long enforcementId, long processInstanceKey) {
    Enforcement enforcement = enforcements.find(enforcementId)
        .orElseThrow(() -> new CannotSucceedException("There is no enforcement with the number %d: nothing of ours began this. Cancel it.".formatted(enforcementId)));
    subjects.note(processInstanceKey, new TaskSubject("enforcementId", enforcementId, enforcement.subject(), caseOf(enforcement).regionCode()));
    return open(enforcementId);
  }

  /** A failure without an explanation is held for evidence, unless it is very serious. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  Opened open(long enforcementId) {
    Enforcement enforcement = lock(enforcementId);
    boolean explained = sessions.get(enforcement.sessionId()).explained();
    if (enforcement.state() != EnforcementState.EVIDENCE || explained || enforcement.verySerious() || !enforcement.unjudged()) return new Opened(false, null);
    return new Opened(true, act(enforcement, "EA12", SYSTEM));
  }

  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Count count(long enforcementId) {
    Enforcement enforcement = lock(enforcementId);
    Order order = orders.get(enforcement.orderId());
    int failures = FailuresInTwelveMonths.upTo(enforcement.failedOn(), enforcements.failuresUpTo(enforcement), order.warningsImported(), order.importedOn());
    return new Count(enforcement.acceptedReason(), enforcement.verySerious(), failures);
  }

  /** What follows from the failure as things stand now. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public EnforcementStep step(long enforcementId) {
    return rule.of(count(enforcementId));
  }

  /** The reason was good: nothing follows. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void takeNoAction(long enforcementId) {
    Enforcement enforcement = lock(enforcementId);
    if (enforcement.state() != EnforcementState.EVIDENCE) return;
    act(enforcement, "NFA", SYSTEM);
    close(enforcement, EnforcementState.CLOSED, EnforcementStep.NONE);
  }

  /**
   * Writes the warning letter: the first of the order, or its second. A breach that is looked at anew, because a failure before it counts no longer, becomes a warning.
   *
   * @return until when the person can reply
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Instant warn(long enforcementId) {
    Enforcement enforcement = lock(enforcementId);
    if (overtaken(enforcement)) return clock.instant();
    if (enforcement.state() == EnforcementState.BREACH) letters.withdraw(key(enforcement, CaseTemplate.BREACH));
    if (enforcement.state() != EnforcementState.WARNED) stands(enforcement, EnforcementState.WARNED, EnforcementStep.WARNING);
    String code = warningCode(enforcement);
    Instant until = act(enforcement, code, SYSTEM);
    letter(enforcement, CaseTemplate.WARNING, Map.of("failedOn", Deadlines.inWords(enforcement.failedOn()), "replyBy", Deadlines.inWords(deadlines.day(until)),
        "which", code.equals(FIRST_WARNING) ? "first" : "second"));
    return until;
  }

  /** Nobody replied in time: the failure stands. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void closeWarning(long enforcementId) {
    Enforcement enforcement = lock(enforcementId);
    if (enforcement.state() != EnforcementState.WARNED) return;
    if (overtaken(enforcement)) withdraw(enforcement, SYSTEM);
    else close(enforcement, EnforcementState.CLOSED, EnforcementStep.WARNING);
  }

  /**
   * Writes the breach letter and asks for the breach, at once for a very serious failure.
   *
   * @return until when the breach pack is sent
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Instant prepareBreach(long enforcementId) {
    boolean atOnce = step(enforcementId) == EnforcementStep.BREACH_AT_ONCE;
    return prepareBreach(enforcementId, atOnce ? EnforcementStep.BREACH_AT_ONCE : EnforcementStep.BREACH);
  }

  @Transactional(isolation = Isolation.READ_COMMITTED)
  Instant prepareBreach(long enforcementId, EnforcementStep step) {
    Enforcement enforcement = lock(enforcementId);
    if (overtaken(enforcement)) return clock.instant();
    if (enforcement.state() != EnforcementState.BREACH) stands(enforcement, EnforcementState.BREACH, step);
    boolean atOnce = step == EnforcementStep.BREACH_AT_ONCE;
    Instant until = act(enforcement, "EA08", SYSTEM);
    act(enforcement, atOnce ? "IMB" : "BRE01", SYSTEM);
    letter(enforcement, CaseTemplate.BREACH, Map.of("failedOn", Deadlines.inWords(enforcement.failedOn()), "because",
        atOnce ? "We believe that this failure was very serious." : "This was not your first failure in 12 months without an acceptable reason."));
    return until;
  }

  /**
   * The practitioner sent the pack to the court, or decided that it is no breach.
   *
   * @param decision SENT or NOT_BREACHED
   * @throws NotAllowedException where they do not manage the sentence, or may not see the case
   * @throws AnswerRefusedException where the answer does not stand
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void breach(long enforcementId, String decision, LocalDate packSentOn, TaskAnswer by) {
    Enforcement enforcement = lock(enforcementId);
    ProbationCase probationCase = caseOf(enforcement);
    access.mustWorkOn(probationCase, by.colleague(), practitionerRole(probationCase));
    by.mustHold(practitionerRole(probationCase), probationCase.regionSlug(), "answer for the breach pack of CRN " + probationCase.crn());
    if (enforcement.state() != EnforcementState.BREACH) return;
    boolean sent = "SENT".equals(decision);
    if (!sent && !"NOT_BREACHED".equals(decision)) throw new AnswerRefusedException("Choose whether the pack was sent or the order is not breached.");
    if (!enforcement.reasoned() && (!sent || enforcement.step() == EnforcementStep.BREACH_AT_ONCE)) {
      throw new AnswerRefusedException("There is no reason on the enforcement's page. Write there why %s, then complete this task again.".formatted(
          sent ? "the failure is very serious" : "the order is not breached"));
    }
    if (!sent) {
      withdraw(enforcement, by.by());
      return;
    }
    PACK_SENT_ON.and(DayRule.notBefore(enforcement.failedOn(), "the day of the failure")).problem(packSentOn, deadlines).ifPresent(impossible -> {
      throw new AnswerRefusedException(impossible);
    });
    act(enforcement, "BRE02", by.by());
    jdbc.sql("INSERT INTO case_component (case_id, kind, reference, label, started_on, version) VALUES (?, 'BREACH', ?, 'Breach of the unpaid work requirement', ?, 1)")
        .params(orders.get(enforcement.orderId()).caseId(), "ENF-" + enforcementId, packSentOn)
        .update();
    close(enforcement, EnforcementState.BREACHED, enforcement.step());
  }

  /** A good reason was accepted: letters are withdrawn and the failure counts no longer. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void withdraw(long enforcementId) {
    Enforcement enforcement = lock(enforcementId);
    if (enforcement.state().open()) withdraw(enforcement, SYSTEM);
  }

  /** The enforcement is locked. */
  void withdraw(Enforcement enforcement, String by) {
    boolean written = enforcement.step() != null && enforcement.step() != EnforcementStep.NONE;
    if (written) {
      act(enforcement, "EA06", by);
      letters.withdraw(key(enforcement, enforcement.step() == EnforcementStep.WARNING ? CaseTemplate.WARNING : CaseTemplate.BREACH));
      letter(enforcement, CaseTemplate.WITHDRAWAL, Map.of("failedOn", Deadlines.inWords(enforcement.failedOn())));
      act(enforcement, "EA07", by);
    }
    jdbc.sql("UPDATE upw_enforcement SET counts = FALSE WHERE id = ?").param(enforcement.id()).update();
    close(enforcement, EnforcementState.WITHDRAWN, enforcement.step());
    tellOfLaterBreaches(enforcement);
  }

  /** A good reason was accepted between two steps: nothing more is written, and the process goes on to the withdrawal. */
  private boolean overtaken(Enforcement enforcement) {
    if (!enforcement.acceptedReason() || !enforcement.state().open()) return !enforcement.state().open();
    tellReasonAccepted(enforcement);
    return true;
  }

  void tellReasonAccepted(Enforcement enforcement) {
    events.publishEvent(new EngineMessage("unpaidwork.reasonAccepted", Long.toString(enforcement.id()), "reasonAccepted-" + enforcement.id(), Map.of(), KEPT));
  }

  /** A later failure may be in breach only because this one counted: its practitioner looks at it again. */
  private void tellOfLaterBreaches(Enforcement withdrawn) {
    ProbationCase probationCase = caseOf(withdrawn);
    for (Enforcement later : enforcements.ofOrder(withdrawn.orderId())) {
      if (later.state() != EnforcementState.BREACH || later.step() != EnforcementStep.BREACH || later.failedOn().isBefore(withdrawn.failedOn())) continue;
      notifications.send("breach-again-%d-%d".formatted(later.id(), withdrawn.id()), practitioners(probationCase), "Look again at the breach of CRN %s".formatted(probationCase.crn()),
          "A failure before it no longer counts: a good reason was accepted, or its outcome was corrected. Check whether the order is still in breach before you send the pack.", later.subject());
    }
  }

  static String practitioners(ProbationCase probationCase) {
    return practitionerRole(probationCase) + "-" + probationCase.regionSlug();
  }

  private static String practitionerRole(ProbationCase probationCase) {
    return probationCase.standaloneUpw() ? "pso" : "practitioner";
  }

  private String warningCode(Enforcement enforcement) {
    boolean warnedBefore = jdbc.sql("""
            SELECT COUNT(*) FROM upw_enforcement_action a JOIN upw_enforcement e ON e.id = a.enforcement_id
            WHERE e.order_id = ? AND e.id <> ? AND a.action_code = 'EA02' AND e.counts AND a.id < COALESCE((
              SELECT m.id FROM upw_enforcement_action m WHERE m.enforcement_id = ? AND m.action_code IN ('EA02', 'EA03')), 9223372036854775807)
            """)
        .params(enforcement.orderId(), enforcement.id(), enforcement.id())
        .query(Integer.class)
        .single() > 0;
    return warnedBefore ? SECOND_WARNING : FIRST_WARNING;
  }

  /** Takes an action once, and answers until when it is replied to: its own moment where it needs no reply, or at once. */
  private Instant act(Enforcement enforcement, String code, String by) {
    Optional<Enforcements.Action> before = enforcements.actions(enforcement.id()).stream().filter(action -> action.code().equals(code)).findFirst();
    Instant takenAt = before.map(Enforcements.Action::takenAt).orElseGet(clock::instant);
    LocalDate takenOn = deadlines.day(takenAt);
    LocalDate replyBy = before.isPresent() ? before.get().replyBy() : replyDates.of(code, takenOn);
    if (before.isEmpty()) {
      jdbc.sql("INSERT INTO upw_enforcement_action (enforcement_id, action_code, taken_at, taken_by, reply_by) VALUES (:id, :code, :at, :by, :replyBy)")
          .param("id", enforcement.id()).param("code", code).param("at", Utc.of(takenAt)).param("by", by).param("replyBy", replyBy)
          .update();
      Map<String, Object> facts = new LinkedHashMap<>(Map.of("enforcement", enforcement.id(), "action", code));
      if (replyBy != null) facts.put("replyBy", replyBy);
      audit.record(by, "ENFORCEMENT_ACTION", orders.get(enforcement.orderId()).subject(), caseOf(enforcement).regionCode(), facts);
    }
    return replyBy == null || replyBy.equals(takenOn) ? takenAt : deadlines.endOfDay(replyBy);
  }

  private void letter(Enforcement enforcement, CaseTemplate template, Map<String, String> model) {
    letters.write(new CaseLetterRequest(key(enforcement, template), template, caseOf(enforcement).id(), model));
  }

  private static String key(Enforcement enforcement, CaseTemplate template) {
    return "%s-%d".formatted(template.name().toLowerCase(Locale.ROOT), enforcement.id());
  }

  private void stands(Enforcement enforcement, EnforcementState state, EnforcementStep step) {
    jdbc.sql("UPDATE upw_enforcement SET state = ?, step = ?, version = version + 1 WHERE id = ?").params(state.name(), step.name(), enforcement.id()).update();
  }

  private void close(Enforcement enforcement, EnforcementState state, EnforcementStep step) {
    ProbationCase probationCase = caseOf(enforcement);
    jdbc.sql("UPDATE upw_enforcement SET state = :state, step = :step, closed_at = :at, version = version + 1 WHERE id = :id")
        .param("state", state.name()).param("step", step == null ? null : step.name()).param("at", Utc.of(clock.instant())).param("id", enforcement.id())
        .update();
    audit.record(SYSTEM, "ENFORCEMENT_CLOSED", orders.get(enforcement.orderId()).subject(), probationCase.regionCode(), Map.of("enforcement", enforcement.id(), "state", state));
    events.publishEvent(new EnforcementClosed(probationCase.id()));
  }

  private ProbationCase caseOf(Enforcement enforcement) {
    return cases.get(orders.get(enforcement.orderId()).caseId());
  }

  private Enforcement lock(long enforcementId) {
    orders.lock(enforcements.get(enforcementId).orderId());
    return enforcements.lock(enforcementId);
  }
}
