package uk.gov.justice.probation.devolution.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request that cannot be carried out, as defined by RFC 9457. The detail says what is wrong, where, and what to do.
 */
public class Problem extends ErrorResponseException {

    private Problem(HttpStatus status, String title, String detail, Map<String, ?> properties) {
        super(status, body(status, title, detail, properties), null);
    }

    public static Problem badRequest(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "The request cannot be understood", detail, Map.of());
    }

    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "Not found", detail, Map.of());
    }

    public static Problem tooLarge(String detail) {
        return new Problem(HttpStatus.PAYLOAD_TOO_LARGE, "The body is too large", detail, Map.of());
    }

    public static Problem unsupported(String detail) {
        return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type", detail, Map.of());
    }

    public static Problem conflict(String title, String detail, Map<String, ?> properties) {
        return new Problem(HttpStatus.CONFLICT, title, detail, properties);
    }

    public static Problem unprocessable(String title, String detail, Map<String, ?> properties) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, title, detail, properties);
    }

    private static ProblemDetail body(HttpStatus status, String title, String detail, Map<String, ?> properties) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        properties.forEach(problem::setProperty);
        return problem;
    }
}
