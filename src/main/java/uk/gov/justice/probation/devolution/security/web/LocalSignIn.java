package uk.gov.justice.probation.devolution.security.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sign-in with user name and password: a form for the pages, HTTP basic for the API. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalSignIn implements SignInMethod {

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.formLogin(form -> form.loginPage(SignInPage.PATH)
                .defaultSuccessUrl(SignInPage.THEN)
                .failureUrl(SignInPage.PATH + "?refused")
                .permitAll());
    }

    @Override
    public void onApi(HttpSecurity http, ApiRefusals refusals) throws Exception {
        http.httpBasic(basic ->
                basic.authenticationEntryPoint(refusals.asking("Basic realm=\"PSC Devolution\", charset=\"UTF-8\"")));
    }

    /**
     * Passwords are the names, in plain text. A wrong one takes as long as a right one, and an unknown name as long as
     * a known one.
     */
    @Bean
    PasswordEncoder trialPasswords() {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return password.toString();
            }

            @Override
            public boolean matches(CharSequence password, String known) {
                return MessageDigest.isEqual(
                        password.toString().getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
