package uk.gov.justice.probation.devolution.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotAllowed;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;

/**
 * Turns every refusal and failure of the API and the actuator into {@code application/problem+json}, whether it comes
 * from a use case, a controller, the framework or a filter. {@link ErrorPages} does the same for pages.
 */
@Component("apiProblems")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
    private static final List<String> API = List.of("/api/", "/v3/api-docs", "/actuator");
    private static final Pattern THERE_TWICE = Pattern.compile("^Duplicate field '(.*)'$");
    private static final String WHAT_THERE_IS = "GET /v3/api-docs lists every call.";

    /** A field that was not accepted. */
    record FieldError(String field, String message) {}

    private final ObjectMapper json;

    ApiProblems(ObjectMapper json) {
        this.json = json;
    }

    static boolean concern(String path) {
        return path.equals("/api") || API.stream().anyMatch(path::startsWith);
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception exception) {
        if (!concern(request.getRequestURI()) || response.isCommitted()) return null;
        write(request.getRequestURI(), response, handler, exception);
        return new ModelAndView();
    }

    private void write(String path, HttpServletResponse response, Object handler, Exception exception) {
        ProblemDetail problem =
                exception instanceof Refusal refusal ? describe(path, handler, refusal) : describe(path, exception);
        if (exception instanceof ErrorResponse known)
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value())
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            json.writeValue(response.getOutputStream(), problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For failures that only the servlet container saw, with a status but no exception. */
    ProblemDetail describe(String path, HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return problem(
                path,
                known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known,
                known == null ? "Error" : known.getReasonPhrase(),
                "The request was refused. " + WHAT_THERE_IS);
    }

    private ProblemDetail describe(String path, Exception exception) {
        return switch (exception) {
            case Problem known -> at(path, known.getBody());
            case AuthenticationException e ->
                problem(
                        path,
                        HttpStatus.UNAUTHORIZED,
                        "Sign in",
                        "The call needs credentials of a colleague of this service: none were sent, or they are not valid.");
            case AuthorizationDeniedException e ->
                problem(
                        path,
                        HttpStatus.FORBIDDEN,
                        "Not allowed",
                        "Your sign-in does not allow it. Ask the PSC Service Owner for the role it requires.");
            case AccessDeniedException e -> problem(path, HttpStatus.FORBIDDEN, "Not allowed", e.getMessage());
            case NoResourceFoundException e ->
                nothingHere(path, e.getHttpMethod().name());
            case NoHandlerFoundException e -> nothingHere(path, e.getHttpMethod());
            case HttpRequestMethodNotSupportedException e ->
                problem(
                        path,
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "Method not allowed",
                        "%s does not accept %s. It accepts %s."
                                .formatted(path, e.getMethod(), listed(e.getSupportedHttpMethods())));
            case HttpMediaTypeNotSupportedException e ->
                problem(
                        path,
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "Unsupported media type",
                        "%s does not accept the content type %s. It accepts %s."
                                .formatted(
                                        path,
                                        e.getContentType() == null ? "none" : e.getContentType(),
                                        listed(e.getSupportedMediaTypes())));
            case HttpMediaTypeNotAcceptableException e ->
                problem(
                        path,
                        HttpStatus.NOT_ACCEPTABLE,
                        "Not acceptable",
                        "%s answers as %s only. Change the Accept header."
                                .formatted(path, listed(e.getSupportedMediaTypes())));
            case HttpMessageNotReadableException e -> unreadable(path, e);
            case MethodArgumentNotValidException e ->
                invalid(
                        path,
                        e.getBindingResult().getFieldErrors().stream()
                                .map(error -> new FieldError(error.getField(), error.getDefaultMessage()))
                                .toList());
            case HandlerMethodValidationException e ->
                invalid(
                        path,
                        e.getParameterValidationResults().stream()
                                .flatMap(ApiProblems::errors)
                                .toList());
            case MethodArgumentTypeMismatchException e ->
                problem(
                        path,
                        HttpStatus.BAD_REQUEST,
                        "The request cannot be understood",
                        "'%s' is not %s: change %s.".formatted(e.getValue(), kind(e.getRequiredType()), e.getName()));
            case MissingServletRequestParameterException e ->
                problem(
                        path,
                        HttpStatus.BAD_REQUEST,
                        "Something is missing",
                        "Add the parameter %s.".formatted(e.getParameterName()));
            case MissingServletRequestPartException e ->
                problem(
                        path,
                        HttpStatus.BAD_REQUEST,
                        "Something is missing",
                        "Send the file as multipart/form-data in a part named %s.".formatted(e.getRequestPartName()));
            case MaxUploadSizeExceededException e ->
                problem(
                        path,
                        HttpStatus.PAYLOAD_TOO_LARGE,
                        "The file is too large",
                        "The file is larger than this service accepts. Split it, or have spring.servlet.multipart.max-file-size raised.");
            case MultipartException e ->
                problem(
                        path,
                        HttpStatus.BAD_REQUEST,
                        "The request cannot be understood",
                        "The body is not readable as multipart/form-data with a part named file.");
            case ConcurrencyFailureException e ->
                problem(
                        path,
                        HttpStatus.CONFLICT,
                        "Somebody else was faster",
                        "It changed while you were working on it. Read it again and repeat the call.");
            case DataAccessResourceFailureException e -> databaseSilent(path, e);
            case CannotCreateTransactionException e -> databaseSilent(path, e);
            case ErrorResponse known -> at(path, known.getBody());
            default -> failure(path, exception);
        };
    }

    private static ProblemDetail describe(String path, Object handler, Refusal refusal) {
        RefusedAs call = handler instanceof HandlerMethod method ? method.getMethodAnnotation(RefusedAs.class) : null;
        ProblemDetail problem = switch (refusal) {
            case NotFound e -> problem(path, HttpStatus.NOT_FOUND, "Not found", e.advice());
            case NotAllowed e -> problem(path, HttpStatus.FORBIDDEN, "Not allowed", e.advice());
            case Taken e ->
                problem(
                        path,
                        HttpStatus.CONFLICT,
                        e.heading() != null ? e.heading() : call != null ? call.taken() : RefusedAs.TAKEN,
                        e.advice());
            case Frozen e ->
                problem(
                        path,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        call == null ? "Not possible now" : call.value(),
                        e.advice());
            case BreaksRules e ->
                problem(
                        path,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        call == null ? "Check the request" : call.value(),
                        e.advice());
            case NotPossibleNow e ->
                problem(
                        path,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        call == null ? "Not possible now" : call.value(),
                        e.advice());
        };
        refusal.details().forEach(problem::setProperty);
        return problem;
    }

    private static ProblemDetail nothingHere(String path, String method) {
        return problem(
                path,
                HttpStatus.NOT_FOUND,
                "Not found",
                "There is nothing at %s %s. %s".formatted(method, path, WHAT_THERE_IS));
    }

    private static ProblemDetail unreadable(String path, HttpMessageNotReadableException exception) {
        String detail = switch (exception.getCause()) {
            case UnrecognizedPropertyException e ->
                "%s: there is no such property here. It accepts %s."
                        .formatted(field(e), listed(e.getKnownPropertyIds()));
            case InvalidFormatException e ->
                "%s: '%s' is not %s.".formatted(field(e), e.getValue(), kind(e.getTargetType()));
            case JsonMappingException e
            when e.getCause() instanceof InputCoercionException ->
                "%s: the number is too large, or too small.".formatted(field(e));
            case JsonMappingException e when e.getCause() instanceof StreamReadException broken -> notJson(broken);
            case MismatchedInputException e -> "%s: this is not %s.".formatted(field(e), kind(e.getTargetType()));
            case JsonMappingException e -> "%s: this is not what is expected here.".formatted(field(e));
            case JsonProcessingException e -> notJson(e);
            case null, default -> "The body is missing or not readable as JSON.";
        };
        return problem(
                path,
                HttpStatus.BAD_REQUEST,
                "The body cannot be read",
                detail + " GET /v3/api-docs shows what the body looks like.");
    }

    private static String notJson(JsonProcessingException exception) {
        Matcher twice = THERE_TWICE.matcher(String.valueOf(exception.getOriginalMessage()));
        if (twice.find()) return "%s: it is given twice.".formatted(twice.group(1));
        return "The body is not JSON from line %d, column %d on."
                .formatted(
                        exception.getLocation().getLineNr(),
                        exception.getLocation().getColumnNr());
    }

    private static String field(JsonMappingException exception) {
        String path = exception.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "The body" : path.replaceFirst("^\\.", "");
    }

    private static ProblemDetail invalid(String path, List<FieldError> errors) {
        ProblemDetail problem = problem(
                path,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "Check the request",
                errors.stream()
                        .map(error -> error.field() + ": " + error.message())
                        .collect(Collectors.joining("; ")));
        problem.setProperty("errors", errors);
        return problem;
    }

    private static Stream<FieldError> errors(ParameterValidationResult result) {
        String parameter = result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream().map(error -> new FieldError(parameter, error.getDefaultMessage()));
    }

    private static ProblemDetail databaseSilent(String path, Exception exception) {
        LOG.error("{}: the database does not answer", path, exception);
        return problem(
                path,
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer",
                "Nothing was changed. Try again in a minute.");
    }

    private static ProblemDetail failure(String path, Exception exception) {
        String reference = UUID.randomUUID().toString();
        LOG.error("{} failed, reference {}", path, reference, exception);
        ProblemDetail problem = problem(
                path,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The service has a problem",
                "Try again later. If it fails again, tell the service's support and quote the reference %s."
                        .formatted(reference));
        problem.setProperty("reference", reference);
        return problem;
    }

    private static ProblemDetail problem(String path, HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return at(path, problem);
    }

    private static ProblemDetail at(String path, ProblemDetail problem) {
        if (problem.getInstance() == null) problem.setInstance(URI.create(path));
        return problem;
    }

    private static String kind(Class<?> type) {
        if (type == null) return "what is expected here";
        if (type == LocalDate.class) return "a date: write it as 2026-11-23";
        if (type == LocalTime.class) return "a time: write it as 09:00";
        if (Set.of(long.class, Long.class, int.class, Integer.class).contains(type)) return "a whole number";
        if (Set.of(boolean.class, Boolean.class).contains(type)) return "true or false";
        if (type == String.class) return "text";
        if (Collection.class.isAssignableFrom(type)) return "a list";
        if (type.isEnum())
            return "one of "
                    + Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        if (type.isRecord()) return "an object, and nothing after it";
        return "what is expected here";
    }

    private static String listed(Collection<?> what) {
        return what == null || what.isEmpty()
                ? "something else"
                : what.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
