package uk.gov.justice.probation.devolution.security;

import org.springframework.security.core.AuthenticationException;

/** Somebody is not let in; the message is a sentence for them to read. */
public class SignInRefusedException extends AuthenticationException {

    public SignInRefusedException(String message) {
        super(message);
    }
}
