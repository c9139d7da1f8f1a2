package uk.gov.justice.probation.devolution.security.web;

import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** Templates know it as {@code signedIn}. */
@Component("signedIn")
class AuthenticatedColleague implements SignedIn {
  private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

  @Override
  public Colleague colleague() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (!TRUST.isAuthenticated(authentication)) throw new AccessDeniedException("Nobody is signed in");
    Set<String> groups = Groups.of(authentication.getAuthorities());
    return new Colleague(authentication.getName(), groups);
  }
}
