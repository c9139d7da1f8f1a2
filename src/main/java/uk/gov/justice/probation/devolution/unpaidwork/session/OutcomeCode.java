package uk.gov.justice.probation.devolution.unpaidwork.session;

/**
 * A contact outcome of unpaid work, as the code list has it.
 *
 * @param attended whether the person came
 * @param enforceable whether it is a failure to comply
 * @param inTasklist whether the task's form may offer it; the others would say something about the person's health or
 *     life
 */
public record OutcomeCode(
        String code, String name, boolean attended, Credit credit, boolean enforceable, boolean inTasklist) {

    /**
     * Whether minutes worked count. For an outcome that credits nothing, times and a penalty mean nothing and are
     * dropped.
     */
    public boolean credits() {
        return attended && credit != Credit.NONE;
    }
}
