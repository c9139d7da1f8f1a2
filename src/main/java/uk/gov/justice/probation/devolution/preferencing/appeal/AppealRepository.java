package uk.gov.justice.probation.devolution.preferencing.appeal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

interface AppealRepository extends Repository<Appeal, Long> {

  Appeal saveAndFlush(Appeal appeal);

  Optional<Appeal> findById(long id);

  Optional<Appeal> findFirstByMemberIdOrderByIdDesc(long memberId);

  @Query("select count(a) from Appeal a where a.consultationId = :consultationId and a.closedAt is null")
  int countOpen(long consultationId);

  @Query("select count(a) from Appeal a where a.memberId = :memberId and a.closedAt is null")
  int countOpenOf(long memberId);

  @Query("select a.consultationId from Appeal a where a.id = :id")
  Optional<Long> consultationOf(long id);

  /** Upheld appeals of the consultation whose people still wait for a place, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("""
      select a from Appeal a where a.consultationId = :consultationId and a.outcome = AppealOutcome.UPHELD and a.placeSearchedAt is not null and a.optionId is null
        and (a.arrangement is null or a.arrangement = Arrangement.WAIT_FOR_VACANCY) order by a.id
      """)
  List<Appeal> waitingForPlace(long consultationId);

  /** How many people wait so, without holding anything. */
  @Query("""
      select count(a) from Appeal a where a.consultationId = :consultationId and a.outcome = AppealOutcome.UPHELD and a.placeSearchedAt is not null and a.optionId is null
        and (a.arrangement is null or a.arrangement = Arrangement.WAIT_FOR_VACANCY)
      """)
  int countWaitingForPlace(long consultationId);

  /** The appeal, held until the transaction ends, so that two deliveries of the same step follow one another. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Appeal a where a.id = :id")
  Optional<Appeal> lockById(long id);

  default Appeal get(long id) {
    return findById(id).orElseThrow(() -> unknown(id));
  }

  default Appeal lock(long id) {
    return lockById(id).orElseThrow(() -> unknown(id));
  }

  private static CannotSucceedException unknown(long id) {
    return new CannotSucceedException("There is no appeal %d in the database. Check that the engine and the database belong together".formatted(id));
  }
}
