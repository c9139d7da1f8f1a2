package uk.gov.justice.probation.devolution.web;

import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the files of the GOV.UK Design System at the addresses its style sheet expects, whatever its version. */
@Configuration(proxyBeanMethods = false)
class GovukFrontend implements WebMvcConfigurer {
    private static final String STYLE_SHEET = "govuk-frontend.min.css";
    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        String govuk = govukFrontend();
        registry.addResourceHandler("/govuk/**").addResourceLocations(govuk).setCacheControl(FOR_AN_HOUR);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(govuk + "assets/")
                .setCacheControl(FOR_AN_HOUR);
        registry.addResourceHandler("/favicon.ico")
                .addResourceLocations(govuk + "assets/images/")
                .setCacheControl(FOR_AN_HOUR);
        registry.addResourceHandler("/console/**")
                .addResourceLocations("classpath:/static/console/")
                .setCacheControl(FOR_AN_HOUR);
    }

    private static String govukFrontend() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/govuk-frontend/*/dist/govuk/" + STYLE_SHEET);
            if (found.length != 1)
                throw new IllegalStateException(
                        "Expected one version of govuk-frontend on the class path, found " + found.length);
            String url = found[0].getURL().toString();
            return url.substring(0, url.length() - STYLE_SHEET.length());
        } catch (IOException e) {
            throw new IllegalStateException("govuk-frontend is not readable", e);
        }
    }
}
