package uk.gov.justice.probation.devolution.unpaidwork.session;

/** Travel time counts for at most {@value #MOST} minutes per adjustment (TTX), and never more than is left to work. */
public final class TravelCap {
    /** In minutes. */
    public static final int MOST = 180;

    private TravelCap() {}

    public static int counting(int minutes, int remaining) {
        return Math.clamp(Math.min(minutes, remaining), 0, MOST);
    }
}
