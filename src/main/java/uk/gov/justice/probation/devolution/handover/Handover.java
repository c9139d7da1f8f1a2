package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.handover.Deciding.Proposal;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;
import uk.gov.justice.probation.devolution.handover.ReadinessRules.Readiness;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/** One row of the plan for one region: what the plan said at launch, and how far it has come. */
@Entity
@EntityListeners(HandoverStateBatch.class)
public class Handover extends Aggregate {
    private static final String LIST_SEPARATOR = "\\|";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long regionalProgrammeId;
    private String planRowId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private HandoverKind kind;

    private String regionCode;
    private String service;
    private String scope;
    private String fromUnits;
    private String toUnit;
    private LocalDate windowStart;
    private LocalDate due;
    private LocalDate plannedDate;
    private String gates;
    private boolean replay;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private HandoverState state;

    @Transient
    private HandoverState keptState;

    private Long processInstanceKey;
    private Long goTask;
    private int round;

    @Embedded
    private ItemSummary items = ItemSummary.none();

    private LocalDateTime inventoryTakenAt;
    private LocalDateTime transferredAt;
    private LocalDateTime closedAt;

    @ElementCollection
    @CollectionTable(name = "handover_gate", joinColumns = @JoinColumn(name = "handover_id"))
    @MapKeyColumn(name = "gate")
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyJdbcTypeCode(SqlTypes.VARCHAR)
    private Map<Gate, Answer> answers = new HashMap<>();

    @Version
    private int version;

    protected Handover() {}

    /**
     * @param due the date by which the plan wants it done; null if the plan states none, in which case nothing is ever
     *     escalated
     */
    public Handover(
            long regionalProgrammeId,
            String planRowId,
            HandoverKind kind,
            String regionCode,
            String service,
            String scope,
            String fromUnits,
            String toUnit,
            LocalDate windowStart,
            LocalDate due,
            String gates) {
        this.regionalProgrammeId = regionalProgrammeId;
        this.planRowId = planRowId;
        this.kind = kind;
        this.regionCode = regionCode;
        this.service = service;
        this.scope = scope;
        this.fromUnits = fromUnits;
        this.toUnit = toUnit;
        this.windowStart = windowStart;
        this.due = due;
        this.plannedDate = due == null ? windowStart : due;
        this.gates = gates;
        this.state = HandoverState.PLANNED;
    }

    /** If the plan's days were past when it was launched, it is replayed: this handover keeps the plan's own days. */
    public Handover launchedOn(LocalDate day) {
        this.replay = plannedDate.isBefore(day);
        return this;
    }

    /**
     * @throws CannotSucceedException unless it is waiting for this process: its window is open, it has not ended, and
     *     no other process runs it
     */
    void mustBeginWith(HandoverKind processKind, long instance, LocalDate today) {
        boolean waits = !state.ended()
                && !windowStart.isAfter(today)
                && (processInstanceKey == null || processInstanceKey == instance);
        if (kind == processKind && waits) return;
        throw new CannotSucceedException(
                "%s does not begin with this process: its window has not opened, it has ended, or another process works on it. Nothing was changed. End this process"
                        .formatted(planRowId));
    }

    void opened(long instance, boolean waitsForSiteMove) {
        processInstanceKey = instance;
        if (state == HandoverState.PLANNED || state == HandoverState.WAITING)
            state = waitsForSiteMove ? HandoverState.WAITING : HandoverState.INVENTORY;
    }

    /** Saves the inventory. It can be taken again until the transfer begins; answered gates stay answered. */
    void inventoryTaken(int inScope, int workInProgress, Instant at) {
        items = items.found(inScope, workInProgress);
        inventoryTakenAt = Utc.of(at);
        state = HandoverState.INVENTORY;
        gates().forEach(gate -> answers.putIfAbsent(gate, Answer.none()));
    }

    void gatesOpened() {
        state = HandoverState.GATES;
    }

    /** @throws CannotSucceedException if its gates are not open */
    void mustBeGettingReady() {
        if (state == HandoverState.GATES) return;
        throw new CannotSucceedException(
                "The gates of %s are not open now: its state is '%s'. Nothing was changed. End this process"
                        .formatted(planRowId, state.label()));
    }

    void answer(Gate gate, Answer answer, String by, Instant at) {
        answers.put(gate, answer.given(by, at));
    }

    /** The region's staff consultation has reached its individual stage. */
    void individualStageReached(String by, Instant at) {
        answer(Gate.CONSULTATION, Answer.of(true, "Individual stage reached"), by, at);
    }

    /** Like {@link #individualStageReached}, and also informs its process, which is waiting for it. */
    void waitedForIndividualStage(String by, Instant at) {
        individualStageReached(by, at);
        register(HandoverMessages.individualStageReached(id));
    }

    Optional<Answer> answerTo(Gate gate) {
        return Optional.ofNullable(answers.get(gate)).filter(answer -> answer.answeredAt() != null);
    }

    boolean meets(Gate gate) {
        return answerTo(gate).map(Answer::met).orElse(false);
    }

    List<Gate> openGates() {
        return gates().stream().filter(gate -> !meets(gate)).toList();
    }

    void comesToDecision() {
        state = HandoverState.DECISION;
    }

    /**
     * @param task in which it is decided
     * @throws BreaksRules if the decision cannot be accepted
     */
    Decision decide(Proposal proposal, Readiness readiness, long task, Deadlines deadlines) {
        DecisionPolicy.refusal(this, proposal, readiness, deadlines).ifPresent(Handover::refuse);
        if (proposal.date() != null && !proposal.decision().equals("CANCEL")) plannedDate = proposal.date();
        if (proposal.decision().equals("GO")) {
            goTask = proposal.canBeTakenBack() ? task : null;
            state = HandoverState.SCHEDULED;
        }
        return new Decision(
                Step.DECISION,
                proposal.decision(),
                readiness.result(),
                String.join(" ", readiness.reasons()),
                proposal.note(),
                plannedDate);
    }

