package uk.gov.justice.probation.devolution.camunda;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;

/** Who did a task on our page, by the element instance of the task, and when the engine has accepted its completion. */
@Entity
class PageCompletion {
    @Id
    private long elementInstanceKey;

    private long taskKey;
    private String completedBy;
    private LocalDateTime askedAt;
    private LocalDateTime acceptedAt;

    protected PageCompletion() {}

    String completedBy() {
        return completedBy;
    }

    boolean isAccepted() {
        return acceptedAt != null;
    }
}
