package uk.gov.justice.probation.devolution.refusal;

/** Nothing has that number or name. */
public final class NotFound extends Refusal {

    public NotFound(String sentence) {
        super(sentence);
    }
}
