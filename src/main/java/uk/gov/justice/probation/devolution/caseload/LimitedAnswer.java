package uk.gov.justice.probation.devolution.caseload;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers.Given;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/** An answer given on our page about a limited-access case. Once used for a task, it belongs to that task only. */
@Entity
class LimitedAnswer extends KeyedAggregate<LimitedAnswer.Key> {

    /** The question about a subject, and who answered it. Rows are locked in this order. */
    @Embeddable
    record Key(String about, String question, String givenBy) implements Serializable {}

    @EmbeddedId
    private Key key;

    private String choice;
    private LocalDate onDay;
    private LocalDateTime givenAt;
    private Long usedFor;
    private String refused;

    protected LimitedAnswer() {}

    @Override
    public Key getId() {
        return key;
    }

    /** Replaces the answer given before. */
    void give(String choice, LocalDate onDay, Instant at) {
        this.choice = choice;
        this.onDay = onDay;
        givenAt = Utc.of(at);
        usedFor = null;
        refused = null;
    }

    /** Assigns it to this task and no later one. A repeated delivery gets the same answer. */
    void use(long task) {
        if (usedFor == null) usedFor = task;
    }

    /** Records that it was refused. It is kept for when the task comes back. */
    void refuse(String sentence) {
        usedFor = null;
        refused = sentence;
    }

    boolean isUsed() {
        return usedFor != null;
    }

    boolean isUsedFor(long task) {
        return usedFor != null && usedFor == task;
    }

    Given given() {
        return new Given(choice, onDay, refused);
    }
}
