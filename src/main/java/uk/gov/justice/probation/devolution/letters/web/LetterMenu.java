package uk.gov.justice.probation.devolution.letters.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.web.MenuEntry;

/**
 * The letters' entries in the console's menu: those to post, for case administrators; the mailbox, for HR, as long as
 * letters are not sent by GOV.UK Notify.
 */
@Configuration(proxyBeanMethods = false)
class LetterMenu {

    @Bean
    @Order(80)
    MenuEntry mailboxEntry(@Value("${devolution.notify.api-key:}") String notifyKey) {
        return new MenuEntry(
                "mailbox",
                "/mailbox",
                "Mailbox",
                colleague -> notifyKey.isEmpty() && colleague.holdsSomewhere(Role.HR));
    }

    @Bean
    @Order(70)
    MenuEntry caseLettersEntry() {
        return new MenuEntry(
                "case-letters",
                "/case-letters",
                "Letters to post",
                colleague -> colleague.holdsSomewhere(Role.CASE_ADMIN));
    }
}
