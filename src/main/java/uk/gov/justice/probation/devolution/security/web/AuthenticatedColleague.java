package uk.gov.justice.probation.devolution.security.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** The signed-in colleague, known to templates as {@code signedIn}. */
@Component("signedIn")
class AuthenticatedColleague implements SignedIn {
    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    @Override
    public Colleague colleague() {
        Colleague whole = inEveryRole();
        return rolesOfTheRoute().map(whole::only).orElse(whole);
    }

    @SuppressWarnings("unchecked")
    private static Optional<Set<Role>> rolesOfTheRoute() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((Set<Role>) request.getAttribute(ROLES, RequestAttributes.SCOPE_REQUEST));
    }

    @Override
    public Colleague inEveryRole() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!TRUST.isAuthenticated(authentication)) throw new AccessDeniedException("Nobody is signed in");
        Set<String> groups = Groups.of(authentication.getAuthorities());
        return new Colleague(authentication.getName(), groups);
    }
}
