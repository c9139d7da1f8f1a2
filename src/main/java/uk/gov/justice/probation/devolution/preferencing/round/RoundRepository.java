package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface RoundRepository extends LockingRepository<Round, Long> {

    Round save(Round round);

    Optional<Round> findById(long consultationId);

    /**
     * The round, with a shared lock until the transaction ends; any number of transactions can hold one at once. Native
     * SQL that works on both databases.
     */
    @Query(
            value = "SELECT * FROM preference_round WHERE consultation_id = :consultationId LOCK IN SHARE MODE",
            nativeQuery = true)
    Optional<Round> shareById(long consultationId);

    @Query("select count(r) > 0 from Run r where r.consultationId = :consultationId and r.kind = OFFICIAL")
    boolean isAllocated(long consultationId);

    default Round get(long consultationId) {
        return findById(consultationId).orElseThrow(() -> notPublished(consultationId));
    }

    default Round lock(long consultationId) {
        return lockById(consultationId).orElseThrow(() -> notPublished(consultationId));
    }

    default Round share(long consultationId) {
        return shareById(consultationId).orElseThrow(() -> notPublished(consultationId));
    }

    private static CannotSucceedException notPublished(long consultationId) {
        return new CannotSucceedException(
                "The options of consultation %d are not published. Let its process go through the step that publishes them"
                        .formatted(consultationId));
    }
}
