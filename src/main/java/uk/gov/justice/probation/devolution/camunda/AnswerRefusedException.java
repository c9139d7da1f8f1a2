package uk.gov.justice.probation.devolution.camunda;

import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/** What somebody answered does not stand; the message is a sentence for them, and the task comes again with it and with what they had entered. */
public class AnswerRefusedException extends BreaksRules {

  public AnswerRefusedException(String sentence) {
    super(sentence);
  }
}
