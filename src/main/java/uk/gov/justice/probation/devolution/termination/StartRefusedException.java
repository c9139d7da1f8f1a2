package uk.gov.justice.probation.devolution.termination;

/** A termination cannot be started; the message is a sentence for who asked for it, naming the CRN only. */
public class StartRefusedException extends RuntimeException {
  StartRefusedException(String message) {
    super(message);
  }
}
