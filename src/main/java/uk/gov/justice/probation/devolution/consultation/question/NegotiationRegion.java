package uk.gov.justice.probation.devolution.consultation.question;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A region whose staff take questions about negotiations to their union representative. */
@Entity
@Immutable
class NegotiationRegion {
    @Id
    private String regionCode;

    protected NegotiationRegion() {}
}
