package uk.gov.justice.probation.devolution.consultation.cohort;

/** A cohort was not changed; the message is a sentence for who tried. */
public class ChangeRefusedException extends RuntimeException {

  ChangeRefusedException(String message) {
    super(message);
  }
}
