package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;

/** The page people see if a page cannot be shown: what happened and what they can do. */
@Allows(of = Of.EVERYTHING, everybody = true)
@Controller
@ConditionalOnWebApplication
class ErrorPages implements ErrorController {
    private final ErrorAttributes errors;
    private final ApiProblems problems;

    ErrorPages(ErrorAttributes errors, ApiProblems problems) {
        this.errors = errors;
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, Model model) {
        HttpStatus status = status(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (ApiProblems.concern(path)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problems.describe(path, status));
        }
        model.addAttribute("status", status.value());
        model.addAttribute(
                "heading",
                switch (status) {
                    case NOT_FOUND -> "Page not found";
                    case FORBIDDEN -> "You cannot do this";
                    case BAD_REQUEST, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE ->
                        "The page was called in a way it does not understand";
                    case CONFLICT -> isNotPossibleNow(request) ? "This cannot be done now" : "Somebody else was faster";
                    case UNPROCESSABLE_ENTITY -> "What you entered was not accepted";
                    default -> "Sorry, there is a problem with the service";
                });
        model.addAttribute("sentence", sentence(request, status));
        return "error";
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private boolean isNotPossibleNow(HttpServletRequest request) {
        return error(request) instanceof NotPossibleNow || error(request) instanceof Frozen;
    }

    private Throwable error(HttpServletRequest request) {
        return errors.getError(new ServletWebRequest(request));
    }

    private String sentence(HttpServletRequest request, HttpStatus status) {
        Throwable error = error(request);
        if (error instanceof Problem problem) return problem.getBody().getDetail();
        if (error instanceof Refusal refusal) return refusal.getMessage();
        String refusal = (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        return switch (status) {
            case NOT_FOUND ->
                "If you typed the address, check that it is correct. If you followed a link, start again from the programme.";
            case FORBIDDEN ->
                refusal == null || refusal.isBlank()
                        ? "Your sign-in does not allow it. Sign in as somebody with the role for it, or ask the PSC Service Owner."
                        : refusal;
            case BAD_REQUEST, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE -> "Start again from the programme.";
            case CONFLICT -> "It changed while you were working on it. Go back, reload the page and try again.";
            default -> "Try again later. What you entered was not saved.";
        };
    }
}
