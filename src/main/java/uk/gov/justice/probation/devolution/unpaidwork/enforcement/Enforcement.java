package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.unpaidwork.EnforcementClosed;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkMessages;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;

/**
 * What follows from a failure, with the actions taken. What is written about the person's reason is encrypted. Lock the
 * order first, then the enforcement, before changing it.
 */
@Entity
@Table(name = "upw_enforcement")
public class Enforcement extends Aggregate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long orderId;
    private long sessionId;
    private LocalDate failedOn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private EnforcementState state;

    private boolean counts;
    private boolean verySerious;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private EnforcementStep step;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Judgement judged;

    private String judgedBy;
    private byte[] reason;
    private LocalDateTime openedAt;
    private LocalDateTime closedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private EnforcementState stoppedFrom;

    @OneToMany(mappedBy = "enforcement", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<EnforcementAction> actions = new ArrayList<>();

    @Version
    private int version;

    protected Enforcement() {}

    /** The outcome of the session is a failure, and counts as one until a good reason is accepted. */
    Enforcement(Session failed, Instant openedAt) {
        this.orderId = failed.orderId();
        this.sessionId = failed.id();
        this.failedOn = failed.on();
        this.verySerious = failed.verySerious();
        this.openedAt = Utc.of(openedAt);
        this.state = EnforcementState.EVIDENCE;
        this.counts = true;
    }

    /** Called once it is saved and has its number. Informs its order's process. */
    void begin() {
        register(UnpaidWorkMessages.enforcementNeeded(orderId, id));
    }

    /** Whether it waits for evidence: the failure was not explained, not judged and not called very serious. */
    boolean isHeld(boolean explained) {
        return state == EnforcementState.EVIDENCE && !explained && !verySerious && judged == null;
    }

    /** The action with this code; each is taken at most once. */
    Optional<EnforcementAction> action(String code) {
        return actions.stream().filter(action -> action.code().equals(code)).findFirst();
    }

    /** @param replyBy null if it needs no reply */
    EnforcementAction act(String code, Instant at, String by, LocalDate replyBy) {
        EnforcementAction taken = new EnforcementAction(this, code, at, by, replyBy);
        actions.add(taken);
        return taken;
    }

    /**
     * Whether no more letters may be written: it is over, or a good reason was accepted between two steps and its
     * process goes on to the withdrawal.
     */
    boolean isOvertaken() {
        if (state.open() && acceptedReason()) register(UnpaidWorkMessages.reasonAccepted(id));
        return !state.open() || acceptedReason();
    }

    /** The person is warned; this may replace a breach, reviewed because an earlier failure no longer counts. */
    void warn() {
        if (state != EnforcementState.WARNED) stand(EnforcementState.WARNED, EnforcementStep.WARNING);
    }

    /** @param breach whether it is a breach at once */
    void prepareBreach(EnforcementStep breach) {
        if (state != EnforcementState.BREACH) stand(EnforcementState.BREACH, breach);
    }

    private void stand(EnforcementState at, EnforcementStep because) {
        state = at;
        step = because;
    }

    /** @throws BreaksRules if the answer about the breach pack needs a reason and none has been written */
    void mustBeExplained(boolean packSent) {
        if (reasoned() || packSent && step != EnforcementStep.BREACH_AT_ONCE) return;
        throw new BreaksRules(
                "There is no reason on the page of the enforcement. Write there why %s, then complete this task again."
                        .formatted(packSent ? "the failure is very serious" : "the order is not breached"));
    }

    /** The court has the breach pack. */
    void breach(long caseId, Instant at) {
        close(EnforcementState.BREACHED, caseId, at);
    }

    /** The reason was good, and nothing has been written yet. */
    void takeNoAction(long caseId, Instant at) {
        step = EnforcementStep.NONE;
        close(EnforcementState.CLOSED, caseId, at);
    }

    /** Nobody replied to the warning in time, so the failure counts. */
    void closeWarning(long caseId, Instant at) {
        close(EnforcementState.CLOSED, caseId, at);
    }

    /** The failure no longer counts. */
    void withdraw(long caseId, Instant at) {
        counts = false;
        close(EnforcementState.WITHDRAWN, caseId, at);
    }

    private void close(EnforcementState end, long caseId, Instant at) {
        state = end;
        closedAt = Utc.of(at);
        register(new EnforcementClosed(caseId));
    }

    /**
     * Whether it is a breach not yet sent that may be one only because the other failure, no later than this one,
     * counted.
     */
    boolean mayRestOn(Enforcement other) {
        return state == EnforcementState.BREACH && step == EnforcementStep.BREACH && !failedOn.isBefore(other.failedOn);
    }

    /** The letter that was written; empty if there was none. */
    Optional<CaseTemplate> letter() {
        if (step == null || step == EnforcementStep.NONE) return Optional.empty();
        return Optional.of(step == EnforcementStep.WARNING ? CaseTemplate.WARNING : CaseTemplate.BREACH);
    }

    /**
     * Accepts or rejects the person's reason. An accepted reason stays accepted; a rejected one can be accepted later.
     * Whatever was waiting for the judgement goes on.
     *
     * @throws NotPossibleNow if nothing is left to judge
     */
    void judge(boolean accepted, byte[] sealedReason, String by) {
        if (acceptedReason())
            throw new NotPossibleNow("A good reason has already been accepted, by %s.".formatted(judgedBy));
        switch (state) {
            case EVIDENCE, WARNED, BREACH -> {}
            case CLOSED -> {
                if (!accepted)
                    throw new NotPossibleNow(
                            "The enforcement is closed and the failure stands. Only a good reason can still change that.");
            }
            case BREACHED -> throw new NotPossibleNow("The breach pack was sent: tell the court of the reason.");
            default ->
                throw new NotPossibleNow("The enforcement is %s: there is no reason to judge.".formatted(inWords()));
        }
        reason = sealedReason;
        judged(accepted, by);
    }

    /**
     * The outcome was corrected and there was no failure. This has the same effect as accepting a good reason.
     *
     * @return whether it counted until now
     * @throws Taken if the court already has it
     */
    boolean takeBack(String by) {
        if (state == EnforcementState.BREACHED)
            throw new Taken(
                    "The court has the breach pack of this failure. Tell the court first; the outcome stays as it is.");
        if (!counts) return false;
        judged(true, by);
        return true;
    }

    private void judged(boolean accepted, String by) {
        judged = accepted ? Judgement.ACCEPTED : Judgement.REJECTED;
        judgedBy = by;
        counts = !accepted;
        if (state == EnforcementState.EVIDENCE) register(UnpaidWorkMessages.evidenceJudged(id));
        else if (accepted && state != EnforcementState.CLOSED) register(UnpaidWorkMessages.reasonAccepted(id));
    }

    /**
     * Saves why it is very serious, or is not a breach.
     *
     * @throws NotPossibleNow if it is over
     */
    void explain(byte[] sealedReason) {
        if (!state.open()) throw new NotPossibleNow("The enforcement is %s.".formatted(inWords()));
        reason = sealedReason;
    }

    /** Its order is stopped. */
    void stop() {
        stoppedFrom = state;
        state = EnforcementState.STOPPED;
    }

    /**
     * Its order goes on: the enforcement returns to the state it had, and the order's process is informed of it again.
     */
    void restore(int orderVersion) {
        state = stoppedFrom;
        stoppedFrom = null;
        register(UnpaidWorkMessages.enforcementNeededAgain(orderId, id, orderVersion));
    }

    private String inWords() {
        return state.label().toLowerCase(Locale.ROOT);
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public long sessionId() {
        return sessionId;
    }

    public LocalDate failedOn() {
        return failedOn;
    }

    public EnforcementState state() {
        return state;
    }

    /** Whether it counts as an unacceptable failure. */
    public boolean counts() {
        return counts;
    }

    public boolean verySerious() {
        return verySerious;
    }

    /** Null until it is decided. */
    public EnforcementStep step() {
        return step;
    }

    /** How the person's reason was judged; null if none has been judged. */
    public Boolean reasonAccepted() {
        return judged == null ? null : judged == Judgement.ACCEPTED;
    }

    boolean acceptedReason() {
        return judged == Judgement.ACCEPTED;
    }

    public String judgedBy() {
        return judgedBy;
    }

    /** Whether something is written about it. */
    public boolean reasoned() {
        return reason != null;
    }

    byte[] sealedReason() {
        return reason;
    }

    public Instant openedAt() {
        return Utc.instant(openedAt);
    }

    public Instant closedAt() {
        return Utc.instant(closedAt);
    }

    public int version() {
        return version;
    }

    /** The name of the enforcement in messages. */
    public String subject() {
        return "enforcement/" + id;
    }

    /** Leaves out what it says about the person. */
    @Override
    public String toString() {
        return "Enforcement[id=%d, orderId=%d, state=%s]".formatted(id, orderId, state);
    }
}
