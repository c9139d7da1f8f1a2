package uk.gov.justice.probation.devolution.unpaidwork;

import java.util.Set;

/** Like {@link OutcomeSettled}, for the outcomes that were settled together. */
public record OutcomesSettled(Set<Long> caseIds) {
    public OutcomesSettled {
        caseIds = Set.copyOf(caseIds);
    }
}
