package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.caseload.CaseSubject.CaseOf;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** Finds, locks and saves enforcements and the actions taken in them. */
public interface Enforcements extends LockingRepository<Enforcement, Long> {

    /**
     * A warning that was written.
     *
     * @param action counts up, in the order in which actions are taken
     * @param counts whether the failure it warns of still counts
     */
    record Warning(long enforcement, long action, String code, boolean counts) {}

    /** Saves a new or locked enforcement and publishes its events. */
    Enforcement save(Enforcement enforcement);

    Optional<Enforcement> findById(Long id);

    default Optional<Enforcement> find(long id) {
        return findById(id);
    }

    /** @throws NotFound with a sentence if there is no such enforcement */
    default Enforcement get(long id) {
        return findById(id).orElseThrow(() -> unknown(id));
    }

    /** Like {@link #get}, but locked until the transaction ends. Lock its order first. */
    default Enforcement lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    @Query("select e.orderId from Enforcement e where e.id = :id")
    Optional<Long> findOrderId(long id);

    @Query(
            "select new uk.gov.justice.probation.devolution.caseload.CaseSubject$CaseOf(e.id, o.caseId) from Enforcement e join Order o on o.id = e.orderId where e.id in :ids")
    List<CaseOf> casesOf(Collection<Long> ids);

    /**
     * The id of its order, which must be locked before it.
     *
     * @throws NotFound with a sentence if there is no such enforcement
     */
    default long orderOf(long id) {
        return findOrderId(id).orElseThrow(() -> unknown(id));
    }

    @Query("select e from Enforcement e where e.sessionId = :sessionId")
    Optional<Enforcement> ofSession(long sessionId);

    /** The enforcements of an order, latest failure first. */
    @Query("select e from Enforcement e where e.orderId = :orderId order by e.failedOn desc, e.id desc")
    List<Enforcement> ofOrder(long orderId);

    /** The open enforcements of an order, locked until the transaction ends. Lock the order first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
      select e from Enforcement e
      where e.orderId = :orderId and e.state in (EnforcementState.EVIDENCE, EnforcementState.WARNED, EnforcementState.BREACH) order by e.id
      """)
    List<Enforcement> lockOpen(long orderId);

    /** The enforcements that were stopped with their order, locked until the transaction ends. Lock the order first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select e from Enforcement e where e.orderId = :orderId and e.state = EnforcementState.STOPPED and e.stoppedFrom is not null order by e.id")
    List<Enforcement> lockStopped(long orderId);

    /**
     * Stops the open enforcements of a locked order that is stopped.
     *
     * @return whether there were any
     */
    default boolean stop(long orderId) {
        List<Enforcement> running = lockOpen(orderId);
        running.forEach(open -> {
            open.stop();
            save(open);
        });
        return !running.isEmpty();
    }

    /**
     * Returns the order's stopped enforcements to the state they had. The order's process is informed of each again.
     */
    default void restore(long orderId, int orderVersion) {
        lockStopped(orderId).forEach(stopped -> {
            stopped.restore(orderVersion);
            save(stopped);
        });
    }

    /** The case's open enforcements. A breach that is before the court is a component of the case instead. */
    @Query(
            "select e from Enforcement e join Order o on o.id = e.orderId where o.caseId = :caseId and e.state in (EnforcementState.EVIDENCE, EnforcementState.WARNED, EnforcementState.BREACH) order by e.id")
    List<Enforcement> open(long caseId);

    /** The actions taken, earliest first. */
    @Query("select a from EnforcementAction a where a.enforcement.id = :enforcementId order by a.id")
    List<EnforcementAction> actions(long enforcementId);

    /**
     * The days of the case's failures that count, up to and including this one; of the same day, only those recorded
     * before it.
     */
    @Query("""
      select e.failedOn from Enforcement one join Order mine on mine.id = one.orderId join Order o on o.caseId = mine.caseId join Enforcement e on e.orderId = o.id
      where one.id = :id and e.counts and (e.failedOn < one.failedOn or e.failedOn = one.failedOn and e.id <= one.id)
      """)
    List<LocalDate> failuresUpTo(long id);

    /** Every warning of this enforcement's order. */
    default List<Warning> warnings(long id) {
        return warnings(id, ActionCodes.WARNINGS);
    }

    @Query("""
      select new uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements$Warning(e.id, a.id, a.actionCode, e.counts)
      from Enforcement one join Enforcement e on e.orderId = one.orderId join e.actions a
      where one.id = :id and a.actionCode in :warnings
      """)
    List<Warning> warnings(long id, Collection<String> warnings);

    private static NotFound unknown(long id) {
        return new NotFound("There is no enforcement with the number %d.".formatted(id));
    }
}
