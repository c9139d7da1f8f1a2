package uk.gov.justice.probation.devolution.camunda;

import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * An answer cannot be accepted. The message is a sentence for the person who gave it; the task comes back with that
 * sentence and with what they had entered.
 */
public class AnswerRefusedException extends BreaksRules {

    public AnswerRefusedException(String sentence) {
        super(sentence);
    }
}
