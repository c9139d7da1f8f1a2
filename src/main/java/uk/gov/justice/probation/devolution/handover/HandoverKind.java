package uk.gov.justice.probation.devolution.handover;

/**
 * What a row of the plan is: a service moving to a region, work moving between the two PSC sites, or a milestone
 * without cases.
 */
public enum HandoverKind {
    HANDOVER("service-handover"),
    SITE_MOVE("site-move"),
    MILESTONE(null);

    private final String process;

    HandoverKind(String process) {
        this.process = process;
    }

    /** The process that the programme calls for such a row; null if none. */
    public String process() {
        return process;
    }
}
