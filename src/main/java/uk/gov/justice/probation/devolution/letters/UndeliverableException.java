package uk.gov.justice.probation.devolution.letters;

/** Nothing can be delivered to this address. The message says so in words for HR. */
public class UndeliverableException extends RuntimeException {
    public UndeliverableException(String message) {
        super(message);
    }
}
