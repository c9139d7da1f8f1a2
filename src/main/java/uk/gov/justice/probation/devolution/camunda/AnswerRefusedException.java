package uk.gov.justice.probation.devolution.camunda;

/** What somebody answered does not stand; the message is a sentence for them, and the task comes again with it and with what they had entered. */
public class AnswerRefusedException extends RuntimeException {

  public AnswerRefusedException(String sentence) {
    super(sentence);
  }
}
