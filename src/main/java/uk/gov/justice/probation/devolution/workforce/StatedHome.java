package uk.gov.justice.probation.devolution.workforce;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/**
 * The postcode district in which a person says they live. It overrides the staff file's district, and a later statement
 * replaces it.
 */
@Entity
@Immutable
class StatedHome {
    @Id
    private String staffNumber;

    private String district;
    private LocalDateTime statedAt;

    protected StatedHome() {}
}
