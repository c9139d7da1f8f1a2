package uk.gov.justice.probation.devolution.unpaidwork.order;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.modulith.NamedInterface;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.unpaidwork.HoursComplete;
import uk.gov.justice.probation.devolution.unpaidwork.HoursTakenBack;

/**
 * An unpaid work requirement: what the file {@code upw-requirements} said, and what has happened here since. All
 * amounts are in minutes. What it says about the person (exclusions, skills, access) is for matching and our own pages
 * only, and {@link #toString} leaves it out. Lock it before changing it.
 */
@Entity
@Table(name = "upw_order")
@NamedInterface("order")
public class Order extends Aggregate implements PlannedWork {
    private static final String WORKS = "WK";
    private static final String HOURS_COMPLETE = "HC";
    private static final EnteredDay INDUCTION_ON =
            EnteredDay.required("the day on which the induction was held", DayRule.happened());
    private static final EnteredDay APPLIED_ON =
            EnteredDay.optional("the day on which you applied to the court", DayRule.happened());
    private static final EnteredDay EXTENDED_TO =
            EnteredDay.required("the day until which the court gave the order more time", DayRule.toCome());

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long caseId;
    private String requirementId;
    private String subTypeCode;
    private int minutesOrdered;
    private int minutesCredited;
    private int reducedMinutes;
    private int eteMinutesCredited;
    private LocalDate sentenceDate;
    private String status;
    private int warningsImported;
    private LocalDate importedOn;
    private String homePostcodeDistrict;
    private String availableDays;
    private String exclusions;
    private String skills;
    private Boolean needsAccess;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private OrderState state;

    private boolean waiting;
    private Long processInstanceKey;
    private int startedTimes;
    private LocalDateTime receivedAt;
    private String teamCode;
    private LocalDate allocatedOn;
    private LocalDate inductionOn;
    private LocalDateTime assessedAt;
    private String assessedBy;
    private Boolean suitable;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Frequency advisedFrequency;

    private Boolean spoApproved;
    private Boolean practitionerApproved;
    private String projectCode;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Frequency frequency;

    private LocalDate firstSessionOn;
    private LocalDateTime instructedAt;
    private Boolean learningTakenUp;
    private LocalDateTime reviewedAt;
    private LocalDateTime forecastNineAt;
    private LocalDateTime forecastElevenAt;
    private LocalDateTime courtAskedAt;
    private LocalDate courtAppliedOn;
    private LocalDate extendedTo;
    private LocalDateTime completedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private OrderState stoppedFrom;

    private LocalDateTime stoppedAt;
    private String stopReason;

    @ElementCollection
    @CollectionTable(name = "upw_order_note", joinColumns = @JoinColumn(name = "order_id"))
    @MapKeyColumn(name = "kind")
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyJdbcTypeCode(SqlTypes.VARCHAR)
    private Map<OrderNotes.Kind, OrderNote> notes = new EnumMap<>(OrderNotes.Kind.class);

    @Version
    private int version;

    protected Order() {}

    /** It has been received here and continues from its present state. */
    public void begin(OrderState standsAt, Instant at) {
        go(OrderState.NOT_STARTED, standsAt);
        receivedAt = Utc.of(at);
    }

    /** It was under way elsewhere before: gives it to a team of ours, and records that it was found suitable. */
    public void continueWith(String team, LocalDate on) {
        keepWith(team, on);
        suitable = true;
    }

    /** It already works on a project. */
    public void continueOn(String project, Frequency every, LocalDate firstSession) {
        projectCode = project;
        frequency = every;
        firstSessionOn = firstSession;
        status = WORKS;
    }

    /** Its process begins at the order's state. The event is numbered, so that each beginning is sent. */
    public void announce() {
        startedTimes++;
        register(UnpaidWorkMessages.orderReceived(id, startedTimes));
    }

    /** This process instance runs it from now on. It waits while its queue is frozen. */
    public void open(long processInstance, boolean waits) {
        processInstanceKey = processInstance;
        waiting = waits;
        courtAskedAt = null;
        if (startedTimes > 1 && state.running()) register(new OrderRunsAgain(id, version));
    }

    public boolean isRunBy(long processInstance) {
        return processInstanceKey != null && processInstanceKey == processInstance;
    }

