package uk.gov.justice.probation.devolution.workforce;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/**
 * The postcode district in which somebody says they live; it takes precedence over the staff file's. Stated again, it
 * replaces the earlier one.
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
