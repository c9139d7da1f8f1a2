package uk.gov.justice.probation.devolution.security.web;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SecuritySettings;
import uk.gov.justice.probation.devolution.security.SignInRefusedException;
import uk.gov.justice.probation.devolution.security.SignIns;

/**
 * Sign-in with OIDC for the pages and bearer tokens for the API, both from one issuer. It is contacted at the first
 * sign-in and not before, so the application starts without it.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!local")
class OidcSignIn implements SignInMethod {
    private static final String REGISTRATION = "devolution";

    private final SecuritySettings settings;
    private final SignIns signIns;
    private final OidcUserService users = new OidcUserService();

    OidcSignIn(SecuritySettings settings, SignIns signIns) {
        this.settings = settings;
        this.signIns = signIns;
    }

    @Bean
    ClientRegistrationRepository clientRegistrations() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration()));
    }

    @Bean
    JwtDecoder bearerTokens() {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(settings.issuerUri()).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(settings.issuerUri()),
                    new JwtClaimValidator<Collection<String>>(
                            JwtClaimNames.AUD,
                            audience -> audience != null && audience.contains(settings.audience()))));
            return decoder;
        });
    }

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage(SignInPage.PATH)
                .defaultSuccessUrl(SignInPage.THEN)
                .failureUrl(SignInPage.PATH + "?refused")
                .userInfoEndpoint(user -> user.oidcUserService(this::known)));
        ClientRegistrationRepository registrations =
                http.getSharedObject(ApplicationContext.class).getBean(ClientRegistrationRepository.class);
        var atTheIssuerToo = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        atTheIssuerToo.setPostLogoutRedirectUri("{baseUrl}" + SignInPage.PATH + "?out");
        http.logout(out -> out.logoutSuccessHandler(atTheIssuerToo));
    }

    @Override
    public void onApi(HttpSecurity http, ApiRefusals refusals) throws Exception {
        http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(this::known))
                .authenticationEntryPoint(refusals.askingForBearerToken()));
    }

    @Override
    public String formTargets() {
        URI issuer = URI.create(settings.issuerUri());
        return " " + issuer.getScheme() + "://" + issuer.getAuthority();
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuerUri())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile")
                .userNameAttributeName(settings.userNameClaim())
                .build();
    }

    private OidcUser known(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        try {
            return new DefaultOidcUser(
                    Groups.authorities(known(user.getClaims()).groups()),
                    user.getIdToken(),
                    user.getUserInfo(),
                    settings.userNameClaim());
        } catch (SignInRefusedException refused) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("access_denied", refused.getMessage(), null), refused);
        }
    }

    private AbstractAuthenticationToken known(Jwt token) {
        try {
            Colleague colleague = known(token.getClaims());
            Set<GrantedAuthority> authorities = Groups.authorities(colleague.groups());
            if (Groups.inClaims(token.getClaims(), settings.groupsClaim()).contains(Groups.METRICS_READER))
                authorities.addAll(Groups.authorities(List.of(Groups.METRICS_READER)));
            return new JwtAuthenticationToken(token, authorities, colleague.userName());
        } catch (SignInRefusedException refused) {
            throw new InvalidBearerTokenException(refused.getMessage(), refused);
        }
    }

    private Colleague known(Map<String, Object> claims) {
        return signIns.signedIn(
                text(claims, settings.identityClaim()),
                text(claims, settings.userNameClaim()),
                Groups.inClaims(claims, settings.groupsClaim()));
    }

    private static String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text : null;
    }
}
