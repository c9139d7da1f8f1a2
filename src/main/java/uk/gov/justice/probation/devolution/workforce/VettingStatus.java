package uk.gov.justice.probation.devolution.workforce;

/** The state of a member of staff's vetting. */
public enum VettingStatus {
    PENDING,
    CLEARED,
    REFUSED,
    NOT_REQUIRED;

    /** Whether it does not prevent their work. */
    public boolean allowsWork() {
        return this == CLEARED || this == NOT_REQUIRED;
    }
}
