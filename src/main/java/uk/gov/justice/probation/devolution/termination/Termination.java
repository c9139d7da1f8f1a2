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
 * The ending of a case, or of components of it: its state, the outcome that each component was given, what blocked it,
 * and what it closed, so that a reopening restores all of that. Moments are in UTC. Whoever changes it locks its case
 * first, then the termination.
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
     * @param reasonCode of the event that ended the case; otherwise null until it is known how it ends
     * @param askedByInstance the process instance in which somebody asked for it by hand; null if nobody did
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

    /** It is kept, and has its number: its process starts. */
    void begin() {
        register(TerminationMessages.due(id));
    }

    /**
     * Its process checks it, at the start and each time it looks again.
     *
     * @param caseEnded the case has ended already: there is nothing left to do
     * @param frozen its queue is being handed over: it waits
     */
    void collect(long process, boolean caseEnded, boolean frozen, Instant at) {
        processInstanceKey = process;
        if (!open()) return;
        if (caseEnded) end(TerminationState.CANCELLED, at);
        else moveTo(frozen ? TerminationState.WAITING : TerminationState.COLLECTING);
    }

    /**
     * Takes the decision how the case can end, and keeps what blocks it.
     *
     * @return the last decision if it is over
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

    /** What blocked it may be gone: its process checks again, without waiting for its timer. */
    void mayBeUnblocked(Instant at) {
        if (state == TerminationState.COLLECTING || state == TerminationState.BLOCKED)
            register(TerminationMessages.unblocked(id, at));
    }

    /**
     * An event ended the case: its process learns of it and looks again. A death takes precedence over whatever else
     * ended it; otherwise the event recorded first counts.
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
     * Something that somebody does in the step in which it waits for it.
     *
     * @throws NotPossibleNow with a sentence if it is in another state
     */
    void mustStandAt(TerminationState step, String waitedFor, ProbationCase probationCase) {
        if (state == step) return;
        throw new NotPossibleNow("The termination of %s does not wait for %s: its state is '%s'. Nothing was changed."
                .formatted(probationCase.text(), waitedFor, state.label()));
    }

    /** @param until the day to which the court extended the order; null while it has not decided */
    void applyToCourt(LocalDate on, LocalDate until) {
        appliedOn = on;
        extendedTo = until;
    }

    /** It ends without ending anything; the due list finds the case again then. */
    void keepLive(LocalDate dueAgainOn, Instant at) {
        nextDueOn = dueAgainOn;
        end(TerminationState.EXTENDED, at);
    }

    /**
     * What can be given an outcome, with the one it has. If the whole event ends, everything needs one, and so does the
     * event; otherwise whatever has run its course.
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

    /** The outcome that was given; null if none was. */
    String outcome(CasePart part) {
        GivenOutcome given = outcomes.get(PartKey.of(part));
        return given == null ? null : given.outcomeCode();
    }

    int outcomesGiven() {
        return outcomes.size();
    }

    /**
     * Saves the outcomes of these parts; an empty one is taken back.
     *
     * @param entered codes by {@link CasePart#key()}
     * @return how many are others than before
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
     * The evidence is complete, and it goes on to its reviews, or to its end if components end alone.
     *
     * @throws NotPossibleNow with a sentence if an outcome is missing
     */
    void completeEvidence(List<EvidenceLine> lines, ProbationCase probationCase) {
        if (!isEvidenceComplete(lines)) {
            if (probationCase.limitedAccess())
                throw new NotPossibleNow(
                        "The page of the termination does not say enough yet. Record there what is missing, then complete this task again.");
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

    /** Whether something was given an outcome, and everything that needs one. */
    boolean isEvidenceComplete(List<EvidenceLine> lines) {
        return !outcomes.isEmpty() && lines.stream().noneMatch(EvidenceLine::isMissing);
    }

    /** The practitioner's final review; a practitioner who does not agree sends it back. */
    void review(boolean agreed, boolean needsSpo, String by, Instant at) {
        reviewedBy = by;
        reviewedAt = Utc.of(at);
        moveTo(!agreed ? TerminationState.EVIDENCE : needsSpo ? TerminationState.SPO : TerminationState.ENDING);
    }

    /**
     * The senior's answer; a senior who does not agree sends it back.
     *
     * @throws NotPossibleNow if they recorded outcomes themselves
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

    /** Whether the components were ended, and are not open again. */
    boolean hasEndedComponents() {
        return state == TerminationState.COMPONENTS_ENDED
                || closed.stream().anyMatch(item -> item.what() == ClosedKind.COMPONENTS && !item.restored());
    }

    /**
     * Whether it may end as decided, judged by what is open now: nothing has changed since, and every outcome is there.
     */
    boolean mayEnd(Eligibility now, List<EvidenceLine> lines) {
        return state == TerminationState.ENDING
                && eligibility.canEnd()
                && now == eligibility
                && isEvidenceComplete(lines);
    }

    /** All components that have an outcome are ended; if they end alone, the termination is done. */
    void componentsEnded(Instant at) {
        keep(ClosedKind.COMPONENTS, caseId, null, at);
        if (eligibility != Eligibility.COMPLETE) end(TerminationState.COMPONENTS_ENDED, at);
    }

    /** @return how the event ended: of the event that ended it, otherwise the outcome that was given */
    String endEvent(ProbationCase probationCase, Instant at) {
        if (!byEvent()) reasonCode = outcome(CasePart.event(probationCase));
        keep(ClosedKind.EVENT, caseId, null, at);
        return reasonCode;
    }

    /** The last step. */
    void terminated(Instant at) {
        end(TerminationState.TERMINATED, at);
    }

    /** @param standing its former state */
    void stopped(long orderId, String standing, Instant at) {
        keep(ClosedKind.ORDER, orderId, standing, at);
    }

    /** An unpaid work requirement ends with an outcome. */
    void ended(CasePart unpaidWork, Instant at) {
        keep(ClosedKind.UPW, unpaidWork.item(), outcome(unpaidWork), at);
    }

    /**
     * Closes a locked component.
     *
     * @param outcome null to keep the one it has
     */
    void close(CaseComponent component, LocalDate on, String outcome, Instant at) {
        keep(ClosedKind.COMPONENT, component.id(), component.outcomeCode(), at);
        component.close(on, outcome);
    }

    private void keep(ClosedKind what, long item, String was, Instant at) {
        if (closed.stream().noneMatch(known -> known.is(what, item)))
            closed.add(new ClosedItem(this, what, item, was, at));
    }

    /** Everything that it closed. */
    List<ClosedItem> closed() {
        return List.copyOf(closed);
    }

    boolean canBeReopened() {
        return state.closedSomething() || open() && byEvent();
    }

    /**
     * It is taken back: what it closed is open again, and its process, while it runs, finds nothing to do.
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
     * Code of {@code termination_reason}: of the event that ended the case, otherwise how it ended; null until that is
     * known.
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

    /** The last day on which it is not late. */
    public LocalDate overdueOn() {
        return overdueOn;
    }

    /** The queue of its unit is frozen for a handover: its process waits. */
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

    /** The court gave the order until then. */
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

    /** Null if it was not reopened. */
    byte[] sealedReopenReason() {
        return reopenReason;
    }

    public boolean open() {
        return closedAt == null;
    }

    public boolean isOverdue(LocalDate today) {
        return open() && overdueOn.isBefore(today);
    }

    public boolean byEvent() {
        return cause == Cause.EVENT;
    }

    /** The name of the termination in audit entries and notifications. */
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
