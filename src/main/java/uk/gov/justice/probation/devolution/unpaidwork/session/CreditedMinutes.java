package uk.gov.justice.probation.devolution.unpaidwork.session;

/**
 * How many minutes an outcome credits: those really worked, end − start − penalty, never more than what remains, and
 * nothing if the outcome credits nothing or the person did not come.
 */
public final class CreditedMinutes {
    private CreditedMinutes() {}

    /**
     * @param worked minutes from when the person came until they went; those that were planned if no times were entered
     * @param penalty minutes taken off
     * @param remaining minutes that remain to be worked
     */
    public static int of(OutcomeCode outcome, int worked, int penalty, int remaining) {
        return outcome.credits() ? Math.max(0, Math.min(worked - penalty, remaining)) : 0;
    }
}
