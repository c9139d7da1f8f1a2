package uk.gov.justice.probation.devolution.unpaidwork.session;

/** How long somebody worked in a session. */
interface Worked {

    /** From when the person came until they left. */
    int workedMinutes();

    int penaltyMinutes();
}
