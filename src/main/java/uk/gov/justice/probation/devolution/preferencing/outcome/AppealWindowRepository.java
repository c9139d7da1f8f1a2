package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.time.LocalDateTime;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AppealWindowRepository extends Repository<AppealWindow, Long> {

    boolean existsById(long consultationId);

    /** @return 0 if it was already open */
    @Modifying
    @Query(
            value = "INSERT IGNORE INTO appeal_window (consultation_id, opened_at) VALUES (:consultationId, :at)",
            nativeQuery = true)
    int recordOnce(long consultationId, LocalDateTime at);
}
