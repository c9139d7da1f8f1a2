package uk.gov.justice.probation.devolution.refusal;

/** There is nothing of that number or name. */
public final class NotFound extends Refusal {

    public NotFound(String sentence) {
        super(sentence);
    }
}
