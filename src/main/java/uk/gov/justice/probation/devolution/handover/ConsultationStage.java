package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/** That the staff consultation of a region has reached its individual stage. It is recorded once and for good. */
@Entity
@Immutable
class ConsultationStage {
    @Id
    private String regionCode;

    private LocalDateTime reachedAt;
    private String recordedBy;

    protected ConsultationStage() {}
}
