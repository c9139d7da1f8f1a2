package uk.gov.justice.probation.devolution.termination;

import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;

/** Something cannot be done with a case, on a page or as the answer of a task; the message is a sentence for who tried, naming the CRN only. */
public class RefusedException extends AnswerRefusedException {
  RefusedException(String message) {
    super(message);
  }
}
