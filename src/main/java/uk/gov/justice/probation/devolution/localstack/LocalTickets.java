package uk.gov.justice.probation.devolution.localstack;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets the web apps ask the console about tickets: with the local token instead of a form's, in the session of whoever
 * brought the ticket.
 */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalTickets {

    /** By the machine's own clock: the application's may be set to another date. */
    @Bean
    Tickets tickets() {
        return new Tickets(InstantSource.system());
    }

    @Bean
    @Order(0)
    SecurityFilterChain admission(HttpSecurity http) throws Exception {
        return http.securityMatcher(FromTheConsole.ADMISSION)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
