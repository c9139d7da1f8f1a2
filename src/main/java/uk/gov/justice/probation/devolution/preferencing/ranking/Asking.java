package uk.gov.justice.probation.devolution.preferencing.ranking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/**
 * Records which process instance asks a person, so that only one does, however often the person is listed or announced.
 */
@Entity
@Immutable
@Table(name = "preference_asking")
class Asking {
    @Id
    private long memberId;

    private long processInstanceKey;
    private LocalDateTime closesAt;

    protected Asking() {}
}
