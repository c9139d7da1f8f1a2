package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.LocalDateTime;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AskingRepository extends Repository<Asking, Long> {

    /**
     * Claims the person until that time for the first caller. A second caller changes nothing, even at the same moment.
     */
    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO preference_asking (member_id, process_instance_key, closes_at) VALUES (:memberId, :processInstanceKey, :closesAt)",
            nativeQuery = true)
    void recordOnce(long memberId, long processInstanceKey, LocalDateTime closesAt);

    @Query("select a.processInstanceKey from Asking a where a.memberId = :memberId")
    long processThatAsks(long memberId);
}
