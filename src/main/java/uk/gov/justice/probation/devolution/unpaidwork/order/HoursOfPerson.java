package uk.gov.justice.probation.devolution.unpaidwork.order;

/**
 * The most unpaid work that a person can have to do at a time, by all orders that have not ended. A concurrent
 * requirement adds nothing, because it is worked in the hours of another.
 */
public final class HoursOfPerson {
    private static final int MINUTES_AN_HOUR = 60;

    /** In minutes. */
    public static final int MOST = 300 * MINUTES_AN_HOUR;

    private HoursOfPerson() {}
}
