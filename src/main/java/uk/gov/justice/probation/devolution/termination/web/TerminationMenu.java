package uk.gov.justice.probation.devolution.termination.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.termination.ListingTerminations;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The terminations' entry in the console's menu. */
@Configuration(proxyBeanMethods = false)
class TerminationMenu {

    @Bean
    @Order(20)
    MenuEntry terminationsEntry(ListingTerminations terminations) {
        return new MenuEntry(
                MenuSection.CASES, "terminations", "/terminations", "Terminations", terminations::worksOnThem);
    }
}
