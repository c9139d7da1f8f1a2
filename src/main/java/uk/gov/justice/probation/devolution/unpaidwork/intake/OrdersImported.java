package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.util.List;

/** A file brought these orders, new or changed; published in the transaction that takes it. */
public record OrdersImported(List<Long> orderIds) {
    public OrdersImported {
        orderIds = List.copyOf(orderIds);
    }
}
