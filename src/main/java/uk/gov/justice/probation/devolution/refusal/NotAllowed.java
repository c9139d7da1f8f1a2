package uk.gov.justice.probation.devolution.refusal;

/** The person who asked may not do or see this. */
public abstract non-sealed class NotAllowed extends Refusal {

    protected NotAllowed(String sentence) {
        super(sentence);
    }
}
