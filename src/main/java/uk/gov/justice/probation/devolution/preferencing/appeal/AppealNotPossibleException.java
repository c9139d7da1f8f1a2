package uk.gov.justice.probation.devolution.preferencing.appeal;

/** An appeal, or what somebody wrote for one, cannot be taken; the message is a sentence for the person who tried. */
public class AppealNotPossibleException extends RuntimeException {
  AppealNotPossibleException(String message) {
    super(message);
  }
}
