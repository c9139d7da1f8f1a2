package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDateTime;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConsultationStageRepository extends Repository<ConsultationStage, String> {

    boolean existsById(String regionCode);

    /** @return 0 if it has already been recorded, even at the same moment */
    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO consultation_stage (region_code, reached_at, recorded_by) VALUES (:regionCode, :at, :by)",
            nativeQuery = true)
    int recordOnce(String regionCode, LocalDateTime at, String by);
}
