package uk.gov.justice.probation.devolution.unpaidwork.session;

/**
 * A contact outcome of unpaid work, from the code list.
 *
 * @param attended whether the person came
 * @param enforceable whether it is a failure to comply
 * @param inTasklist whether the task's form may offer it; the others would reveal something about the person's health
 *     or life
 */
public record OutcomeCode(
        String code, String name, boolean attended, Credit credit, boolean enforceable, boolean inTasklist) {
    /** Attended: hours that count for concurrent requirements too. */
    static final String CONCURRENT_HOURS = "ATCH";

    /** Whether it says that concurrent requirements share the hours. */
    boolean concurrentHours() {
        return CONCURRENT_HOURS.equals(code);
    }

    /**
     * Whether minutes worked count. For an outcome that credits nothing, times and a penalty are meaningless and
     * dropped.
     */
    public boolean credits() {
        return attended && credit != Credit.NONE;
    }
}
