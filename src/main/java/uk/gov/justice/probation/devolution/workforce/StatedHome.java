package uk.gov.justice.probation.devolution.workforce;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/** The postcode district that somebody told us they live in; it counts before the staff file's. Said again, it takes the place of what was said before. */
@Entity
@Immutable
class StatedHome {
  @Id private String staffNumber;
  private String district;
  private LocalDateTime statedAt;

  protected StatedHome() {}
}
