package uk.gov.justice.probation.devolution.camunda;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An answer that was refused, by the element instance of its task. */
@Entity
class RefusedAnswer {
    @Id
    private long elementInstanceKey;

    private long processInstanceKey;
    private String elementId;

    protected RefusedAnswer() {}
}
