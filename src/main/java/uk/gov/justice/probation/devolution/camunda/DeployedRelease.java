package uk.gov.justice.probation.devolution.camunda;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;

/** A release of which an application has begun to deploy the models, and when it first did. */
@Entity
class DeployedRelease {
    @Id
    private int releaseNumber;

    private LocalDateTime begunAt;

    protected DeployedRelease() {}

    int number() {
        return releaseNumber;
    }
}
