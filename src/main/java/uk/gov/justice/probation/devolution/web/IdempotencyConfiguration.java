package uk.gov.justice.probation.devolution.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import uk.gov.justice.probation.devolution.security.SignedIn;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    /** The last filter, after sign-in, so that the caller is known. */
    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            IdempotentAnswers answers, SignedIn signedIn, ApiProblems problems) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(answers, signedIn, problems));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
