package uk.gov.justice.probation.devolution.notification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The messages' entry in the console's menu. */
@Configuration(proxyBeanMethods = false)
class NotificationMenu {

    @Bean
    @Order(10)
    MenuEntry messagesEntry() {
        return MenuEntry.forEveryRole(MenuSection.MESSAGES, "messages", "/messages", "Messages");
    }
}
