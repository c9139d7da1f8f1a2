package uk.gov.justice.probation.devolution.unpaidwork.order;

import org.springframework.modulith.NamedInterface;

/** An order has ended, for whatever reason. Published in the transaction that ends it. */
@NamedInterface("order")
public record OrderEnded(long orderId, long caseId) {}
