package uk.gov.justice.probation.devolution.unpaidwork.session;

/** Somebody else was first, or the session cannot take an outcome any more: nothing was changed. The message says who and when, for the person who comes second. */
public class SessionTakenException extends RuntimeException {
  public SessionTakenException(String message) {
    super(message);
  }
}
