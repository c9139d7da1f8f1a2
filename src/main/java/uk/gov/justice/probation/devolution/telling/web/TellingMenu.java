package uk.gov.justice.probation.devolution.telling.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.telling.OutgoingEmails;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/**
 * How a colleague is told, in the console's menu; and the emails that would have been sent, as long as none reach
 * people.
 */
@Configuration(proxyBeanMethods = false)
class TellingMenu {

    @Bean
    @Order(20)
    MenuEntry howToldEntry() {
        return new MenuEntry(
                MenuSection.MESSAGES, "how-told", "/messages/settings", "Email settings", colleague -> true);
    }

    @Bean
    @Order(95)
    MenuEntry emailsEntry(OutgoingEmails emails) {
        return new MenuEntry(
                MenuSection.MESSAGES, "emails", "/mailbox/emails", "Emails", colleague -> !emails.reachPeople());
    }
}
