package uk.gov.justice.probation.devolution.unpaidwork.session;

/** Travel time counts for at most 180 minutes per adjustment (TTX), and never more than what remains. */
public final class TravelCap {
    /** Minutes. */
    public static final int MOST = 180;

    private TravelCap() {}

    public static int counting(int minutes, int remaining) {
        return Math.clamp(Math.min(minutes, remaining), 0, MOST);
    }
}
