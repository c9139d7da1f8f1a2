package uk.gov.justice.probation.devolution.security;

import java.util.Optional;

/**
 * Finds a colleague by user name, for whatever reaches the service without a sign-in of its own, such as a task
 * completed in Tasklist.
 */
public interface Colleagues {

    /**
     * The colleague with their task groups; a member of staff may have none. Empty if the name is unknown, or if their
     * last sign-in here is so long ago that their groups are no longer trusted
     * ({@code devolution.security.groups-hold-for}); they then have to sign in to the console and try again.
     */
    Optional<Colleague> named(String userName);

    /** Whether somebody signs in with this name: a member of staff, or a colleague who has signed in at least once. */
    boolean knows(String userName);
}
