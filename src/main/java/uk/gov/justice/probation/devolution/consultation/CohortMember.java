package uk.gov.justice.probation.devolution.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.function.Supplier;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/**
 * One member of staff in one consultation: since when they take part, how long they have for their own steps, and their
 * one-to-one. Somebody who leaves and comes back is a new member. Changed only within this module; others read
 * {@link Member}.
 */
@Entity
public class CohortMember extends Aggregate {

    private enum OneToOne {
        WAITING,
        HELD,
        DECLINED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private long consultationId;

    @Column(updatable = false)
    private String staffNumber;

    @Column(updatable = false)
    private LocalDateTime joinedAt;

    private LocalDateTime leftAt;
    private LocalDate extendedTo;

    private Long oneToOneBegun;
    private LocalDate oneToOneDue;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private OneToOne oneToOneState;

    private LocalDate metOn;
    private Boolean withUnionRep;
    private String oneToOneBy;
    private LocalDateTime oneToOneAt;
    private String standIn;
    private LocalDate standInFrom;
    private LocalDate standInUntil;

    @Version
    private int version;

    protected CohortMember() {}

    /** @param extendedTo until when this person has for their own steps; null if the general dates apply */
    public CohortMember(long consultationId, String staffNumber, LocalDate extendedTo, Instant joinedAt) {
        this.consultationId = consultationId;
        this.staffNumber = staffNumber;
        this.extendedTo = extendedTo;
        this.joinedAt = Utc.of(joinedAt);
        this.oneToOneState = OneToOne.WAITING;
    }

    /** Announces that the person now takes part; again if nothing was waiting for the first announcement. */
    public void announce() {
        register(new StaffJoined(consultationId, id));
    }

    /** @return false if they had already left */
    public boolean leave(Instant at) {
        if (!active()) return false;
        leftAt = Utc.of(at);
        register(new StaffLeft(consultationId, id, staffNumber));
        return true;
    }

    /** @throws NotPossibleNow if they have left */
    public void mustTakePart() {
        if (!active()) throw new NotPossibleNow("The person no longer takes part.");
    }

    /** @throws NotPossibleNow if they have left */
    public void extend(LocalDate to) {
        mustTakePart();
        extendedTo = to;
        register(new DatesExtended(consultationId, id, to));
    }

    /**
     * Their one-to-one is prepared, or prepared again after their dates were extended.
     *
     * @return when it is due: as before, or on the last day that the person has
     */
    public LocalDate beginOneToOne(long processInstanceKey, Supplier<LocalDate> usually) {
        oneToOneBegun = processInstanceKey;
        if (oneToOneDue == null) oneToOneDue = usually.get();
        if (extendedTo != null && extendedTo.isAfter(oneToOneDue)) oneToOneDue = extendedTo;
        return oneToOneDue;
    }

    /**
     * The last record holds.
     *
     * @return false if it says what was recorded before
     */
    public boolean met(LocalDate on, boolean withUnionRepresentative, String by, Instant at) {
        if (oneToOneState == OneToOne.HELD && on.equals(metOn) && Objects.equals(withUnionRep, withUnionRepresentative))
            return false;
        recorded(OneToOne.HELD, by, at);
        metOn = on;
        withUnionRep = withUnionRepresentative;
        return true;
    }

    /** Like {@link #met}. */
    public boolean declinedToMeet(String by, Instant at) {
        if (oneToOneState == OneToOne.DECLINED) return false;
        recorded(OneToOne.DECLINED, by, at);
        metOn = null;
        withUnionRep = null;
        return true;
    }

    private void recorded(OneToOne outcome, String by, Instant at) {
        oneToOneState = outcome;
        oneToOneBy = by;
        oneToOneAt = Utc.of(at);
        standsIn(null, null, null);
    }

    /**
     * Another colleague may hold the one-to-one too, until it is recorded.
     *
     * @param staffNumber null if nobody stands in any more
     * @param from null for at once
     * @param until null until the one-to-one is recorded
     * @return whether it was otherwise before
     */
    public boolean standsIn(String staffNumber, LocalDate from, LocalDate until) {
        if (Objects.equals(standIn, staffNumber)
                && Objects.equals(standInFrom, from)
                && Objects.equals(standInUntil, until)) return false;
        standIn = staffNumber;
        standInFrom = from;
        standInUntil = until;
        return true;
    }

    /** The first of their days has come. */
    public void standInBegins() {
        standInFrom = null;
    }

    /** Whether the last of their days has passed. */
    public boolean isStandInOver(LocalDate today) {
        return standInUntil != null && standInUntil.isBefore(today);
    }

    public Long id() {
        return id;
    }

    public long consultationId() {
        return consultationId;
    }

    public String staffNumber() {
        return staffNumber;
    }

    public boolean active() {
        return leftAt == null;
    }

    /** Null until the one-to-one is prepared. */
    public LocalDate oneToOneDue() {
        return oneToOneDue;
    }

    /** Who may hold the one-to-one in the line manager's place; null if nobody may. */
    public String standIn() {
        return standIn;
    }

    /** The same on that day: null on the days before and after theirs. */
    public String standInOn(LocalDate day) {
        return standInFrom != null && standInFrom.isAfter(day) || isStandInOver(day) ? null : standIn;
    }

    /** Whether their one-to-one is still to be held. */
    public boolean isToBeMet() {
        return active() && !isRecorded();
    }

    /** Whether it is recorded that their one-to-one was held, or that they do not want one. */
    public boolean isRecorded() {
        return oneToOneState != OneToOne.WAITING;
    }

    /** Whether this process instance may work on the one-to-one, because it already does or none does yet. */
    public boolean isMetBy(long processInstanceKey) {
        return oneToOneBegun == null || oneToOneBegun == processInstanceKey;
    }

    /** Whether a process is waiting for the one-to-one to be recorded. */
    public boolean isAwaited() {
        return oneToOneBegun != null && oneToOneState == OneToOne.WAITING;
    }
}