    /** Its team is confirmed; the person is assessed next. */
    public void allocate(String team, LocalDate on) {
        go(OrderState.TEAM, OrderState.ASSESSMENT);
        keepWith(team, on);
    }

    /** Gives it to another team, whatever its state. */
    public void keepWith(String team, LocalDate on) {
        teamCode = team;
        allocatedOn = on;
    }

    /** @param advised how often the person can work */
    public void assess(boolean isSuitable, boolean accessNeeded, Frequency advised, String by, Instant at) {
        suitable = isSuitable;
        needsAccess = accessNeeded;
        advisedFrequency = advised;
        assessedBy = by;
        assessedAt = Utc.of(at);
    }

    /**
     * The person has been assessed and inducted; the approvals are decided next.
     *
     * @throws BreaksRules if there is no assessment, or it cannot have been on that day
     */
    public void induct(LocalDate on, Deadlines deadlines) {
        if (assessedAt == null)
            throw new BreaksRules(
                    "There is no assessment on the page of the order. Write it there, then complete this task again.");
        INDUCTION_ON
                .and(DayRule.notBefore(sentenceDate, "the day of the sentence"))
                .mustHold(on, deadlines);
        go(OrderState.ASSESSMENT, OrderState.APPROVAL);
        inductionOn = on;
    }

    public void answeredBySpo(boolean approved) {
        spoApproved = approved;
    }

    public void answeredByPractitioner(boolean approved) {
        practitionerApproved = approved;
    }

    /** No approval is missing; a project is chosen next. */
    public void approve() {
        go(OrderState.APPROVAL, OrderState.PROJECT);
    }

    public void assessAgain() {
        go(OrderState.APPROVAL, OrderState.ASSESSMENT);
        suitable = null;
        assessedAt = null;
        spoApproved = null;
        practitionerApproved = null;
    }

    /** Takes a place on a project; the person is informed next. */
    public void place(String project, Frequency every, LocalDate firstSession) {
        go(OrderState.PROJECT, OrderState.INSTRUCTIONS);
        continueOn(project, every, firstSession);
    }

    /** Its project has no more days for it; another one is chosen next. */
    public void giveUpPlace() {
        go(OrderState.SESSIONS, OrderState.PROJECT);
        projectCode = null;
        firstSessionOn = null;
    }

    /**
     * It may not stay on its project; the approvals that are missing now, or another project, come next.
     *
     * @param occasion why; for the same occasion its process is told once
     */
    public void leaveProject(boolean approvalsMissing, Object occasion) {
        OrderState placed = state == OrderState.INSTRUCTIONS ? state : OrderState.SESSIONS;
        go(placed, approvalsMissing ? OrderState.APPROVAL : OrderState.PROJECT);
        projectCode = null;
        firstSessionOn = null;
        lookAgain(occasion);
    }

    /** An approval that was not needed before is missing now: no project is chosen until it is given. */
    public void approveAgain(Object occasion) {
        go(OrderState.PROJECT, OrderState.APPROVAL);
        lookAgain(occasion);
    }

    /** Its process sees again where it stands; while it waits for a handover, it does so afterwards anyway. */
    public void lookAgain(Object occasion) {
        if (!waiting) register(UnpaidWorkMessages.orderLooksAgain(id, occasion));
    }

    /** The person has been informed where and when to work. */
    public void instruct(Instant at) {
        go(OrderState.INSTRUCTIONS, OrderState.SESSIONS);
        instructedAt = Utc.of(at);
    }

    /** Whether any learning has been credited by now. Records the check. */
    public boolean checkLearning() {
        learningTakenUp = eteMinutesCredited > 0;
        return learningTakenUp;
    }

    /** @param education the minutes among them that count as education, training and employment */
    public void credit(int minutes, int education) {
        minutesCredited += minutes;
        eteMinutesCredited += education;
    }

    /** An outcome was corrected: sets the new total of credited minutes. */
    public void recount(int credited, int education) {
        minutesCredited = credited;
        eteMinutesCredited = education;
    }

    /** Of the minutes credited, so many are a reduction for good attendance. */
    public void reduce(int minutes) {
        minutesCredited += minutes - reducedMinutes;
        reducedMinutes = minutes;
    }

    public int reducedMinutes() {
        return reducedMinutes;
    }

