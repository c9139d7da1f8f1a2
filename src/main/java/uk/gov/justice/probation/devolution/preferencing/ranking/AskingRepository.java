package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.LocalDateTime;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AskingRepository extends Repository<Asking, Long> {

    /** Whoever comes first asks, until then; a second one changes nothing, also at the same moment. */
    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO preference_asking (member_id, process_instance_key, closes_at) VALUES (:memberId, :processInstanceKey, :closesAt)",
            nativeQuery = true)
    void recordOnce(long memberId, long processInstanceKey, LocalDateTime closesAt);

    @Query("select a.processInstanceKey from Asking a where a.memberId = :memberId")
    long processThatAsks(long memberId);
}
