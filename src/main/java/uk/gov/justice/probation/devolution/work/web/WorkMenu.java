package uk.gov.justice.probation.devolution.work.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;
import uk.gov.justice.probation.devolution.work.IncidentQuery;

/** The entries of everybody's own work, before all others, and of what stands still, for those who manage. */
@Configuration(proxyBeanMethods = false)
class WorkMenu {

    @Bean
    @Order(10)
    MenuEntry workEntry() {
        return new MenuEntry(MenuSection.YOUR_WORK, "work", "/work", "Your work", colleague -> true);
    }

    @Bean
    @Order(11)
    MenuEntry deputiesEntry() {
        return new MenuEntry(
                MenuSection.YOUR_WORK,
                "deputies",
                "/work/deputies",
                "Deputies",
                colleague -> !colleague.groups().isEmpty());
    }

    @Bean
    @Order(15)
    MenuEntry incidentsEntry() {
        return new MenuEntry(
                MenuSection.PROGRAMME, "incidents", "/incidents", "Incidents", IncidentQuery::isForWhoeverIs);
    }
}