    public void review(Instant at) {
        reviewedAt = Utc.of(at);
    }

    /** Records the forecast of the shortfall, once each. */
    public void forecast(Forecast which, Instant at) {
        if (which == Forecast.FIRST) forecastNineAt = Utc.of(at);
        else forecastElevenAt = Utc.of(at);
    }

    /** Records that its process was informed that its time is over with hours left. */
    public void askCourt(Instant at) {
        courtAskedAt = Utc.of(at);
    }

    /**
     * @param on today if null
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if it cannot have been on that day
     */
    public void applyToCourt(LocalDate on, Deadlines deadlines) {
        APPLIED_ON
                .and(DayRule.notBefore(sentenceDate, "the day of the sentence"))
                .mustHold(on, deadlines);
        courtAppliedOn = on == null ? deadlines.today() : on;
    }

    /**
     * The court gave it more time; its process reads its dates again.
     *
     * @throws BreaksRules with a sentence for the colleague if that is not possible
     */
    public void extend(LocalDate until, Deadlines deadlines) {
        if (!state.running())
            throw new BreaksRules("until-day", "This order is not running. Load the page again to see its state.");
        EXTENDED_TO
                .and(DayRule.after(lastDay(), "the last day so far"))
                .problem(until, deadlines)
                .ifPresent(sentence -> {
                    throw new BreaksRules("until-day", sentence);
                });
        extendedTo = until;
        if (!waiting) register(UnpaidWorkMessages.orderExtended(this));
    }

    /** Its hours are complete, which its termination waits for. */
    public void complete(Instant at) {
        state = OrderState.COMPLETE;
        status = HOURS_COMPLETE;
        completedAt = Utc.of(at);
        if (receivedAt == null) receivedAt = completedAt;
        register(new HoursComplete(id, caseId));
        register(new OrderEnded(id, caseId));
    }

    /**
     * An outcome that completed its hours was wrong: it goes on where it was worked, and its process begins again.
     *
     * @param stillEnforced whether the process that completed it still runs for a failure; that one ends
     */
    public void takeBackCompletion(boolean stillEnforced) {
        go(OrderState.COMPLETE, projectCode == null ? OrderState.PROJECT : OrderState.SESSIONS);
        status = WORKS;
        completedAt = null;
        processInstanceKey = null;
        if (stillEnforced) register(UnpaidWorkMessages.orderStopped(this));
        register(new HoursTakenBack(id, caseId));
        startedTimes = Math.max(startedTimes, 1);
        announce();
    }

    /** It ends here with hours left. */
    public void returnToCourt() {
        state = OrderState.COURT;
        register(new OrderEnded(id, caseId));
    }

    /**
     * Stops it in its present state and informs its process.
     *
     * @return false if it had already ended, in which case it does not change
     */
    public boolean stop(String reasonCode, Instant at) {
        if (state.ended()) return false;
        if (state.running()) register(UnpaidWorkMessages.orderStopped(this));
        stoppedFrom = state;
        state = OrderState.STOPPED;
        stoppedAt = Utc.of(at);
        stopReason = reasonCode;
        waiting = false;
        register(new OrderEnded(id, caseId));
        return true;
    }

    /**
     * Returns it to the state in which it was stopped. Its process begins again from there.
     *
     * @return false if it was not stopped
     */
    public boolean restore() {
        if (state != OrderState.STOPPED) return false;
        state = stoppedFrom;
        stoppedFrom = null;
        stoppedAt = null;
        stopReason = null;
        if (state.running()) announce();
        return true;
    }

    /** Callers have already checked the order's state. */
    private void go(OrderState from, OrderState to) {
        if (state != from)
            throw new IllegalStateException(
                    "Order %d is in state %s: it cannot go from %s to %s".formatted(id, state, from, to));
        state = to;
    }

    @Override
    public long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    /** The requirement's number in nDelius. */
    public String requirementId() {
        return requirementId;
    }

    public String subTypeCode() {
        return subTypeCode;
    }

    public int minutesOrdered() {
        return minutesOrdered;
    }

    public int minutesCredited() {
        return minutesCredited;
    }

    /** The credited minutes that are education, training and employment. */
    public int eteMinutesCredited() {
        return eteMinutesCredited;
    }

    public LocalDate sentenceDate() {
        return sentenceDate;
    }

