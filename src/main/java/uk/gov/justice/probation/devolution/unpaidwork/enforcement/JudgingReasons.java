package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionTakenException;

/**
 * Those who manage the sentence judge the reason a person gives for a failure, or write why it is very serious or no breach. What they write is sealed; every look at it is
 * audited. A good reason accepted late withdraws the letter, also when the enforcement's process has ended.
 */
@Service
public class JudgingReasons {
  /** Who judges, in the case's region. */
  static final String[] ROLES = {"practitioner", "pso", "spo"};

  /** Characters. */
  public static final int AT_MOST = 4_000;

  private static final Duration KEPT = Duration.ofDays(1);

  private final Enforcements enforcements;
  private final Enforcing enforcing;
  private final Orders orders;
  private final Cases cases;
  private final CaseAccess access;
  private final Sealing sealing;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;

  JudgingReasons(Enforcements enforcements, Enforcing enforcing, Orders orders, Cases cases, CaseAccess access, Sealing sealing, AuditTrail audit,
      ApplicationEventPublisher events, JdbcClient jdbc) {
    this.enforcements = enforcements;
    this.enforcing = enforcing;
    this.orders = orders;
    this.cases = cases;
    this.access = access;
    this.sealing = sealing;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
  }

  /** Why the reason cannot be judged; the message is a sentence for the person who tried. */
  public static class NotPossibleException extends RuntimeException {
    NotPossibleException(String message) {
      super(message);
    }
  }

  public boolean mayJudge(long enforcementId, Colleague by) {
    try {
      access.mustWorkOn(caseOf(enforcements.get(enforcementId)), by, ROLES);
      return true;
    } catch (NotAllowedException other) {
      return false;
    }
  }

  /**
   * Accepts or rejects the reason. One that was accepted stays so; one that was rejected can be accepted later.
   *
   * @throws NotAllowedException where the colleague may not
   * @throws NotPossibleException where there is nothing to judge any more, or nothing was written
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void judge(long enforcementId, boolean accepted, String reason, Colleague by) {
    Enforcement enforcement = mine(enforcementId, reason, by);
    if (enforcement.acceptedReason()) throw new NotPossibleException("A good reason was accepted already, by %s.".formatted(enforcement.judgedBy()));
    switch (enforcement.state()) {
      case EVIDENCE, WARNED, BREACH -> { }
      case CLOSED -> {
        if (!accepted) throw new NotPossibleException("The enforcement is closed and the failure stands. Only a good reason can still change that.");
      }
      case BREACHED -> throw new NotPossibleException("The breach pack was sent: tell the court of the reason.");
      default -> throw new NotPossibleException("The enforcement is %s: there is no reason to judge.".formatted(enforcement.state().label().toLowerCase(Locale.ROOT)));
    }
    jdbc.sql("UPDATE upw_enforcement SET judged = ?, judged_by = ?, reason = ?, counts = ?, version = version + 1 WHERE id = ?")
        .params(accepted ? Enforcements.ACCEPTED : Enforcements.REJECTED, by.userName(), seal(enforcement, reason), !accepted, enforcementId)
        .update();
    record(enforcement, accepted ? "REASON_ACCEPTED" : "REASON_REJECTED", by);
    goOn(enforcement, accepted, by);
  }

  /**
   * The outcome was corrected and there was no failure: as if a good reason had been accepted. The enforcement is locked.
   *
   * @return whether it counted until now
   * @throws SessionTakenException where the court has it
   */
  boolean takeBack(Enforcement enforcement, Colleague by) {
    if (enforcement.state() == EnforcementState.BREACHED) throw new SessionTakenException("The court has the breach pack of this failure. Tell the court first; the outcome stays as it is.");
    if (!enforcement.counts()) return false;
    jdbc.sql("UPDATE upw_enforcement SET judged = ?, judged_by = ?, counts = FALSE, version = version + 1 WHERE id = ?")
        .params(Enforcements.ACCEPTED, by.userName(), enforcement.id())
        .update();
    record(enforcement, "FAILURE_TAKEN_BACK", by);
    goOn(enforcement, true, by);
    return true;
  }

  private void goOn(Enforcement enforcement, boolean accepted, Colleague by) {
    if (enforcement.state() == EnforcementState.EVIDENCE) {
      events.publishEvent(new EngineMessage("unpaidwork.evidenceJudged", Long.toString(enforcement.id()), "evidenceJudged-" + enforcement.id(), Map.of(), KEPT));
    } else if (accepted && enforcement.state() == EnforcementState.CLOSED) {
      enforcing.withdraw(enforcements.lock(enforcement.id()), by.userName());
    } else if (accepted) {
      enforcing.tellReasonAccepted(enforcement);
    }
  }

  /** Writes why a failure is very serious, or why it is no breach after all. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void explain(long enforcementId, String reason, Colleague by) {
    Enforcement enforcement = mine(enforcementId, reason, by);
    if (!enforcement.state().open()) throw new NotPossibleException("The enforcement is %s.".formatted(enforcement.state().label().toLowerCase(Locale.ROOT)));
    jdbc.sql("UPDATE upw_enforcement SET reason = ?, version = version + 1 WHERE id = ?").params(seal(enforcement, reason), enforcementId).update();
    record(enforcement, "ENFORCEMENT_REASON_WRITTEN", by);
  }

  /** What was written; empty where there is nothing. */
  @Transactional
  public String read(long enforcementId, Colleague by) {
    Enforcement enforcement = enforcements.get(enforcementId);
    access.mustWorkOn(caseOf(enforcement), by, ROLES);
    if (!enforcement.reasoned()) return "";
    byte[] reason = jdbc.sql("SELECT reason FROM upw_enforcement WHERE id = ?").param(enforcementId).query(byte[].class).single();
    record(enforcement, "ENFORCEMENT_REASON_VIEWED", by);
    return new String(sealing.open(Sealed.of(reason), enforcement.subject()), StandardCharsets.UTF_8);
  }

  private Enforcement mine(long enforcementId, String reason, Colleague by) {
    Enforcement enforcement = enforcements.get(enforcementId);
    access.mustWorkOn(caseOf(enforcement), by, ROLES);
    if (reason == null || reason.isBlank()) throw new NotPossibleException("Write the reason.");
    if (reason.length() > AT_MOST) throw new NotPossibleException("The reason must be %,d characters or fewer.".formatted(AT_MOST));
    orders.lock(enforcement.orderId());
    return enforcements.lock(enforcementId);
  }

  private byte[] seal(Enforcement enforcement, String reason) {
    return sealing.seal(reason.strip().getBytes(StandardCharsets.UTF_8), enforcement.subject()).bytes();
  }

  private void record(Enforcement enforcement, String action, Colleague by) {
    audit.record(by.userName(), action, "order/" + enforcement.orderId(), caseOf(enforcement).regionCode(), Map.of("enforcement", enforcement.id()));
  }

  private ProbationCase caseOf(Enforcement enforcement) {
    return cases.get(orders.get(enforcement.orderId()).caseId());
  }
}
