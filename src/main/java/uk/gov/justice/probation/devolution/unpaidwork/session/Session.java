package uk.gov.justice.probation.devolution.unpaidwork.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomeSettled;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.session.CheckingOutcomes.Checked;

/**
 * A session of an order on a project. Sessions are planned and cancelled together with the others of their order
 * ({@link SessionBatch}). What the outcome says about the person is for our own pages only, and its notes are
 * encrypted. Lock the order first, then the session, before changing it.
 */
@Entity
@Table(name = "upw_session")
public class Session extends Aggregate implements Worked {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String sessionReference;
    private long orderId;
    private String projectCode;
    private boolean onRegister;
    private LocalDate onDate;
    private LocalTime startTime;
    private LocalTime endTime;
    private LocalTime workedFrom;
    private LocalTime workedUntil;
    private String outcomeCode;
    private int penaltyMinutes;
    private String quality;
    private String behaviour;
    private byte[] notes;
    private boolean notesSensitive;
    private boolean explained;
    private boolean verySerious;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SessionState state;

    private String recordedBy;
    private LocalDateTime recordedAt;
    private LocalDateTime settledAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Meaning meaning;

    private int creditedMinutes;

    @Version
    private int version;

    protected Session() {}

    /**
     * Refuses an outcome that comes too late.
     *
     * @param readAt the version it was read at; null for a task's answer
     * @throws Taken if it already has an outcome, cannot have one, or has changed since it was read
     */
    void mustBeFree(Integer readAt, ZoneId zone) {
        switch (state) {
            case PLANNED -> {
                if (readAt != null && readAt != version) {
                    throw new Taken(
                            "The session has changed since you read it (version %d, now %d). Nothing you entered was saved: read it again."
                                    .formatted(readAt, version));
                }
            }
            case CANCELLED ->
                throw new Taken("The session of %s was cancelled. Nothing was recorded.".formatted(inWords()));
            case HISTORY ->
                throw new Taken(
                        "The session of %s was over and counted before its order came here. Nothing was recorded."
                                .formatted(inWords()));
            default ->
                throw new Taken(whoWasFirst(zone) + " Nothing you entered was saved and nothing is counted twice.");
        }
    }

    /** In a sentence, who recorded its outcome and when. */
    String whoWasFirst(ZoneId zone) {
        return "The outcome of the session of %s was recorded by %s on %s."
                .formatted(inWords(), recordedBy, WHEN.format(ZonedDateTime.ofInstant(recordedAt(), zone)));
    }

    /** @param sealedNotes null to keep the present ones */
    void record(Outcome outcome, Checked checked, byte[] sealedNotes, String by, Instant at) {
        take(outcome, checked, by, at);
        if (sealedNotes != null) notes = sealedNotes;
        notesSensitive = outcome.sensitive();
        state = SessionState.RECORDED;
    }

