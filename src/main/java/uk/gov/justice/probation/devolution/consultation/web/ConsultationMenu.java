package uk.gov.justice.probation.devolution.consultation.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/** The consultations' entry in the console's menu. */
@Configuration(proxyBeanMethods = false)
class ConsultationMenu {

    @Bean
    @Order(40)
    MenuEntry consultationsEntry() {
        return MenuEntry.forEveryRole("consultations", "/consultations", "Consultations");
    }

    @Bean
    @Order(50)
    MenuEntry myConsultationEntry(StaffDirectory staff) {
        return new MenuEntry(
                "my",
                "/my",
                "My consultation",
                colleague -> staff.find(colleague).isPresent());
    }
}
