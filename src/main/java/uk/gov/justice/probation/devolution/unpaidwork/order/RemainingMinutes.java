package uk.gov.justice.probation.devolution.unpaidwork.order;

/** Minutes of an order left to work: those ordered less those credited, never below zero. */
public final class RemainingMinutes {
    private RemainingMinutes() {}

    public static int of(int ordered, int credited) {
        return Math.max(0, ordered - credited);
    }
}
