package uk.gov.justice.probation.devolution.allocation;

/** What the mobility check says about one person's journey to one site. */
public enum Mobility {
    WITHIN_LIMIT,
    OVER_LIMIT_WITH_CONSENT,
    NOT_ALLOWED,
    UNKNOWN;

    /** Whether the person may be placed there; a journey that nobody knows is asked for, never guessed. */
    public boolean admissible() {
        return this == WITHIN_LIMIT || this == OVER_LIMIT_WITH_CONSENT;
    }
}
