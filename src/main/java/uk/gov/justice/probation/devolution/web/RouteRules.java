package uk.gov.justice.probation.devolution.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.StaffNumbers;

/**
 * What the routes declare about who may use them. A route of ours without a declaration is closed to everybody. The API
 * description, which is not ours, is open to every role.
 */
@Component
class RouteRules {
    private static final String OURS = "uk.gov.justice.probation.devolution.";

    private final ObjectProvider<StaffNumbers> staffNumbers;

    RouteRules(ObjectProvider<StaffNumbers> staffNumbers) {
        this.staffNumbers = staffNumbers;
    }

    static Optional<Allows> of(HandlerMethod route) {
        Allows own = AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), Allows.class);
        return Optional.ofNullable(
                own != null ? own : AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), Allows.class));
    }

    static boolean isOpen(HandlerMethod route) {
        return of(route).filter(Allows::everybody).isPresent();
    }

    boolean allow(HandlerMethod route, Colleague colleague) {
        boolean holdsARole = colleague.taskGroups().findAny().isPresent();
        return of(route)
                .map(rule -> rule.everybody()
                        || rule.everyRole() && holdsARole
                        || Arrays.stream(rule.value()).anyMatch(colleague::is)
                        || rule.staff() && isStaff(colleague))
                .orElse(holdsARole && !route.getBeanType().getName().startsWith(OURS));
    }

    /** @throws NotAllowedException saying who may */
    void mustAllow(HandlerMethod route, Colleague colleague) {
        if (allow(route, colleague)) return;
        boolean withoutRole = colleague.taskGroups().findAny().isEmpty();
        if (withoutRole && isStaff(colleague)) {
            throw new NotAllowedException(
                    "This is for those who hold a role in the programme. What concerns you is under 'My consultation'.");
        }
        if (withoutRole)
            throw new NotAllowedException(
                    "Your sign-in has no role in this service. Ask the PSC Service Owner for one.");
        String roles = of(route).stream()
                .flatMap(rule -> Arrays.stream(rule.value()))
                .sorted()
                .map(Role::title)
                .collect(Collectors.joining(", "));
        throw new NotAllowedException(
                roles.isEmpty()
                        ? "This is for members of staff whom it concerns. You are signed in as %s."
                                .formatted(colleague.userName())
                        : "Only the %s can do this. You are signed in as %s.".formatted(roles, colleague.userName()));
    }

    private boolean isStaff(Colleague colleague) {
        return staffNumbers.stream().anyMatch(staff -> staff.includes(colleague.userName()));
    }
}
