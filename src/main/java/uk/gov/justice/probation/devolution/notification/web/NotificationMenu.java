package uk.gov.justice.probation.devolution.notification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.web.MenuEntry;

/** The messages' entry in the console's menu. */
@Configuration(proxyBeanMethods = false)
class NotificationMenu {

    @Bean
    @Order(70)
    MenuEntry messagesEntry() {
        return MenuEntry.forEveryRole("messages", "/messages", "Messages");
    }
}
