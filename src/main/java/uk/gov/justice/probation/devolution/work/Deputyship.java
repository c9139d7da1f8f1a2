package uk.gov.justice.probation.devolution.work;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/** A colleague stands in for another who is away, from a day to a day, until one of them ends it. */
@Entity
@Table(name = "deputyship")
class Deputyship extends Aggregate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String away;
    private String deputy;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private LocalDateTime namedAt;
    private LocalDateTime endedAt;
    private String endedBy;

    @Version
    private int version;

    protected Deputyship() {}

    Deputyship(String away, String deputy, LocalDate firstDay, LocalDate lastDay, Instant namedAt) {
        this.away = away;
        this.deputy = deputy;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.namedAt = Utc.of(namedAt);
    }

    /** @throws NotPossibleNow if it is over */
    void end(String by, LocalDate today, Instant at) {
        if (endedAt != null || lastDay.isBefore(today)) throw new NotPossibleNow("It has already ended.");
        endedAt = Utc.of(at);
        endedBy = by;
    }

    boolean concerns(String userName) {
        return away.equals(userName) || deputy.equals(userName);
    }

    boolean isOn(LocalDate day) {
        return overlaps(day, day);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return endedAt == null && !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }

    /** The other of the two. */
    String otherThan(String userName) {
        return away.equals(userName) ? deputy : away;
    }

    Long id() {
        return id;
    }

    String away() {
        return away;
    }

    String deputy() {
        return deputy;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }
}
