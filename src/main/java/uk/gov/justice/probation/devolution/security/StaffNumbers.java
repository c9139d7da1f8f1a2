package uk.gov.justice.probation.devolution.security;

/** The members of staff there are. Whoever signs in with a staff number needs no task group for what concerns them. */
public interface StaffNumbers {

    /** Whether somebody has this staff number, written exactly so. */
    boolean includes(String staffNumber);
}
