package uk.gov.justice.probation.devolution.work.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.web.MenuEntry;

/** The entry of everybody's own work in the console's menu, before all others. */
@Configuration(proxyBeanMethods = false)
class WorkMenu {

    @Bean
    @Order(5)
    MenuEntry workEntry() {
        return new MenuEntry("work", "/work", "Your work", colleague -> true);
    }
}
