package uk.gov.justice.probation.devolution.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The host name check, before anything else, and the size limit of API calls, once the caller is known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebFilters {

    @Bean
    FilterRegistrationBean<AllowedHosts> allowedHosts(WebSettings settings, ApiProblems problems) {
        var registration = new FilterRegistrationBean<>(new AllowedHosts(settings, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(WebSettings settings, ApiProblems problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(settings, problems));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return registration;
    }
}
