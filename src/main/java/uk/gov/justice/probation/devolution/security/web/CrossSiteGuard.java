package uk.gov.justice.probation.devolution.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Protects the API from forged forms. It accepts no cookies, but a browser remembers HTTP basic credentials by itself.
 * Therefore a browser's request that would change something is accepted only from this application's own origin. Other
 * clients send neither of the headers checked.
 */
class CrossSiteGuard extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final AccessDeniedHandler refusing;

    CrossSiteGuard(AccessDeniedHandler refusing) {
        this.refusing = refusing;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || fromOwnOrigin(request)) {
            chain.doFilter(request, response);
        } else {
            refusing.handle(
                    request,
                    response,
                    new AccessDeniedException(
                            "The request comes from a page of another site. Call the API from a program, or from a page of this application."));
        }
    }

    private static boolean fromOwnOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return OWN.contains(site);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equals(own(request));
    }

    private static String own(HttpServletRequest request) {
        return UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .replacePath(null)
                .build()
                .toUriString();
    }
}
