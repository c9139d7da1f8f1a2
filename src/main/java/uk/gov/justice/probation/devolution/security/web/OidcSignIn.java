package uk.gov.justice.probation.devolution.security.web;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import uk.gov.justice.probation.devolution.security.SecuritySettings;

/**
 * OIDC for the pages and bearer tokens for the API, both of one issuer, which is asked at the first sign-in and not before: the application starts without it.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!local")
class OidcSignIn implements SignInMethod {
  private static final String REGISTRATION = "devolution";

  private final SecuritySettings settings;

  OidcSignIn(SecuritySettings settings) {
    this.settings = settings;
  }

  @Bean
  ClientRegistrationRepository clientRegistrations() {
    return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration()));
  }

  @Bean
  JwtDecoder bearerTokens() {
    return new SupplierJwtDecoder(() -> {
      NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuerUri()).build();
      decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
          JwtValidators.createDefaultWithIssuer(settings.issuerUri()),
          new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience()))));
      return decoder;
    });
  }

  @Override
  public void onPages(HttpSecurity http) throws Exception {
    http.oauth2Login(login -> login
        .loginPage(SignInPage.PATH)
        .failureUrl(SignInPage.PATH + "?refused")
        .userInfoEndpoint(user -> user.userAuthoritiesMapper(groupsOfTheIdToken())));
    ClientRegistrationRepository registrations = http.getSharedObject(ApplicationContext.class).getBean(ClientRegistrationRepository.class);
    var atTheIssuerToo = new OidcClientInitiatedLogoutSuccessHandler(registrations);
    atTheIssuerToo.setPostLogoutRedirectUri("{baseUrl}" + SignInPage.PATH + "?out");
    http.logout(out -> out.logoutSuccessHandler(atTheIssuerToo));
  }

  @Override
  public void onApi(HttpSecurity http, ApiRefusals refusals) throws Exception {
    var converter = new JwtAuthenticationConverter();
    converter.setPrincipalClaimName(settings.userNameClaim());
    converter.setJwtGrantedAuthoritiesConverter(token -> Groups.inClaims(token.getClaims(), settings.groupsClaim()));
    http.oauth2ResourceServer(server -> server
        .jwt(jwt -> jwt.jwtAuthenticationConverter(converter))
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

  private GrantedAuthoritiesMapper groupsOfTheIdToken() {
    return authorities -> {
      Set<GrantedAuthority> groups = new LinkedHashSet<>();
      for (GrantedAuthority authority : authorities) {
        if (authority instanceof OidcUserAuthority oidc) groups.addAll(Groups.inClaims(oidc.getAttributes(), settings.groupsClaim()));
      }
      return groups;
    };
  }
}
