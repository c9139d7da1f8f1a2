package uk.gov.justice.probation.devolution.consultation.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/** The consultations' entries in the console's menu. */
@Configuration(proxyBeanMethods = false)
class ConsultationMenu {

    @Bean
    @Order(20)
    MenuEntry consultationsEntry() {
        return MenuEntry.forEveryRole(MenuSection.CONSULTATIONS, "consultations", "/consultations", "Consultations");
    }

    @Bean
    @Order(5)
    MenuEntry myTeamEntry(TeamOverview team) {
        return new MenuEntry(MenuSection.CONSULTATIONS, "my-team", "/my-team", "My team", team::meetsAnybody);
    }

    @Bean
    @Order(10)
    MenuEntry myConsultationEntry(StaffDirectory staff) {
        return new MenuEntry(
                MenuSection.CONSULTATIONS,
                "my",
                "/my",
                "My consultation",
                colleague -> staff.find(colleague).isPresent());
    }
}
