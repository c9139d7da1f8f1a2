package uk.gov.justice.probation.devolution.refusal;

import java.util.List;

/** It cannot be done in the present state. */
public non-sealed class NotPossibleNow extends Refusal {

    public NotPossibleNow(String sentence) {
        super(sentence);
    }

    public NotPossibleNow(List<String> reasons) {
        super(reasons);
    }
}
