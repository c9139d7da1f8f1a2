package uk.gov.justice.probation.devolution.security.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sign-in with user name and password: a form for the pages, HTTP basic for the API. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalSignIn implements SignInMethod {
    private final int webApps;

    LocalSignIn(@Value("${devolution.local.ports.web:8080}") int webApps) {
        this.webApps = webApps;
    }

    /** Whoever signs out of the console is signed out of Tasklist and Operate, which it opened for them. */
    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.logout(out -> out.deleteCookies("OPERATE-SESSION", "TASKLIST-SESSION"));
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

    /** To Tasklist and Operate, with a ticket. */
    @Override
    public String formTargets() {
        return " http://localhost:%d/from-console".formatted(webApps);
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
