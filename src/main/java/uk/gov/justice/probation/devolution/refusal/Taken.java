package uk.gov.justice.probation.devolution.refusal;

import java.util.List;

/** Somebody else was first, or it runs already: nothing was changed. */
public non-sealed class Taken extends Refusal {

    public Taken(String sentence) {
        super(sentence);
    }

    public Taken(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public Taken(List<String> reasons) {
        super(reasons);
    }

    /** In a few words, what else is there; null if the call that was refused says it. */
    public String heading() {
        return null;
    }
}
