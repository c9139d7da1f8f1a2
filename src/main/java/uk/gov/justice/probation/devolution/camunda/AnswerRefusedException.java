package uk.gov.justice.probation.devolution.camunda;

import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * An answer does not stand; the message is a sentence for whoever gave it, and the task comes back with it and with
 * what they had entered.
 */
public class AnswerRefusedException extends BreaksRules {

    public AnswerRefusedException(String sentence) {
        super(sentence);
    }
}