    private void take(Outcome outcome, Checked checked, String by, Instant at) {
        outcomeCode = checked.code().code();
        workedFrom = checked.from();
        workedUntil = checked.until();
        penaltyMinutes = checked.penaltyMinutes();
        quality = outcome.quality();
        behaviour = outcome.behaviour();
        explained = outcome.explained();
        verySerious = outcome.verySerious();
        recordedBy = by;
        recordedAt = Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** What follows from its outcome has been done, and this many of its minutes count. */
    void settle(Meaning settled, int minutes, long caseId, Instant at) {
        state = SessionState.SETTLED;
        meaning = settled;
        creditedMinutes = minutes;
        settledAt = Utc.of(at);
        register(new OutcomeSettled(caseId));
    }

    /**
     * Refuses to correct an outcome that has not been settled, or has changed since it was read.
     *
     * @param readAt the version it was read at
     * @throws Taken with a sentence for the colleague
     */
    public void mustBeCorrectable(Integer readAt) {
        switch (state) {
            case SETTLED -> {}
            case RECORDED ->
                throw new Taken(
                        "The outcome is being settled. Wait a minute, open the session again and correct it then.");
            default ->
                throw new Taken("The session of %s has no outcome that can be corrected here.".formatted(inWords()));
        }
        if (readAt == null || readAt != version) {
            throw new Taken(
                    "The session has changed since you opened it (it is at version %d). Nothing you entered was saved: open it again."
                            .formatted(version));
        }
    }

    /** Replaces an outcome that was entered wrongly. Notes stay as they are. */
    void correct(Outcome outcome, Checked checked, Meaning settled, long caseId, String by, Instant at) {
        take(outcome, checked, by, at);
        meaning = settled;
        register(new OutcomeSettled(caseId));
    }

    /** After the correction, this many of its minutes count. */
    void recount(int minutes) {
        creditedMinutes = minutes;
    }

    /**
     * Checks that its notes can be changed, whatever its state.
     *
     * @param readAt the version it was read at
     * @param readable whether the author may read the present notes
     * @throws Taken if it has changed since, or the author may not change the present notes
     */
    void mustBeMine(int readAt, boolean readable) {
        if (version != readAt)
            throw new Taken(
                    "The session has changed since you opened it. Nothing you entered was saved: open it again.");
        if (noted() && !readable)
            throw new Taken(
                    "The notes are marked sensitive and you cannot read them, so you cannot change them either.");
    }

    /** @param sealedNotes null for none */
    void write(byte[] sealedNotes, boolean sensitive) {
        notes = sealedNotes;
        notesSensitive = sensitive;
    }

    private String inWords() {
        return Deadlines.inWords(onDate);
    }

    public long id() {
        return id;
    }

    public String reference() {
        return sessionReference;
    }

    public long orderId() {
        return orderId;
    }

    public String projectCode() {
        return projectCode;
    }

    /** Whether it is worked on the register of its project's day; otherwise it has a process of its own. */
    public boolean onRegister() {
        return onRegister;
    }

    public LocalDate on() {
        return onDate;
    }

    /** As planned, in UK time. */
    public LocalTime start() {
        return startTime;
    }

    public LocalTime end() {
        return endTime;
    }

    /** As recorded with the outcome; null if as planned. */
    public LocalTime workedFrom() {
        return workedFrom;
    }

    public LocalTime workedUntil() {
        return workedUntil;
    }

    /** Null until one is recorded. */
    public String outcomeCode() {
        return outcomeCode;
    }

    @Override
    public int penaltyMinutes() {
        return penaltyMinutes;
    }

    public String quality() {
        return quality;
    }

    public String behaviour() {
        return behaviour;
    }

    /** Whether there are notes. */
    public boolean noted() {
        return notes != null;
    }

    byte[] sealedNotes() {
        return notes;
    }

    /** Whether its notes are sensitive. */
    public boolean sensitive() {
        return notesSensitive;
    }

    /** Whether the person gave a reason for a failure. */
    public boolean explained() {
        return explained;
    }

    public boolean verySerious() {
        return verySerious;
    }

    public SessionState state() {
        return state;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return Utc.instant(recordedAt);
    }

    public Instant settledAt() {
        return Utc.instant(settledAt);
    }

    /** What followed from the outcome; null until it is settled. */
    public Meaning meaning() {
        return meaning;
    }

    public int creditedMinutes() {
        return creditedMinutes;
    }

    /** The number of changes. Each change states the version it was based on. */
    public int version() {
        return version;
    }

    /** The name of the session in audit entries. */
    public String subject() {
        return "session/" + id;
    }

    public TimeWorked planned() {
        return new TimeWorked(onDate, startTime, endTime);
    }

    public int plannedMinutes() {
        return planned().minutes();
    }

    @Override
    public int workedMinutes() {
        return worked().minutes();
    }

    /** From when until when the person was there; as planned unless other times were recorded. */
    public TimeWorked worked() {
        return planned()
                .within(workedFrom == null ? startTime : workedFrom, workedUntil == null ? endTime : workedUntil);
    }

    public boolean startsAfter(LocalDateTime now) {
        return onDate.atTime(startTime).isAfter(now);
    }

    /** Whether its outcome still has to be recorded or settled. */
    public boolean open() {
        return state == SessionState.PLANNED || state == SessionState.RECORDED;
    }

    /** Leaves out what it says about the person. */
    @Override
    public String toString() {
        return "Session[id=%d, orderId=%d, state=%s]".formatted(id, orderId, state);
    }
}
