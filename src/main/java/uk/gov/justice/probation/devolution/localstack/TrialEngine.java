package uk.gov.justice.probation.devolution.localstack;

import java.time.Instant;
import java.util.Collection;

/** What the trial of a whole consultation or handover asks of the engine. */
interface TrialEngine {

    /**
     * A moment for which a process waits.
     *
     * @param process the id of its model
     * @param element the id of the timer in it
     */
    record Timer(
            long key, Instant due, long processInstanceKey, long elementInstanceKey, String process, String element) {}

    /**
     * @param timers all that wait
     * @param steps how many automated steps are open; those that stand still on an incident do not count
     * @param quiet whether everything the engine did is known here, and nothing has happened since the last look
     */
    record Awaited(Collection<Timer> timers, int steps, boolean quiet) {}

    /** @throws IllegalStateException if it is away */
    Awaited look();

    /** Moves the engine's clock on to the application's; repeating it changes nothing. */
    void followClock();
}
