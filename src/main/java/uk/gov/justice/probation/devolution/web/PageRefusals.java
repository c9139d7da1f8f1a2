package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotAllowed;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;

/**
 * What a page answers if something is refused that it does not show beside a field, or if somebody else changed the
 * same data at that moment. Nothing entered was saved. {@link ErrorPages} shows it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageRefusals implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(PageRefusals.class);

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception exception) {
        HttpStatus status = switch (exception) {
            case Refusal refusal -> status(refusal);
            case ConcurrencyFailureException lostRace -> HttpStatus.CONFLICT;
            default -> null;
        };
        if (status == null) return null;
        try {
            response.sendError(status.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    /** Refusals of access are left to the sign-in, which knows where else the colleague may go. */
    private static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case NotAllowed notAllowed -> throw new AccessDeniedException(notAllowed.getMessage(), notAllowed);
            case NotFound unknown -> {
                LOG.info("Not found: {}", where(unknown));
                yield HttpStatus.NOT_FOUND;
            }
            case BreaksRules entered -> HttpStatus.UNPROCESSABLE_ENTITY;
            case Taken second -> HttpStatus.CONFLICT;
            case Frozen waits -> HttpStatus.CONFLICT;
            case NotPossibleNow otherwise -> HttpStatus.CONFLICT;
        };
    }

    /** The place in the code, and not the message, which can name a case or repeat what somebody typed. */
    private static StackTraceElement where(NotFound unknown) {
        return Stream.of(unknown.getStackTrace()).findFirst().orElse(null);
    }
}
