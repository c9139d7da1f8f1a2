package uk.gov.justice.probation.devolution.security.web;

import jakarta.servlet.DispatcherType;
import java.util.Collections;
import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Three entrances. The pages use a session with a cookie, and every form a CSRF token. The API needs credentials with
 * every request and has no session, so that a cookie never authorises a call. The actuator has its own port: health is
 * open, its numbers are for whoever reads metrics, the rest is for the PSC Service Owner.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {
    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();
    private static final String[] ASSETS = {"/assets/**", "/govuk/**", "/console/**", "/favicon.ico"};

    /** Compares paths alone: to ask all routes for each request took a tenth of the time of a page. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean comparingPaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(1)
    SecurityFilterChain actuator(HttpSecurity http, SignInMethod signIn, ApiRefusals refusals, SignInThrottle throttle)
            throws Exception {
        http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(groups(Groups.METRICS_READER, Colleague.SERVICE_OWNER))
                        .anyRequest()
                        .access(groups(Colleague.SERVICE_OWNER)));
        withoutSession(http, signIn, refusals, throttle);
        return http.build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> groups(String... anyOf) {
        return (authentication, context) -> new AuthorizationDecision(
                !Collections.disjoint(Groups.of(authentication.get().getAuthorities()), Set.of(anyOf)));
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http, SignInMethod signIn, ApiRefusals refusals, SignInThrottle throttle, StaffEntry staff)
            throws Exception {
        http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(colleagues(staff)))
                .addFilterBefore(new CrossSiteGuard(refusals.refusing()), AuthorizationFilter.class);
        withoutSession(http, signIn, refusals, throttle);
        headers(http, "");
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, SignInMethod signIn, SignInThrottle throttle, StaffEntry staff)
            throws Exception {
        http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(ASSETS)
                                .permitAll()
                                .requestMatchers(SignInPage.PATH)
                                .permitAll()
                                .anyRequest()
                                .access(colleagues(staff)))
                .csrf(Customizer.withDefaults())
                .requestCache(asked -> asked.requestCache(whatWasAskedFor()))
                // a new session instead of the same under a new id: a request for a picture still under way with the
                // old id
                // would write that back, and nobody would be signed in
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::migrateSession))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl(SignInPage.PATH + "?out")
                        .deleteCookies("devolution-session"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(refusingPages(staff)));
        http.addFilterBefore(new ThrottledSignIn(throttle), UsernamePasswordAuthenticationFilter.class);
        signIn.onPages(http);
        headers(http, signIn.formTargets());
        return http.build();
    }

    /** Two requests of one browser may write the same attribute at once. */
    @Bean
    MySqlJdbcIndexedSessionRepositoryCustomizer sessionsOnMySql() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Whoever just comes to the service sees their own work after signing in; whoever asked for a page sees that. */
    private static RequestCache whatWasAskedFor() {
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setRequestMatcher(request ->
                HttpMethod.GET.matches(request.getMethod()) && !StaffEntry.FIRST_PAGE.equals(request.getRequestURI()));
        return asked;
    }

    private static void withoutSession(
            HttpSecurity http, SignInMethod signIn, ApiRefusals refusals, SignInThrottle throttle) throws Exception {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.accessDeniedHandler(refusals.refusing()));
        http.addFilterBefore(new ThrottledSignIn(throttle), UsernamePasswordAuthenticationFilter.class);
        signIn.onApi(http, refusals);
    }

    private static void headers(HttpSecurity http, String formTargets) throws Exception {
        String policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; "
                        + "form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'".formatted(formTargets);
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()")));
    }

    /** Being known to the issuer is not enough: a colleague of this service has a group or is a member of staff. */
    private static AuthorizationManager<RequestAuthorizationContext> colleagues(StaffEntry staff) {
        return (authentication, context) -> {
            boolean signedIn = TRUST.isAuthenticated(authentication.get());
            if (signedIn && Groups.of(authentication.get().getAuthorities()).isEmpty()) {
                staff.mustBeOpen(context.getRequest(), authentication.get().getName());
            }
            return new AuthorizationDecision(signedIn);
        };
    }

    /** Everybody with a role starts at the programme; members of staff start at what concerns them. */
    private static AccessDeniedHandler refusingPages(StaffEntry staff) {
        return (request, response, exception) -> {
            if (StaffEntry.FIRST_PAGE.equals(request.getRequestURI())
                    && request.getUserPrincipal() != null
                    && staff.includes(request.getUserPrincipal().getName())) {
                response.sendRedirect(StaffEntry.HOME);
                return;
            }
            String sentence = switch (exception) {
                case AuthorizationDeniedException unspecific -> null;
                case CsrfException expired ->
                    "The page you sent the form from is out of date. Go back, reload it and try again.";
                default -> exception.getMessage();
            };
            response.sendError(403, sentence);
        };
    }
}
