package uk.gov.justice.probation.devolution.camunda;

import jakarta.persistence.LockModeType;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DeployedReleaseRepository extends Repository<DeployedRelease, Integer> {

    /** Changes nothing if it was noted before. */
    @Modifying
    @Query(
            value = "INSERT IGNORE INTO deployed_release (release_number, begun_at) VALUES (:number, :at)",
            nativeQuery = true)
    void note(int number, LocalDateTime at);

    /** All that were noted, the highest first, held until the transaction ends: one application deploys at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from DeployedRelease r order by r.releaseNumber desc")
    List<DeployedRelease> lockAll();
}
