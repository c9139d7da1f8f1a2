package uk.gov.justice.probation.devolution.audit.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.audit.ReadingAudit;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

@Configuration(proxyBeanMethods = false)
class AuditMenu {

    @Bean
    @Order(20)
    MenuEntry auditEntry() {
        return new MenuEntry(MenuSection.RECORDS, "audit", "/audit", "Audit", ReadingAudit::isFor);
    }
}
