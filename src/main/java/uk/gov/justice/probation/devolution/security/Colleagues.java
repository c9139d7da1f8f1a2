package uk.gov.justice.probation.devolution.security;

import java.util.Optional;

/**
 * Finds a colleague by the name they sign in with, for whatever reaches the service without a sign-in of its own, such
 * as a task completed in Tasklist.
 */
public interface Colleagues {

    /**
     * The colleague with the task groups they hold; a member of staff who is in none has none. Empty if nobody is known
     * by this name, or if the last time that they signed in here is longer ago than their groups are believed
     * ({@code devolution.security.groups-hold-for}): then they sign in to the console and try again.
     */
    Optional<Colleague> named(String userName);

    /** Whether somebody signs in with this name: a member of staff, or a colleague who has done so at least once. */
    boolean knows(String userName);
}
