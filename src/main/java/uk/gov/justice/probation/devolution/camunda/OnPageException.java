package uk.gov.justice.probation.devolution.camunda;

/** What a task asks is answered on our page alone, and there is no answer that stands. */
public class OnPageException extends AnswerRefusedException {
  private final String ofBefore;

  /** @param ofBefore the sentence for a task that cannot come again by itself, with the address of the page */
  public OnPageException(String sentence, String ofBefore) {
    super(sentence);
    this.ofBefore = ofBefore;
  }

  String ofBefore() {
    return ofBefore;
  }
}
