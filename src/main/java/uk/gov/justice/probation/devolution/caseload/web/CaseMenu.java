package uk.gov.justice.probation.devolution.caseload.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The entry of the cases in the console's menu; whoever has it can also find a case from every page. */
@Configuration(proxyBeanMethods = false)
class CaseMenu {

    @Bean
    @Order(10)
    MenuEntry casesEntry() {
        return new MenuEntry(MenuSection.CASES, "cases", "/cases", "Find a case", CaseAccess::worksOnCases);
    }
}
