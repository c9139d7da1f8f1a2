package uk.gov.justice.probation.devolution.confidential;

/**
 * Encrypted content cannot be opened, because its key is not configured, or it was changed or moved after encryption.
 */
public class CannotBeOpenedException extends RuntimeException {

    CannotBeOpenedException(String message, Throwable cause) {
        super(message, cause);
    }
}
