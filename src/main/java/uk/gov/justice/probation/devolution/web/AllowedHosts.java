package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests for any host name but the service's own. Otherwise a foreign name resolving to this address would
 * count as the same origin for that site's pages, and links built from the name would lead elsewhere. Forwarded headers
 * count if they come from a trusted proxy ({@code server.tomcat.remoteip.internal-proxies}).
 */
class AllowedHosts extends OncePerRequestFilter {
    private final Set<String> hosts;
    private final ApiProblems problems;

    AllowedHosts(WebSettings settings, ApiProblems problems) {
        this.hosts = settings.allowedHosts().stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hosts.contains(String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
            return;
        }
        Problem refused = Problem.badRequest(
                "This service does not answer under the name in the address. Use the address you were given for it.");
        if (problems.resolveException(request, response, null, refused) != null) return;
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(refused.getBody().getDetail());
    }
}
