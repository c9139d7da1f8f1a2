package uk.gov.justice.probation.devolution.preferencing.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealsOverview;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The appeals' entry in the console's menu. */
@Configuration(proxyBeanMethods = false)
class PreferencingMenu {

    @Bean
    @Order(30)
    MenuEntry appealsEntry(AppealsOverview appeals) {
        return new MenuEntry(MenuSection.CONSULTATIONS, "appeals", "/appeals", "Appeals", appeals::hasPart);
    }
}
