package uk.gov.justice.probation.devolution.notification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.notification.ReadingMessages;
import uk.gov.justice.probation.devolution.web.MenuCount;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The messages' entry in the console's menu, with how many are unread. */
@Configuration(proxyBeanMethods = false)
class NotificationMenu {
    private static final String ID = "messages";

    @Bean
    @Order(10)
    MenuEntry messagesEntry() {
        return new MenuEntry(MenuSection.MESSAGES, ID, "/messages", "Messages", colleague -> true);
    }

    @Bean
    MenuCount unreadMessages(ReadingMessages reading) {
        return new MenuCount(ID, "unread", colleague -> reading.unread(colleague, MenuCount.MOST + 1));
    }
}
