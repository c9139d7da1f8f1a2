package uk.gov.justice.probation.devolution.camunda;

import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/** The task can be answered only on our page, and no valid answer has been given there. */
public class OnPageException extends BreaksRules {
    private final String ofBefore;

    /** @param ofBefore the sentence for a task that cannot come back by itself, with the address of the page */
    public OnPageException(String sentence, String ofBefore) {
        super(sentence);
        this.ofBefore = ofBefore;
    }

    String ofBefore() {
        return ofBefore;
    }
}
