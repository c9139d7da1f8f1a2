package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.util.List;

/** A file brought these orders, new or changed. Published in the transaction that imports it. */
public record OrdersImported(List<Long> orderIds) {
    public OrdersImported {
        orderIds = List.copyOf(orderIds);
    }
}
