package uk.gov.justice.probation.devolution.unpaidwork.order;

import org.springframework.data.jpa.repository.NativeQuery;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface OrderOfBeforeRepository extends LockingRepository<OrderOfBefore, Long> {

    OrderOfBefore save(OrderOfBefore order);

    boolean existsById(Long orderId);

    boolean existsByOrderIdAndFormerNameTrue(Long orderId);

    void deleteByOrderId(Long orderId);

    @NativeQuery(
            "SELECT COUNT(*) FROM upw_order_of_before b JOIN upw_session s ON s.order_id = b.order_id WHERE s.id = ?1 AND b.former_name")
    int countBySession(long sessionId);

    @NativeQuery(
            "SELECT COUNT(*) FROM upw_order_of_before b JOIN upw_enforcement e ON e.order_id = b.order_id WHERE e.id = ?1 AND b.former_name")
    int countByEnforcement(long enforcementId);
}
