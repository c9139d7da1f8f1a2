package uk.gov.justice.probation.devolution.unpaidwork.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/**
 * Records that the process of an order began with an earlier model: from when unpaid work was called placement, or from
 * before it waited for an extension by the court.
 */
@Entity
@Table(name = "upw_order_of_before")
class OrderOfBefore extends KeyedAggregate<Long> {
    @Id
    private Long orderId;

    private boolean formerName;

    protected OrderOfBefore() {}

    OrderOfBefore(long orderId, boolean formerName) {
        this.orderId = orderId;
        this.formerName = formerName;
    }

    @Override
    public Long getId() {
        return orderId;
    }
}
