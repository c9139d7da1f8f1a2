package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import uk.gov.justice.probation.devolution.security.SignedIn;

/**
 * Carries out a POST with an {@code Idempotency-Key} only once: if it is sent again, it gets the first answer again. A
 * different request with the same key is refused, and so is a repetition while the first is still running. Each caller
 * has their own keys. {@link BodyLimit} has already made the body readable more than once. A failure of the service
 * itself (5xx) is not stored, so the request can be sent again; a request cut off when its application stopped can be
 * sent again after some seconds.
 */
class IdempotencyFilter extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Pattern GOOD_KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final IdempotentAnswers answers;
    private final SignedIn signedIn;
    private final ApiProblems problems;

    IdempotencyFilter(IdempotentAnswers answers, SignedIn signedIn, ApiProblems problems) {
        this.answers = answers;
        this.signedIn = signedIn;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null || !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!GOOD_KEY.matcher(key).matches()) {
            refuse(
                    request,
                    response,
                    Problem.badRequest("%s is 1 to 100 printable ASCII characters without spaces, for example a UUID."
                            .formatted(KEY)));
            return;
        }
        String caller = signedIn.colleague().userName();
        String hash;
        try {
            hash = hash(request);
        } catch (ServletException | IllegalStateException e) {
            refuse(
                    request,
                    response,
                    Problem.badRequest("The body is not readable, or larger than this service accepts."));
            return;
        }
        Optional<IdempotentAnswers.Known> known = answers.begin(caller, key, hash);
        if (known.isEmpty()) {
            answer(caller, key, request, response, chain);
        } else if (!known.get().request().equals(hash)) {
            refuse(
                    request,
                    response,
                    Problem.unprocessable(
                            "The Idempotency-Key belongs to another request",
                            "The key %s was sent before with another body or to another address. Use a new key for a new request."
                                    .formatted(key),
                            Map.of()));
        } else if (known.get().status() == null) {
            refuse(
                    request,
                    response,
                    Problem.conflict(
                            "The request is still running",
                            "The first request with the key %s has no answer yet. Send it again in a few seconds."
                                    .formatted(key),
                            Map.of()));
        } else {
            replay(known.get(), response);
        }
    }

    private void answer(
            String caller, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value();
            if (done) keep(caller, key, kept);
        } finally {
            if (!done) answers.forget(caller, key);
        }
        kept.copyBodyToResponse();
    }

    /** If the answer cannot be stored, it is still returned, because the request has been carried out. */
    private void keep(String caller, String key, ContentCachingResponseWrapper kept) {
        try {
            answers.answered(
                    caller,
                    key,
                    kept.getStatus(),
                    kept.getContentType(),
                    kept.getHeader(HttpHeaders.LOCATION),
                    new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8));
        } catch (DataAccessException e) {
            LOG.warn("The answer to the request with Idempotency-Key {} of {} was not kept", key, caller, e);
        }
    }

    private static void replay(IdempotentAnswers.Known known, HttpServletResponse response) throws IOException {
        response.setStatus(known.status());
        response.setHeader(REPLAYED, "true");
        if (known.contentType() != null) response.setContentType(known.contentType());
        if (known.location() != null) response.setHeader(HttpHeaders.LOCATION, known.location());
        response.getOutputStream().write(known.body().getBytes(StandardCharsets.UTF_8));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        problems.resolveException(request, response, null, problem);
    }

    private static boolean multipart(HttpServletRequest request) {
        return BodyLimit.isMultipart(request);
    }

    private static String hash(HttpServletRequest request) throws ServletException, IOException {
        MessageDigest digest = sha256();
        digest.update(
                (request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
        if (multipart(request)) {
            for (Part part : request.getParts()) {
                digest.update((part.getName() + "\n" + part.getSize() + "\n").getBytes(StandardCharsets.UTF_8));
                read(part.getInputStream(), digest);
            }
        } else {
            read(request.getInputStream(), digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void read(InputStream body, MessageDigest digest) throws IOException {
        try (var reading = new DigestInputStream(body, digest)) {
            reading.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
