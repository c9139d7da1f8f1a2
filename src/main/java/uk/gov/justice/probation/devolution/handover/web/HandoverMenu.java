package uk.gov.justice.probation.devolution.handover.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.web.MenuEntry;

/** The handovers' own pages in the console's menu. */
@Configuration(proxyBeanMethods = false)
class HandoverMenu {

    @Bean
    @Order(20)
    MenuEntry vettingEntry() {
        return new MenuEntry("vetting", "/vetting", "Vetting", colleague -> colleague.holdsSomewhere(Role.HR));
    }

    @Bean
    @Order(30)
    MenuEntry consultationStageEntry() {
        return MenuEntry.forEveryRole("consultation-stage", "/consultation-stage", "Consultation stage");
    }
}
