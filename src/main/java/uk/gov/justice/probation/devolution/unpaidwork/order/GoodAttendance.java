package uk.gov.justice.probation.devolution.unpaidwork.order;

/**
 * The hours of an order are reduced by half an hour for every hour that is worked after the first quarter of it, if
 * that quarter was worked without a failure (Sentencing Act 2026, section 37; ADR 0126).
 */
public final class GoodAttendance {
    private static final int QUARTERS = 4;
    private static final int HALVES = 2;

    private GoodAttendance() {}

    /** Whether a quarter of the order has been worked. */
    public static boolean qualifies(int worked, int ordered) {
        return worked * QUARTERS >= ordered;
    }

    /** The minutes by which an order is reduced whose first quarter was worked without a failure. */
    public static int reduction(int worked, int ordered) {
        int beyond = worked * QUARTERS - ordered;
        return Math.clamp(beyond / (QUARTERS * HALVES), 0, Math.max(0, ordered - worked));
    }
}
