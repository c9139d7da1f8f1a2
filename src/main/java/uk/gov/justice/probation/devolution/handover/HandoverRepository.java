package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

public interface HandoverRepository extends Repository<Handover, Long> {

  Handover save(Handover handover);

  Optional<Handover> findById(long id);

  List<Handover> findByRegionalProgrammeIdOrderById(long regionalProgrammeId);

  /** The handover, held until the transaction ends, so that two deliveries of the same step follow one another. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select h from Handover h where h.id = :id")
  Optional<Handover> lockById(long id);

  default Handover get(long id) {
    return findById(id).orElseThrow(() -> unknown(id));
  }

  default Handover lock(long id) {
    return lockById(id).orElseThrow(() -> unknown(id));
  }

  private static CannotSucceedException unknown(long id) {
    return new CannotSucceedException("There is no handover %d in the database. Check that the engine and the database belong together".formatted(id));
  }
}
