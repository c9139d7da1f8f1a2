package uk.gov.justice.probation.devolution.security;

import org.springframework.security.core.AuthenticationException;

/** A sign-in is refused. The message is a sentence for the person. */
public class SignInRefusedException extends AuthenticationException {

    public SignInRefusedException(String message) {
        super(message);
    }
}
