package uk.gov.justice.probation.devolution.preferencing.appeal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface AppealRepository extends LockingRepository<Appeal, Long> {

    Appeal save(Appeal appeal);

    Appeal saveAndFlush(Appeal appeal);

    Optional<Appeal> findById(long id);

    List<Appeal> findByConsultationId(long consultationId);

    /** The person's latest appeal. */
    @Query("select max(a.id) from Appeal a where a.memberId = :memberId")
    Optional<Long> lastOf(long memberId);

    @Query("select count(a) from Appeal a where a.consultationId = :consultationId and a.closedAt is null")
    int countOpen(long consultationId);

    @Query("select count(a) from Appeal a where a.memberId = :memberId and a.closedAt is null")
    int countOpenOf(long memberId);

    @Query("select a.consultationId from Appeal a where a.id = :id")
    Optional<Long> consultationOf(long id);

    /**
     * The upheld appeals of the consultation whose people are still waiting for a place, locked until the transaction
     * ends.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
      select a from Appeal a where a.consultationId = :consultationId and a.outcome = AppealOutcome.UPHELD and a.placeSearchedAt is not null and a.optionId is null
        and (a.arrangement is null or a.arrangement = Arrangement.WAIT_FOR_VACANCY) order by a.id
      """)
    List<Appeal> waitingForPlace(long consultationId);

    /** How many people are waiting like that. Locks nothing. */
    @Query("""
      select count(a) from Appeal a where a.consultationId = :consultationId and a.outcome = AppealOutcome.UPHELD and a.placeSearchedAt is not null and a.optionId is null
        and (a.arrangement is null or a.arrangement = Arrangement.WAIT_FOR_VACANCY)
      """)
    int countWaitingForPlace(long consultationId);

    /** @throws CannotSucceedException if there is no such appeal */
    default Appeal get(long id) {
        return findById(id).orElseThrow(() -> unknown(id));
    }

    /**
     * The appeal, locked until the transaction ends, so that two deliveries of the same step run one after the other.
     */
    default Appeal lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    private static CannotSucceedException unknown(long id) {
        return new CannotSucceedException(
                "There is no appeal %d in the database. Check that the engine and the database belong together"
                        .formatted(id));
    }
}
