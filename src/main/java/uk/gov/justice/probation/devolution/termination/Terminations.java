package uk.gov.justice.probation.devolution.termination;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.caseload.CaseSubject.CaseOf;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

/** Finds, locks and saves terminations. */
interface Terminations extends LockingRepository<Termination, Long> {

    /** Saves a new or locked termination and publishes its events. */
    Termination save(Termination termination);

    Optional<Termination> findById(Long id);

    default Optional<Termination> find(long id) {
        return findById(id);
    }

    /** @throws CannotSucceedException if there is no such termination */
    default Termination get(long id) {
        return findById(id).orElseThrow(() -> unknown(id));
    }

    /**
     * Like {@link #get}, but locked until the transaction ends, so that two deliveries of the same step run one after
     * the other.
     */
    default Termination lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Termination t left join fetch t.outcomes left join fetch t.closed where t.id = :id")
    Optional<Termination> findWhole(long id);

    /**
     * Like {@link #lock}, with the outcomes given and everything it closed. It must not have been read earlier in the
     * transaction.
     */
    default Termination lockWhole(long id) {
        return findWhole(id).orElseThrow(() -> unknown(id));
    }

    @Query("select t.caseId from Termination t where t.id = :id")
    Optional<Long> findCaseId(long id);

    @Query(
            "select new uk.gov.justice.probation.devolution.caseload.CaseSubject$CaseOf(t.id, t.caseId) from Termination t where t.id in :ids")
    List<CaseOf> casesOf(Collection<Long> ids);

    /** The id of the case that it ends, which must be locked before the termination. */
    default long caseOf(long id) {
        return findCaseId(id).orElseThrow(() -> unknown(id));
    }

    /** Whether this is the process instance of the termination. False until the process has started. */
    @Query("select count(t) > 0 from Termination t where t.id = :id and t.processInstanceKey = :processInstanceKey")
    boolean isProcess(long id, long processInstanceKey);

    /** The number of the one that runs for the case, if it is in one of these states. */
    @Query("select t.id from Termination t where t.caseId = :caseId and t.closedAt is null and t.state in :states")
    Optional<Long> openIn(long caseId, Collection<TerminationState> states);

    /** Like {@link #openIn(long, Collection)}, for many cases. */
    @Query("select t.id from Termination t where t.caseId in :caseIds and t.closedAt is null and t.state in :states")
    List<Long> openIn(Collection<Long> caseIds, Collection<TerminationState> states);

    /** The running termination of the case, locked until the transaction ends. Lock the case first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Termination t where t.caseId = :caseId and t.closedAt is null")
    Optional<Termination> lockOpen(long caseId);

    /** The latest termination of the case, locked until the transaction ends. Lock the case first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Termination t where t.caseId = :caseId order by t.id desc limit 1")
    Optional<Termination> lockLast(long caseId);

    @Query("select max(t.id) from Termination t where t.caseId = :caseId")
    long lastOf(long caseId);

    /** The orders of the case that were ended with an outcome. */
    @Query(
            "select c.item from ClosedItem c where c.termination.caseId = :caseId and c.what = ClosedKind.UPW and c.restoredAt is null")
    Set<Long> unpaidWorkEnded(long caseId);

    private static CannotSucceedException unknown(long id) {
        return new CannotSucceedException(
                "There is no termination %d in the database. Check that the engine and the database belong together"
                        .formatted(id));
    }
}
