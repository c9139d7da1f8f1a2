package uk.gov.justice.probation.devolution.security;

/** Knows the members of staff. They need no task group for what concerns themselves. */
public interface StaffNumbers {

    /** Whether somebody has exactly this staff number, including case. */
    boolean includes(String staffNumber);
}
