package uk.gov.justice.probation.devolution.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;
import uk.gov.justice.probation.devolution.programme.AskedLaunches.Confirmed;

/**
 * A region's programme requested in the start form of Tasklist. Nothing begins until the region's programme office
 * confirms it.
 */
@Entity
class AskedLaunch extends KeyedAggregate<Long> {
    static final String CONFIRM = "CONFIRM";

    @Id
    private Long processInstanceKey;

    private String regionCode;
    private LocalDate baseDate;
    private LocalDateTime askedAt;
    private String answer;
    private String answeredBy;
    private LocalDateTime answeredAt;
    private Long taskInstance;

    protected AskedLaunch() {}

    /** @param baseDate null for the plan's own dates */
    AskedLaunch(long processInstanceKey, String regionCode, LocalDate baseDate, Instant askedAt) {
        this.processInstanceKey = processInstanceKey;
        this.regionCode = regionCode;
        this.baseDate = baseDate;
        this.askedAt = Utc.of(askedAt);
    }

    /** @throws CannotSucceedException if it is not waiting to be confirmed */
    void mustWait() {
        if (answer != null) throw notWaiting();
    }

    static CannotSucceedException notWaiting() {
        return new CannotSucceedException(
                "No launch waits to be confirmed here. Launch the region from the console and end this process");
    }

    void answered(String chosen, String by, long task, Instant at) {
        answer = chosen;
        answeredBy = by;
        taskInstance = task;
        answeredAt = Utc.of(at);
    }

    /** What somebody from the region has confirmed; empty if nobody has. */
    Optional<Confirmed> confirmed() {
        return CONFIRM.equals(answer) ? Optional.of(new Confirmed(regionCode, baseDate, answeredBy)) : Optional.empty();
    }

    String regionCode() {
        return regionCode;
    }

    @Override
    public Long getId() {
        return processInstanceKey;
    }
}
