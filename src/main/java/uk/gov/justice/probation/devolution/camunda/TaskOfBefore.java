package uk.gov.justice.probation.devolution.camunda;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * A task that was open before subjects were recorded and whose subject our database does not know. Somebody has
 * completed it; the answer waits in the engine until somebody says what it is about.
 */
@Entity
public class TaskOfBefore extends KeyedAggregate<Long> {
    @Id
    private long elementInstanceKey;

    private long processInstanceKey;
    private String processId;
    private String elementId;
    private String asksFor;
    private String knownName;
    private String knownValue;
    private String knownAbout;
    private String regionCode;
    private String answeredBy;
    private LocalDateTime firstAt;
    private LocalDateTime lastAt;
    private String chosen;
    private String chosenBy;
    private LocalDateTime chosenAt;

    @Version
    private int version;

    protected TaskOfBefore() {}

    /**
     * @param process its id in the models, e.g. {@code start-in-new-place}
     * @param step its id in the models, e.g. {@code Task_Start}
     * @param asksFor the variable that holds the subject in the models, e.g. {@code memberId}
     * @param known what was recorded for its process, or for the nearest one that called it; null if nothing
     * @param answeredBy who completed it
     */
    public TaskOfBefore(
            long key,
            long processInstanceKey,
            String process,
            String step,
            String asksFor,
            TaskSubject known,
            String answeredBy,
            Instant at) {
        this.elementInstanceKey = key;
        this.processInstanceKey = processInstanceKey;
        this.processId = process;
        this.elementId = step;
        this.asksFor = asksFor;
        if (known != null) {
            this.knownName = known.name();
            this.knownValue = known.value();
            this.knownAbout = known.about();
            this.regionCode = known.regionCode();
        }
        this.answeredBy = answeredBy;
        this.firstAt = Utc.of(at);
        this.lastAt = firstAt;
    }

    void askedAgain(Instant at) {
        lastAt = Utc.of(at);
    }

    /** @throws NotPossibleNow if that has been said before */
    void isAbout(TaskSubject subject, Colleague by, Instant at) {
        if (said()) throw new NotPossibleNow("Somebody has already said what this task is about.");
        chosen = inOneWord(subject);
        chosenBy = by.userName();
        chosenAt = Utc.of(at);
    }

    boolean isAbout(TaskSubject subject) {
        return inOneWord(subject).equals(chosen);
    }

    private static String inOneWord(TaskSubject subject) {
        return subject.about() + " " + subject.value();
    }

    /** Whether somebody has said what it is about. */
    public boolean said() {
        return chosen != null;
    }

    /** Whether this is what it needs, and this is what is known of it. */
    public boolean asksFor(String wanted, String knownBy) {
        return asksFor.equals(wanted) && knownBy.equals(knownName);
    }

    public String asksFor() {
        return asksFor;
    }

    /** Null if nothing is known. */
    public TaskSubject known() {
        return knownName == null ? null : new TaskSubject(knownName, knownValue, knownAbout, regionCode);
    }

    /** The id of what is known. */
    public long knownId() {
        return Long.parseLong(knownValue);
    }

    @Override
    public Long getId() {
        return elementInstanceKey;
    }

    /** The key of the task's element instance. */
    public long key() {
        return elementInstanceKey;
    }

    public long processInstanceKey() {
        return processInstanceKey;
    }

    public String process() {
        return processId;
    }

    public String step() {
        return elementId;
    }

    public String answeredBy() {
        return answeredBy;
    }

    public Instant since() {
        return firstAt.toInstant(ZoneOffset.UTC);
    }
}
