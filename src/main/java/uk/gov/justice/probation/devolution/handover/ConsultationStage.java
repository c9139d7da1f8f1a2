package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/** Records, once and for good, that the staff consultation of a region has reached its individual stage. */
@Entity
@Immutable
class ConsultationStage {
    @Id
    private String regionCode;

    private LocalDateTime reachedAt;
    private String recordedBy;

    protected ConsultationStage() {}
}
