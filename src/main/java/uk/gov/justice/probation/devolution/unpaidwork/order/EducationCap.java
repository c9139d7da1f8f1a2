package uk.gov.justice.probation.devolution.unpaidwork.order;

/**
 * Education, training and employment count for at most {@value #PERCENT} % of the minutes ordered, rounded down to
 * whole minutes.
 */
public final class EducationCap {
    public static final int PERCENT = 30;
    private static final int WHOLE = 100;

    private EducationCap() {}

    /** The most that can count towards an order. */
    public static int of(int ordered) {
        return ordered * PERCENT / WHOLE;
    }

    /** How many minutes still count after those that counted before. */
    public static int left(int countedBefore, int ordered) {
        return Math.max(0, of(ordered) - countedBefore);
    }

    /** How many of these minutes still count, given those that counted before. */
    public static int counting(int minutes, int countedBefore, int ordered) {
        return Math.min(left(countedBefore, ordered), minutes);
    }
}
