package uk.gov.justice.probation.devolution.programme.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.programme.WeeklyReports;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The programme, its timeline and its weekly report in the console's menu. */
@Configuration(proxyBeanMethods = false)
class ProgrammeMenu {

    @Bean
    @Order(10)
    MenuEntry programmeEntry() {
        return MenuEntry.forEveryRole(MenuSection.PROGRAMME, "programme", "/", "Programme");
    }

    @Bean
    @Order(20)
    MenuEntry timelineEntry() {
        return MenuEntry.forEveryRole(MenuSection.PROGRAMME, "timeline", "/timeline", "Timeline");
    }

    @Bean
    @Order(40)
    MenuEntry weeklyReportEntry() {
        return new MenuEntry(MenuSection.PROGRAMME, "weekly", "/reports/weekly", "Weekly report", WeeklyReports::isFor);
    }
}
