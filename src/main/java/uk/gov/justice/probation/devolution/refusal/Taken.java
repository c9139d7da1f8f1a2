package uk.gov.justice.probation.devolution.refusal;

import java.util.List;

/** Somebody else was first, or it is already running. Nothing was changed. */
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

    /** In a few words, what already exists; null if the refused call says it. */
    public String heading() {
        return null;
    }
}
