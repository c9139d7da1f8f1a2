package uk.gov.justice.probation.devolution.unpaidwork;

/** Ends what was worked, and tells the court of it. Termination does both, and registers itself here. */
public interface TellsTheCourt {

    /** Whether the unpaid work was ended with an outcome, which the court is told, and has not been reopened since. */
    boolean hasEnded(long caseId, long orderId);
}
