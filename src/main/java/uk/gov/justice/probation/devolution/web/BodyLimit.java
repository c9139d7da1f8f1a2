package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses API bodies that are larger than any call needs, whether their length is declared or they come in chunks. Only
 * the import of files accepts files.
 */
class BodyLimit extends OncePerRequestFilter {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final String IMPORTS = "/api/imports/";
    private static final String CONSULTATIONS = "/api/consultations";

    private final DataSize atMost;
    private final ApiProblems problems;

    BodyLimit(WebSettings settings, ApiProblems problems) {
        this.atMost = settings.bodyAtMost();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WITHOUT_BODY.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isMultipart(request)) {
            if (takesFiles(request)) chain.doFilter(request, response);
            else
                refuse(
                        request,
                        response,
                        Problem.unsupported("%s does not accept files. Files are imported at POST /api/imports/{file}."
                                .formatted(request.getRequestURI())));
            return;
        }
        HttpServletRequest readable;
        try {
            readable = new RepeatableBodyRequest(request, atMost);
        } catch (RepeatableBodyRequest.TooLargeException tooLarge) {
            refuse(
                    request,
                    response,
                    Problem.tooLarge("The body is larger than %d MB. Only files that are imported may be."
                            .formatted(atMost.toMegabytes())));
            return;
        }
        chain.doFilter(readable, response);
    }

    static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean takesFiles(HttpServletRequest request) {
        return request.getRequestURI().startsWith(IMPORTS)
                || request.getRequestURI().equals(CONSULTATIONS);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        problems.resolveException(request, response, null, problem);
    }
}
