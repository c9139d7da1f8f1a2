package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.modulith.NamedInterface;
import uk.gov.justice.probation.devolution.caseload.CaseSubject.CaseOf;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** Finds, locks and saves orders. */
@NamedInterface("order")
public interface Orders extends LockingRepository<Order, Long> {

    /** Saves a locked order and publishes its events. */
    Order save(Order order);

    Optional<Order> findById(Long id);

    @Query(
            "select new uk.gov.justice.probation.devolution.caseload.CaseSubject$CaseOf(o.id, o.caseId) from Order o where o.id in :ids")
    List<CaseOf> casesOf(Collection<Long> ids);

    default Optional<Order> find(long id) {
        return findById(id);
    }

    /** @throws NotFound with a sentence if there is no such order */
    default Order get(long id) {
        return findById(id).orElseThrow(() -> unknown(id));
    }

    /** The process instance of the order; empty before it has begun. */
    @Query("select o.processInstanceKey from Order o where o.id = :id and o.processInstanceKey is not null")
    List<Long> processOf(long id);

    /** Like {@link #get}, but locked until the transaction ends. */
    default Order lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    /** The orders of a case, earliest first. */
    List<Order> findByCaseIdOrderById(long caseId);

    default List<Order> ofCase(long caseId) {
        return findByCaseIdOrderById(caseId);
    }

    /** The orders whose process was started and is not waiting for a handover; some may have ended. */
    @Query(
            "select o from Order o where o.processInstanceKey is not null and o.receivedAt is not null and not o.waiting order by o.id")
    List<Order> inProcess();

    /** The orders that work on a project, or are about to, in locking order. */
    @Query(
            "select o.id from Order o where o.projectCode = :project and o.state in (INSTRUCTIONS, SESSIONS) order by o.id")
    List<Long> workingOn(String project);

    private static NotFound unknown(long id) {
        return new NotFound("There is no unpaid work order with the number %d.".formatted(id));
    }
}
