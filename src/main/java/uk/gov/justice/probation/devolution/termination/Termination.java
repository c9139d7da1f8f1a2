package uk.gov.justice.probation.devolution.termination;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/**
 * The termination of a case, or of some of its components: its state, the outcome given to each component, what blocked
 * it, and what it closed, so that a reopening can restore it. Times are in UTC. Lock the case first, then the
 * termination, before changing it.
 */
@Entity
public class Termination extends Aggregate {
    private static final String DIED = "DIED";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long caseId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Cause cause;

    private String reasonCode;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private TerminationState state;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Eligibility eligibility;

    private LocalDate dueOn;
    private LocalDate overdueOn;
    private LocalDate nextDueOn;
    private boolean waiting;
    private Long processInstanceKey;
    private Long askedByInstance;
    private LocalDateTime startedAt;
    private LocalDateTime closedAt;
    private LocalDate appliedOn;
    private LocalDate extendedTo;
    private String evidenceBy;
    private LocalDateTime evidenceAt;
    private String reviewedBy;
    private LocalDateTime reviewedAt;
    private String agreedBy;
    private LocalDateTime agreedAt;
    private String reopenedBy;
    private LocalDateTime reopenedAt;
    private byte[] reopenReason;

    @ElementCollection
    @CollectionTable(name = "termination_blocker", joinColumns = @JoinColumn(name = "termination_id"))
    private Set<KeptBlocker> blockers = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "termination_component", joinColumns = @JoinColumn(name = "termination_id"))
    private Map<PartKey, GivenOutcome> outcomes = new HashMap<>();

    @OneToMany(
            mappedBy = "termination",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("id")
    private Set<ClosedItem> closed = new LinkedHashSet<>();

    @Version
    private int version;

    protected Termination() {}

    /**
     * @param reasonCode the event that ended the case; otherwise null until it is known how the case ends
     * @param askedByInstance the process instance in which somebody requested it; null if nobody did
     */
    Termination(
            long caseId,
            Cause cause,
            String reasonCode,
            LocalDate dueOn,
            LocalDate overdueOn,
            Instant startedAt,
            Long askedByInstance) {
        this.caseId = caseId;
        this.cause = cause;
        this.reasonCode = reasonCode;
        this.dueOn = dueOn;
        this.overdueOn = overdueOn;
        this.startedAt = Utc.of(startedAt);
        this.askedByInstance = askedByInstance;
        this.state = TerminationState.COLLECTING;
    }

    /** Called once it is saved and has its number. Starts its process. */
    void begin() {
        register(TerminationMessages.due(id));
    }

    /**
     * Records the start of a check by the process, the first one or a later one.
     *
     * @param caseEnded whether the case has already ended, so that nothing is left to do
     * @param frozen whether its queue is being handed over, so that it waits
     */
    void collect(long process, boolean caseEnded, boolean frozen, Instant at) {
        processInstanceKey = process;
        if (!open()) return;
        if (caseEnded) end(TerminationState.CANCELLED, at);
        else moveTo(frozen ? TerminationState.WAITING : TerminationState.COLLECTING);
    }

    /**
     * Records how the case can end, and what blocks it.
     *
     * @return the last decision if the termination is already over
     */
    Eligibility decide(Eligibility now, List<Blocker> found, Instant at) {
        if (!open()) return eligibility == null ? now : eligibility;
        eligibility = now;
        state = switch (now) {
            case BLOCK -> TerminationState.BLOCKED;
            case EXTEND -> TerminationState.COURT;
            case COMPONENT_ONLY, COMPLETE -> TerminationState.EVIDENCE;
        };
        blockers = now != Eligibility.BLOCK
                ? new HashSet<>()
                : found.stream()
                        .map(blocker -> KeptBlocker.of(blocker, Utc.of(at)))
                        .collect(Collectors.toSet());
        return now;
    }

    /**
     * An event ended the case: the process is informed and checks again. A death overrides any other event; otherwise
     * the event recorded first counts.
     */
    void happened(String event, TerminationDates dates) {
        if (!byEvent() || event.equals(DIED)) {
            cause = Cause.EVENT;
            reasonCode = event;
            dueOn = dueOn.isAfter(dates.today()) ? dates.today() : dueOn;
            overdueOn = dates.overdueOn(dueOn);
        }
        register(TerminationMessages.eventHappened(id, event));
    }

    /**
     * Checks that it is in the step in which it waits for this answer.
     *
     * @throws NotPossibleNow with a sentence if it is in another state
     */
    void mustStandAt(TerminationState step, String waitedFor, ProbationCase probationCase) {
        if (state == step) return;
        throw new NotPossibleNow("The termination of %s does not wait for %s: its state is '%s'. Nothing was changed."
                .formatted(probationCase.text(), waitedFor, state.label()));
    }

    /** @param until the day to which the court extended the order; null if it has not decided yet */
    void applyToCourt(LocalDate on, LocalDate until) {
        appliedOn = on;
        extendedTo = until;
    }

    /** Closes it without ending anything. The due list picks the case up again on that day. */
    void keepLive(LocalDate dueAgainOn, Instant at) {
        nextDueOn = dueAgainOn;
        end(TerminationState.EXTENDED, at);
    }

    /**
     * What can be given an outcome, with the outcome it has. If the whole event ends, every part needs one, and so does
     * the event. Otherwise only the parts that have run their course do.
     */
    List<EvidenceLine> lines(ProbationCase probationCase, OpenWork work) {
        boolean whole = eligibility != Eligibility.COMPONENT_ONLY;
        List<EvidenceLine> lines = new ArrayList<>();
        for (CasePart part : work.components()) {
            if (whole || !part.kind().endsWithTheEvent()) lines.add(line(part, whole || part.mustEnd()));
        }
        if (whole) lines.add(line(CasePart.event(probationCase), true));
        return lines;
    }

    private EvidenceLine line(CasePart part, boolean needed) {
        return new EvidenceLine(part, needed, outcome(part));
    }

    /** The outcome given to the part; null if it has none. */
    String outcome(CasePart part) {
        GivenOutcome given = outcomes.get(PartKey.of(part));
        return given == null ? null : given.outcomeCode();
    }

    int outcomesGiven() {
        return outcomes.size();
    }

    /**
     * Saves the outcomes of these parts. An empty code removes the outcome given before.
     *
     * @param entered codes by {@link CasePart#key()}
     * @return how many outcomes changed
     */
    int give(List<CasePart> parts, Map<String, String> entered, String by, Instant at) {
        int changed = 0;
        for (CasePart part : parts) {
            String outcome = entered.getOrDefault(part.key(), "");
            if (outcome.isEmpty()) outcomes.remove(PartKey.of(part));
            else if (!outcome.equals(outcome(part))) {
                outcomes.put(PartKey.of(part), new GivenOutcome(outcome, by, Utc.of(at)));
                changed++;
            }
        }
        evidenceBy = by;
        evidenceAt = Utc.of(at);
        return changed;
    }

    /**
     * Completes the evidence: the termination goes to its reviews, or straight to its end if only components end.
     *
     * @throws NotPossibleNow with a sentence if an outcome is missing
     */
    void completeEvidence(List<EvidenceLine> lines, ProbationCase probationCase) {
        if (!isEvidenceComplete(lines)) {
            if (probationCase.limitedAccess())
                throw new NotPossibleNow(
                        "Something is missing on the page of the termination. Record it there, then complete this task again.");
            long missing = lines.stream().filter(EvidenceLine::isMissing).count();
            throw new NotPossibleNow(
                    "%s no outcome on the page of the termination yet. Record it there, then complete this task again."
                            .formatted(
                                    missing > 1
                                            ? missing + " components have"
                                            : missing == 1
                                                    ? "One component has"
                                                    : "No component has been ended: there is"));
        }
        moveTo(eligibility == Eligibility.COMPONENT_ONLY ? TerminationState.ENDING : TerminationState.REVIEW);
    }

    /** Whether at least one part has an outcome, and every part that needs one has it. */
    boolean isEvidenceComplete(List<EvidenceLine> lines) {
        return !outcomes.isEmpty() && lines.stream().noneMatch(EvidenceLine::isMissing);
    }

    /** Records the practitioner's final review. A practitioner who does not agree sends it back. */
    void review(boolean agreed, boolean needsSpo, String by, Instant at) {
        reviewedBy = by;
        reviewedAt = Utc.of(at);
        moveTo(!agreed ? TerminationState.EVIDENCE : needsSpo ? TerminationState.SPO : TerminationState.ENDING);
    }

    /**
     * Records the senior probation officer's answer. One who does not agree sends it back.
     *
     * @throws NotPossibleNow if they recorded outcomes of this termination themselves
     */
    void agree(boolean agreed, String by, Instant at) {
        if (agreed
                && outcomes.values().stream()
                        .anyMatch(given -> given.recordedBy().equals(by))) {
            throw new NotPossibleNow(
                    "You recorded outcomes of this termination, so another senior probation officer must agree to it.");
        }
        agreedBy = by;
        agreedAt = Utc.of(at);
        moveTo(agreed ? TerminationState.ENDING : TerminationState.EVIDENCE);
    }

    /** Whether the components were ended and have not been reopened since. */
    boolean hasEndedComponents() {
        return state == TerminationState.COMPONENTS_ENDED
                || closed.stream().anyMatch(item -> item.what() == ClosedKind.COMPONENTS && !item.restored());
    }

    /** Whether it may end as decided, given what is open now: nothing has changed since, and no outcome is missing. */
    boolean mayEnd(Eligibility now, List<EvidenceLine> lines) {
        return state == TerminationState.ENDING
                && eligibility.canEnd()
                && now == eligibility
                && isEvidenceComplete(lines);
    }

    /** All components with an outcome have ended. If only components end, the termination is done. */
    void componentsEnded(Instant at) {
        keep(ClosedKind.COMPONENTS, caseId, null, at);
        if (eligibility != Eligibility.COMPLETE) end(TerminationState.COMPONENTS_ENDED, at);
    }

    /** @return why the event ended: the event that ended the case, or otherwise the outcome given */
    String endEvent(ProbationCase probationCase, Instant at) {
        if (!byEvent()) reasonCode = outcome(CasePart.event(probationCase));
        keep(ClosedKind.EVENT, caseId, null, at);
        return reasonCode;
    }

    /** Completes it. The last step. */
    void terminated(Instant at) {
        end(TerminationState.TERMINATED, at);
    }

    /** @param standing the order's state before */
    void stopped(long orderId, String standing, Instant at) {
        keep(ClosedKind.ORDER, orderId, standing, at);
    }

    /** Remembers that an unpaid work requirement ended with an outcome. */
    void ended(CasePart unpaidWork, Instant at) {
        keep(ClosedKind.UPW, unpaidWork.item(), outcome(unpaidWork), at);
    }

    /**
     * Closes a locked component.
     *
     * @param outcome null to leave its outcome as it is
     */
    void close(CaseComponent component, LocalDate on, String outcome, Instant at) {
        keep(ClosedKind.COMPONENT, component.id(), component.outcomeCode(), at);
        component.close(on, outcome);
    }

    private void keep(ClosedKind what, long item, String was, Instant at) {
        if (closed.stream().noneMatch(known -> known.is(what, item)))
            closed.add(new ClosedItem(this, what, item, was, at));
    }

    /** Everything that it closed and that has not been restored. */
    List<ClosedItem> closed() {
        return List.copyOf(closed);
    }

    boolean canBeReopened() {
        return state.closedSomething() || open() && byEvent();
    }

    /**
     * Undoes it. If its process is still running, it finds nothing left to do.
     *
     * @return what it closed
     */
    List<ClosedItem> reopen(byte[] sealedReason, LocalDate restsUntil, String by, Instant at) {
        List<ClosedItem> restored =
                closed.stream().filter(item -> !item.restored()).toList();
        restored.forEach(item -> item.restore(at));
        reopenedBy = by;
        reopenedAt = Utc.of(at);
        reopenReason = sealedReason;
        nextDueOn = restsUntil;
        if (open()) register(TerminationMessages.reopened(id, waiting));
        end(TerminationState.REOPENED, at);
        return restored;
    }

    /** What it began for is not so any more: its process, which may be waiting, finds nothing left to do. */
    void withdraw(Instant at) {
        register(TerminationMessages.withdrawn(id, waiting));
        end(TerminationState.CANCELLED, at);
    }

    /**
     * Something that it may have looked at is not so any more. While it waits for a handover, it looks again anyway.
     */
    void lookAgain(Instant at) {
        if (!waiting) register(TerminationMessages.lookAgain(id, at));
    }

    private void moveTo(TerminationState next) {
        state = next;
        waiting = next == TerminationState.WAITING;
    }

    private void end(TerminationState end, Instant at) {
        moveTo(end);
        if (closedAt == null) closedAt = Utc.of(at);
    }

    public long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public Cause cause() {
        return cause;
    }

    /**
     * Code of {@code termination_reason}: the event that ended the case, or otherwise the way it ended. Null until that
     * is known.
     */
    public String reasonCode() {
        return reasonCode;
    }

    public TerminationState state() {
        return state;
    }

    /** Null until the decision was made. */
    public Eligibility eligibility() {
        return eligibility;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** The last day on which it is not overdue. */
    public LocalDate overdueOn() {
        return overdueOn;
    }

    /** Whether its process is waiting because its unit's queue is frozen for a handover. */
    public boolean waiting() {
        return waiting;
    }

    public LocalDateTime startedAt() {
        return startedAt;
    }

    public LocalDateTime closedAt() {
        return closedAt;
    }

    public LocalDate appliedOn() {
        return appliedOn;
    }

    /** The day to which the court extended the order. */
    public LocalDate extendedTo() {
        return extendedTo;
    }

    boolean wasAskedBy(long instance) {
        return askedByInstance != null && askedByInstance == instance;
    }

    public String evidenceBy() {
        return evidenceBy;
    }

    public LocalDateTime evidenceAt() {
        return evidenceAt;
    }

    public String reviewedBy() {
        return reviewedBy;
    }

    public LocalDateTime reviewedAt() {
        return reviewedAt;
    }

    public String agreedBy() {
        return agreedBy;
    }

    public LocalDateTime agreedAt() {
        return agreedAt;
    }

    public String reopenedBy() {
        return reopenedBy;
    }

    public LocalDateTime reopenedAt() {
        return reopenedAt;
    }

    /** Null if the case was not reopened. */
    byte[] sealedReopenReason() {
        return reopenReason;
    }

    public boolean open() {
        return closedAt == null;
    }

    public boolean isOverdue(LocalDate today) {
        return open() && overdueOn.isBefore(today);
    }

    /** Whether it is one of those that a death or deportation began for every event of the person. */
    public boolean endsThePerson() {
        return byEvent() && reasonCode != null && EventRules.isOfThePerson(reasonCode);
    }

    public boolean byEvent() {
        return cause == Cause.EVENT;
    }

    /** Its name in audit entries and messages. */
    public String subject() {
        return subject(id);
    }

    static String subject(long id) {
        return "termination/" + id;
    }

    @Override
    public String toString() {
        return "Termination[id=%d, state=%s]".formatted(id, state);
    }
}