    public String status() {
        return status;
    }

    /** Warnings given in the twelve months before {@link #importedOn}. */
    public int warningsImported() {
        return warningsImported;
    }

    public LocalDate importedOn() {
        return importedOn;
    }

    /** Null if unknown. */
    public String homePostcodeDistrict() {
        return homePostcodeDistrict;
    }

    /** Such as {@code MON TUE}; empty if no day was ruled out. */
    public String availableDays() {
        return availableDays;
    }

    /** Project codes, postcode districts and CRNs that the person must be kept away from, separated by spaces. */
    public String exclusions() {
        return exclusions;
    }

    public String skills() {
        return skills;
    }

    /** Whether the person needs an accessible project; null until assessed. */
    public Boolean needsAccess() {
        return needsAccess;
    }

    @Override
    public OrderState state() {
        return state;
    }

    /** Whether its process is waiting because its unit's queue is frozen for a handover. */
    public boolean waiting() {
        return waiting;
    }

    public Instant receivedAt() {
        return Utc.instant(receivedAt);
    }

    public String teamCode() {
        return teamCode;
    }

    public LocalDate allocatedOn() {
        return allocatedOn;
    }

    public LocalDate inductionOn() {
        return inductionOn;
    }

    public Instant assessedAt() {
        return Utc.instant(assessedAt);
    }

    public String assessedBy() {
        return assessedBy;
    }

    /** What the assessment found; null until assessed. */
    public Boolean suitable() {
        return suitable;
    }

    public Frequency advisedFrequency() {
        return advisedFrequency;
    }

    public Boolean spoApproved() {
        return spoApproved;
    }

    public Boolean practitionerApproved() {
        return practitionerApproved;
    }

    /** Null until a project has been chosen. */
    @Override
    public String projectCode() {
        return projectCode;
    }

    @Override
    public Frequency frequency() {
        return frequency;
    }

    @Override
    public LocalDate firstSessionOn() {
        return firstSessionOn;
    }

    public Instant instructedAt() {
        return Utc.instant(instructedAt);
    }

    public Boolean learningTakenUp() {
        return learningTakenUp;
    }

    Instant reviewedAt() {
        return Utc.instant(reviewedAt);
    }

    Instant forecastNineAt() {
        return Utc.instant(forecastNineAt);
    }

    Instant forecastElevenAt() {
        return Utc.instant(forecastElevenAt);
    }

    Instant courtAskedAt() {
        return Utc.instant(courtAskedAt);
    }

    public LocalDate courtAppliedOn() {
        return courtAppliedOn;
    }

    /** The day to which the court extended the order; null if it has its twelve months. */
    public LocalDate extendedTo() {
        return extendedTo;
    }

    public Instant completedAt() {
        return Utc.instant(completedAt);
    }

    public Instant stoppedAt() {
        return Utc.instant(stoppedAt);
    }

    /** Its state when it was stopped; null unless it is stopped. */
    public OrderState stoppedFrom() {
        return stoppedFrom;
    }

    /** The latest note of each kind. */
    Map<OrderNotes.Kind, OrderNote> notes() {
        return notes;
    }

    public String stopReason() {
        return stopReason;
    }

    /** The number of changes. */
    public int version() {
        return version;
    }

    /** The name of the order in audit entries and records. */
    public String subject() {
        return "order/" + id;
    }

    @Override
    public int minutesLeft() {
        return minutesOrdered - minutesCredited;
    }

    @Override
    public int educationLeft() {
        return EducationCap.left(eteMinutesCredited, minutesOrdered);
    }

    /** Whether it is worked in the same hours as another requirement of the person. */
    public boolean concurrent() {
        return SubType.CONCURRENT.equals(subTypeCode);
    }

    /** Whether it is worked after what the person was ordered before. */
    public boolean consecutive() {
        return SubType.CONSECUTIVE.equals(subTypeCode);
    }

    public boolean hoursComplete() {
        return minutesLeft() <= 0;
    }

    /** The last day that counts: of its twelve months, or of the court's extension. */
    public LocalDate lastDay() {
        return extendedTo == null ? new TwelveMonths(sentenceDate).lastDay() : extendedTo;
    }

    @Override
    public String toString() {
        return "Order[id=%d, caseId=%d, state=%s]".formatted(id, caseId, state);
    }
}
