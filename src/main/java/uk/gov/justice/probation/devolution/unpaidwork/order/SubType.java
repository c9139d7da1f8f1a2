package uk.gov.justice.probation.devolution.unpaidwork.order;

/** The sub-types of an unpaid work requirement that a rule looks at, by their codes in nDelius. */
public final class SubType {
    /** Worked in the same hours as another requirement of the person. */
    public static final String CONCURRENT = "W06";

    /** Worked after what the person was ordered before. */
    public static final String CONSECUTIVE = "W07";

    private SubType() {}
}
