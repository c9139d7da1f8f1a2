package uk.gov.justice.probation.devolution.security.web;

import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** User name and password: a form for the pages, HTTP basic for the API. */
@Component
@Profile("local")
class LocalSignIn implements SignInMethod {

  @Override
  public void onPages(HttpSecurity http) throws Exception {
    http.formLogin(form -> form.loginPage(SignInPage.PATH).failureUrl(SignInPage.PATH + "?refused").permitAll());
  }

  @Override
  public void onApi(HttpSecurity http, ApiRefusals refusals) throws Exception {
    http.httpBasic(basic -> basic.authenticationEntryPoint(refusals.asking("Basic realm=\"PSC Devolution\", charset=\"UTF-8\"")));
  }
}
