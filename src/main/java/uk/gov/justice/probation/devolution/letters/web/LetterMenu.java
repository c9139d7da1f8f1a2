package uk.gov.justice.probation.devolution.letters.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/**
 * The letters' entries in the console's menu: those to post, for case administrators; the mailbox, for HR, as long as
 * letters are not sent by GOV.UK Notify.
 */
@Configuration(proxyBeanMethods = false)
class LetterMenu {

    @Bean
    @Order(90)
    MenuEntry mailboxEntry(@Value("${devolution.notify.api-key:}") String notifyKey) {
        return new MenuEntry(
                MenuSection.MESSAGES,
                "mailbox",
                "/mailbox",
                "Mailbox",
                colleague -> notifyKey.isEmpty() && colleague.holdsSomewhere(Role.HR));
    }

    @Bean
    @Order(30)
    MenuEntry caseLettersEntry() {
        return new MenuEntry(
                MenuSection.CASES,
                "case-letters",
                "/case-letters",
                "Letters to post",
                colleague -> colleague.holdsSomewhere(Role.CASE_ADMIN));
    }
}
