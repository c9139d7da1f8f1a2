package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * Those who manage the sentence judge the reason a person gives for a failure, or write why it is very serious or not a
 * breach. What they write is encrypted, and every look at it is audited. A good reason accepted late withdraws the
 * letter even if the enforcement's process has ended.
 */
@Service
public class JudgingReasons {
    /** The roles that judge, in the case's region. */
    static final Role[] ROLES = {Role.PRACTITIONER, Role.PSO, Role.SPO};

    /** In characters. */
    public static final int AT_MOST = 4_000;

    private final Enforcements enforcements;
    private final EnforcementSteps steps;
    private final WithdrawingFailures withdrawing;
    private final Orders orders;
    private final Cases cases;
    private final CaseAccess access;
    private final Sealing sealing;
    private final AuditTrail audit;

    JudgingReasons(
            Enforcements enforcements,
            EnforcementSteps steps,
            WithdrawingFailures withdrawing,
            Orders orders,
            Cases cases,
            CaseAccess access,
            Sealing sealing,
            AuditTrail audit) {
        this.enforcements = enforcements;
        this.steps = steps;
        this.withdrawing = withdrawing;
        this.orders = orders;
        this.cases = cases;
        this.access = access;
        this.sealing = sealing;
        this.audit = audit;
    }

    public boolean mayJudge(ProbationCase probationCase, Colleague by) {
        return access.mayWorkOn(probationCase, by, ROLES);
    }

    /**
     * Accepts or rejects the reason. An accepted reason stays accepted; a rejected one can be accepted later.
     *
     * @throws NotAllowedException if the colleague may not judge it
     * @throws NotPossibleNow if nothing is left to judge
     */
    @Transactional
    public void judge(long enforcementId, boolean accepted, String reason, Colleague by) {
        Locked locked = lock(enforcementId, reason, by);
        locked.enforcement().judge(accepted, seal(locked.enforcement(), reason), by.userName());
        goOn(locked, accepted ? "REASON_ACCEPTED" : "REASON_REJECTED", accepted, by);
    }

    /**
     * The outcome was corrected and there was no failure. This has the same effect as accepting a good reason.
     *
     * @return whether it counted until now
     * @throws Taken if the court already has it
     */
    boolean takeBack(Locked locked, Colleague by) {
        boolean counted = locked.enforcement().takeBack(by.userName());
        if (counted) goOn(locked, "FAILURE_TAKEN_BACK", true, by);
        return counted;
    }

    /** If the enforcement is already closed, no process is left to withdraw it, so it is withdrawn here. */
    private void goOn(Locked locked, String what, boolean accepted, Colleague by) {
        enforcements.save(locked.enforcement());
        record(locked.enforcement(), locked.probationCase(), what, by);
        if (accepted && locked.enforcement().state() == EnforcementState.CLOSED)
            withdrawing.withdraw(locked, by.userName());
    }

    /** Writes why a failure is very serious, or why it is not a breach. */
    @Transactional
    public void explain(long enforcementId, String reason, Colleague by) {
        Locked locked = lock(enforcementId, reason, by);
        locked.enforcement().explain(seal(locked.enforcement(), reason));
        record(locked.enforcement(), locked.probationCase(), "ENFORCEMENT_REASON_WRITTEN", by);
    }

    /** What was written; empty if there is nothing. */
    @Transactional
    public String read(long enforcementId, Colleague by) {
        Enforcement enforcement = enforcements.get(enforcementId);
        ProbationCase probationCase =
                cases.get(orders.get(enforcement.orderId()).caseId());
        access.mustWorkOn(probationCase, by, ROLES);
        if (!enforcement.reasoned()) return "";
        record(enforcement, probationCase, "ENFORCEMENT_REASON_VIEWED", by);
        return new String(
                sealing.open(Sealed.of(enforcement.sealedReason()), enforcement.subject()), StandardCharsets.UTF_8);
    }

    private Locked lock(long enforcementId, String reason, Colleague by) {
        Locked locked = steps.lock(enforcementId);
        access.mustWorkOn(locked.probationCase(), by, ROLES);
        if (reason == null || reason.isBlank()) throw new BreaksRules("reason", "Write the reason.");
        if (reason.length() > AT_MOST)
            throw new BreaksRules("reason", "The reason must be %,d characters or fewer.".formatted(AT_MOST));
        return locked;
    }

    private byte[] seal(Enforcement enforcement, String reason) {
        return sealing.seal(reason.strip().getBytes(StandardCharsets.UTF_8), enforcement.subject())
                .bytes();
    }

    private void record(Enforcement enforcement, ProbationCase probationCase, String action, Colleague by) {
        audit.record(
                by.userName(),
                action,
                "order/" + enforcement.orderId(),
                probationCase.regionCode(),
                Map.of("enforcement", enforcement.id()));
    }
}
