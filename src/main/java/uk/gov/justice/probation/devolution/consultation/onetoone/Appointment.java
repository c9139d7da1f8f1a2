package uk.gov.justice.probation.devolution.consultation.onetoone;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import uk.gov.justice.probation.devolution.calendar.Hours;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/** When and where somebody has their one-to-one, as arranged last. */
@Entity
@Table(name = "one_to_one_appointment")
class Appointment extends KeyedAggregate<Long> {
    @Id
    private Long memberId;

    private LocalDate meetsOn;
    private LocalTime meetsFrom;
    private LocalTime meetsUntil;
    private String place;
    private boolean calledOff;
    private int sequence;

    @Version
    private int version;

    protected Appointment() {}

    Appointment(long memberId) {
        this.memberId = memberId;
        this.sequence = -1;
    }

    /** @return false if it is arranged so already */
    boolean arrange(LocalDate on, Hours hours, String where) {
        if (!isNew() && !calledOff && on.equals(meetsOn) && hours.equals(hours()) && where.equals(place)) return false;
        meetsOn = on;
        meetsFrom = hours.from();
        meetsUntil = hours.until();
        place = where;
        calledOff = false;
        sequence++;
        return true;
    }

    /** @return false if it is called off already */
    boolean callOff() {
        if (calledOff) return false;
        calledOff = true;
        sequence++;
        return true;
    }

    LocalDate meetsOn() {
        return meetsOn;
    }

    Hours hours() {
        return new Hours(meetsFrom, meetsUntil);
    }

    String place() {
        return place;
    }

    boolean isCalledOff() {
        return calledOff;
    }

    int sequence() {
        return sequence;
    }

    @Override
    public Long getId() {
        return memberId;
    }
}
