package uk.gov.justice.probation.devolution.caseload;

import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;

/** What was entered on the page of a limited-access case is no answer; the message is a sentence for who entered it. */
public class NoAnswerException extends AnswerRefusedException {
  private final String field;

  /** @param field by which its page knows what is wrong */
  public NoAnswerException(String field, String sentence) {
    super(sentence);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
