package uk.gov.justice.probation.devolution.unpaidwork.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/** That the process of an order began when unpaid work was called placement. */
@Entity
@Table(name = "upw_order_of_before")
class OrderOfBefore extends KeyedAggregate<Long> {
  @Id private Long orderId;

  protected OrderOfBefore() {}

  OrderOfBefore(long orderId) {
    this.orderId = orderId;
  }

  @Override
  public Long getId() {
    return orderId;
  }
}
