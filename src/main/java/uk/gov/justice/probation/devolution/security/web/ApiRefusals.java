package uk.gov.justice.probation.devolution.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The API's 401 and 403 answers, in the same words and format as its other refusals. */
@Component
class ApiRefusals {
    private final HandlerExceptionResolver problems;

    ApiRefusals(@Qualifier("apiProblems") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    AuthenticationEntryPoint asking(String challenge) {
        return (request, response, exception) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
            answer(request, response, exception, HttpStatus.UNAUTHORIZED);
        };
    }

    /** Like {@link #asking}, but the header says what was wrong with the token (RFC 6750). */
    AuthenticationEntryPoint askingForBearerToken() {
        var bearer = new BearerTokenAuthenticationEntryPoint();
        return (request, response, exception) -> {
            bearer.commence(request, response, exception);
            answer(request, response, exception, HttpStatus.UNAUTHORIZED);
        };
    }

    AccessDeniedHandler refusing() {
        return (request, response, exception) -> answer(request, response, exception, HttpStatus.FORBIDDEN);
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Exception exception, HttpStatus status)
            throws IOException {
        if (problems.resolveException(request, response, null, exception) == null) response.sendError(status.value());
    }
}
