package uk.gov.justice.probation.devolution.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks {@link SignInThrottle} before credentials are checked. Somebody already signed in to the pages is not affected.
 */
class ThrottledSignIn extends OncePerRequestFilter {
    private static final String BASIC = "Basic ";

    private final SignInThrottle throttle;

    ThrottledSignIn(SignInThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean form = HttpMethod.POST.matches(request.getMethod()) && SignInPage.PATH.equals(request.getServletPath());
        if (!form && credentials == null
                || !throttle.refuses(
                        form ? request.getParameter("username") : nameIn(credentials), request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else if (form) {
            response.sendRedirect(SignInPage.PATH + "?throttled");
        } else {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(throttle.within().toSeconds()));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write("""
          {"title":"Too many failed sign-ins","status":429,"detail":"The credentials were not valid too often. Try again in %d minutes."}""".formatted(throttle.within().toMinutes()));
        }
    }

    private static String nameIn(String credentials) {
        if (!credentials.regionMatches(true, 0, BASIC, 0, BASIC.length())) return null;
        try {
            String[] nameAndPassword = new String(
                            Base64.getDecoder()
                                    .decode(credentials
                                            .substring(BASIC.length())
                                            .strip()),
                            StandardCharsets.UTF_8)
                    .split(":", 2);
            return nameAndPassword[0];
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }
}
