package uk.gov.justice.probation.devolution.calendar;

/** A day that somebody entered cannot be taken; the message is a sentence for them. */
public class DateRefusedException extends RuntimeException {
  public DateRefusedException(String message) {
    super(message);
  }
}
