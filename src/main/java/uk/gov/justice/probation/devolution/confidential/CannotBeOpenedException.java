package uk.gov.justice.probation.devolution.confidential;

/** Sealed content that cannot be opened: its key is not configured, or it was changed or moved since it was sealed. */
public class CannotBeOpenedException extends RuntimeException {

    CannotBeOpenedException(String message, Throwable cause) {
        super(message, cause);
    }
}
