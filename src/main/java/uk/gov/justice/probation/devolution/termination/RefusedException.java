package uk.gov.justice.probation.devolution.termination;

/** Something cannot be done with a case; the message is a sentence for who tried, naming the CRN only. */
public class RefusedException extends RuntimeException {
  RefusedException(String message) {
    super(message);
  }
}
