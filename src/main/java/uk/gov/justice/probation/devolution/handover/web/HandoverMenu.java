package uk.gov.justice.probation.devolution.handover.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The handovers' own pages in the console's menu. */
@Configuration(proxyBeanMethods = false)
class HandoverMenu {

    @Bean
    @Order(60)
    MenuEntry vettingEntry() {
        return new MenuEntry(
                MenuSection.PROGRAMME,
                "vetting",
                "/vetting",
                "Vetting",
                colleague -> colleague.holdsSomewhere(Role.HR));
    }

    @Bean
    @Order(50)
    MenuEntry consultationStageEntry() {
        return MenuEntry.forEveryRole(
                MenuSection.PROGRAMME, "consultation-stage", "/consultation-stage", "Consultation stage");
    }
}
