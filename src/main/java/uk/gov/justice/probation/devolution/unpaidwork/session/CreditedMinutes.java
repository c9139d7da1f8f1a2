package uk.gov.justice.probation.devolution.unpaidwork.session;

/**
 * How many minutes an outcome credits: the minutes really worked (end − start − penalty), never more than are left, and
 * nothing if the outcome credits nothing or the person did not come.
 */
public final class CreditedMinutes {
    private CreditedMinutes() {}

    /**
     * @param worked minutes from when the person came until they left; the planned minutes if no times were entered
     * @param penalty minutes taken off
     * @param remaining minutes left to work
     */
    public static int of(OutcomeCode outcome, int worked, int penalty, int remaining) {
        return outcome.credits() ? Math.max(0, Math.min(worked - penalty, remaining)) : 0;
    }
}
