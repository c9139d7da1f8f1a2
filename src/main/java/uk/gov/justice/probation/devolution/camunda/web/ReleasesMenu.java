package uk.gov.justice.probation.devolution.camunda.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The menu entry for what runs by the models of earlier releases. */
@Configuration(proxyBeanMethods = false)
class ReleasesMenu {

    @Bean
    @Order(30)
    MenuEntry releasesEntry() {
        return new MenuEntry(MenuSection.RECORDS, "releases", "/releases", "Releases", Colleague::isServiceOwner);
    }
}
