package uk.gov.justice.probation.devolution.work.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The entry of everybody's own work in the console's menu, before all others. */
@Configuration(proxyBeanMethods = false)
class WorkMenu {

    @Bean
    @Order(10)
    MenuEntry workEntry() {
        return new MenuEntry(MenuSection.YOUR_WORK, "work", "/work", "Your work", colleague -> true);
    }
}
