package uk.gov.justice.probation.devolution.refusal;

import java.util.List;

/** As things stand it cannot be done. */
public non-sealed class NotPossibleNow extends Refusal {

    public NotPossibleNow(String sentence) {
        super(sentence);
    }

    public NotPossibleNow(List<String> reasons) {
        super(reasons);
    }
}
