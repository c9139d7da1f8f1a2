package uk.gov.justice.probation.devolution.handover;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

/** Finds, locks and saves handovers. */
public interface HandoverRepository extends LockingRepository<Handover, Long> {

    Handover save(Handover handover);

    Optional<Handover> findById(long id);

    List<Handover> findByIdIn(Collection<Long> ids);

    List<Handover> findByPlanRowId(String planRowId);

    List<Handover> findByRegionalProgrammeIdOrderById(long regionalProgrammeId);

    /** Handovers of the region that have not ended and whose plan names the gate CONSULTATION. */
    @Query(
            "select h.id from Handover h where h.regionCode = :regionCode and h.gates like '%CONSULTATION%' and h.closedAt is null order by h.id")
    List<Long> waitingForConsultation(String regionCode);

    default Handover get(long id) {
        return findById(id).orElseThrow(() -> unknown(id));
    }

    /**
     * The handover, locked until the transaction ends, so that two deliveries of the same step run one after the other.
     */
    default Handover lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    private static CannotSucceedException unknown(long id) {
        return new CannotSucceedException(
                "There is no handover %d in the database. Check that the engine and the database belong together"
                        .formatted(id));
    }
}
