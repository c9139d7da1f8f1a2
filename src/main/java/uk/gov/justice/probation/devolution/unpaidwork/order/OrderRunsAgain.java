package uk.gov.justice.probation.devolution.unpaidwork.order;

/**
 * A process runs the order that is not its first one. Published in the transaction in which it finds where it stands.
 */
public record OrderRunsAgain(long orderId, int orderVersion) {}
