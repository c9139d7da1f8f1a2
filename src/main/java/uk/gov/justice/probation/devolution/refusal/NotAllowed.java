package uk.gov.justice.probation.devolution.refusal;

/** It is not for who asked. */
public abstract non-sealed class NotAllowed extends Refusal {

    protected NotAllowed(String sentence) {
        super(sentence);
    }
}