    /**
     * Why go cannot be taken back, as a sentence; empty if it can.
     *
     * @param frozen whether the transfer has begun, as another replica's clock may be ahead of ours
     */
    Optional<String> whyGoStays(LocalDate today, boolean frozen) {
        if (state != HandoverState.SCHEDULED) {
            return Optional.of(
                    "There is no decision to go that can be taken back: the state of %s is '%s'. Nothing was changed."
                            .formatted(planRowId, state.label()));
        }
        if (!plannedDate.isAfter(today) || frozen) {
            return Optional.of(
                    "The day of the move, %s, has begun: the decision can no longer be taken back. Until both units have signed, the transfer can be called off in Tasklist, and every case goes back."
                            .formatted(Deadlines.inWords(plannedDate)));
        }
        if (goTask == null) {
            return Optional.of(
                    "This decision was made before decisions could be taken back. Until both units have signed, the transfer can be called off in Tasklist, and every case goes back.");
        }
        return Optional.empty();
    }

    /**
     * @return the user task in which go was decided
     * @throws BreaksRules if it is too late
     */
    long takeBackGo(LocalDate today, boolean frozen) {
        whyGoStays(today, frozen).ifPresent(Handover::refuse);
        long go = goTask;
        goTask = null;
        state = HandoverState.DECISION;
        register(HandoverMessages.goTakenBack(id, go));
        return go;
    }

    /** @throws CannotSucceedException unless everything is prepared and its day has come */
    void mustMoveOn(LocalDate today) {
        boolean prepared = state == (kind == HandoverKind.SITE_MOVE ? HandoverState.GATES : HandoverState.SCHEDULED);
        if (prepared && !plannedDate.isAfter(today)) return;
        throw new CannotSucceedException(
                "The cases of %s do not move now: its state is '%s' and it is planned for %s. Nothing was moved. End this process"
                        .formatted(planRowId, state.label(), plannedDate));
    }

    void moves() {
        state = HandoverState.TRANSFER;
    }

    int nextRound() {
        return ++round;
    }

    /** @param undecided how many of the cases left the data lead still has to decide about */
    void reconciled(int moved, int left, int undecided) {
        items = items.counted(moved, left);
        state = undecided > 0 ? HandoverState.EXCEPTIONS : HandoverState.SIGNING;
    }

    void exceptionsAccepted() {
        state = HandoverState.SIGNING;
    }

    /** @param moved how many could not be brought back */
    void broughtBack(int moved) {
        items = items.counted(moved, items.leftBehind());
    }

    /**
     * Both owners have signed.
     *
     * @return false if they had signed before
     */
    boolean transferred(Instant at) {
        if (transferredAt != null) return false;
        transferredAt = Utc.of(at);
        state = HandoverState.HYPERCARE;
        return true;
    }

    void cancelled(Instant at) {
        ended(HandoverState.CANCELLED, at);
    }

    /** @return false if it had already ended */
    boolean ends(HandoverState end, Instant at) {
        if (state.ended()) return false;
        ended(end, at);
        if (end == HandoverState.CALLED_OFF) register(new HandoverCalledOff(id));
        return true;
    }

    /**
     * The milestone is reached. There is nothing to move.
     *
     * @return false if it had already ended
     */
    public boolean reached(Instant at) {
        return ends(HandoverState.CLOSED, at);
    }

    private void ended(HandoverState end, Instant at) {
        state = end;
        closedAt = Utc.of(at);
    }

    @PostLoad
    void isKept() {
        keptState = state;
    }

    /** Whether its state is another than the one that was kept last. It counts as kept from now on. */
    boolean entersState() {
        boolean enters = state != keptState;
        isKept();
        return enters;
    }

    private static void refuse(String why) {
        throw new BreaksRules(why);
    }

    public Long id() {
        return id;
    }

    public long regionalProgrammeId() {
        return regionalProgrammeId;
    }

    public String planRowId() {
        return planRowId;
    }

    public HandoverKind kind() {
        return kind;
    }

    public String regionCode() {
        return regionCode;
    }

    public String service() {
        return service;
    }

    public String scope() {
        return scope;
    }

    public List<String> fromUnits() {
        return fromUnits.isBlank() ? List.of() : List.of(fromUnits.split(LIST_SEPARATOR));
    }

    public String toUnit() {
        return toUnit;
    }

    public LocalDate windowStart() {
        return windowStart;
    }

    public LocalDate due() {
        return due;
    }

    public LocalDate plannedDate() {
        return plannedDate;
    }

    public List<Gate> gates() {
        return gates.isBlank()
                ? List.of()
                : Arrays.stream(gates.split(LIST_SEPARATOR)).map(Gate::valueOf).toList();
    }

    boolean isReplay() {
        return replay;
    }

    public HandoverState state() {
        return state;
    }

    public Integer inScope() {
        return items.inScope();
    }

    public Integer workInProgress() {
        return items.workInProgress();
    }

    public int round() {
        return round;
    }

    public int moved() {
        return items.moved();
    }

    public int leftBehind() {
        return items.leftBehind();
    }

    /** The subject of its processes' tasks. */
    public TaskSubject asTaskSubject() {
        return new TaskSubject("handoverId", id, subject(), regionCode);
    }

    /** Null until it has begun. */
    Long processInstanceKey() {
        return processInstanceKey;
    }

    /** Its subject in the audit. */
    public String subject() {
        return "handover/" + id;
    }
}
