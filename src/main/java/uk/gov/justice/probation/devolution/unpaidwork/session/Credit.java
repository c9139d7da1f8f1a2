package uk.gov.justice.probation.devolution.unpaidwork.session;

/**
 * How much of a session was done, from the code list of contact outcomes: {@code FULL} and {@code PART} credit the
 * minutes worked, {@code NONE} none.
 */
public enum Credit {
    FULL,
    PART,
    NONE
}
