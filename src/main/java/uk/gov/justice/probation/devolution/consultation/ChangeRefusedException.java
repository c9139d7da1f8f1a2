package uk.gov.justice.probation.devolution.consultation;

/** A cohort was not changed; the message is a sentence for who tried. */
public class ChangeRefusedException extends RuntimeException {

  public ChangeRefusedException(String message) {
    super(message);
  }
}
