package uk.gov.justice.probation.devolution.unpaidwork.order;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.justice.probation.devolution.caseload.CaseSubject;

/** What of unpaid work belongs to a case. */
@Configuration(proxyBeanMethods = false)
class UnpaidWorkSubjects {

  @Bean
  CaseSubject orderSubject() {
    return new CaseSubject("order", "SELECT case_id FROM upw_order WHERE id = ?");
  }

  @Bean
  CaseSubject sessionSubject() {
    return new CaseSubject("session", "SELECT o.case_id FROM upw_session s JOIN upw_order o ON o.id = s.order_id WHERE s.id = ?");
  }

  @Bean
  CaseSubject enforcementSubject() {
    return new CaseSubject("enforcement", "SELECT o.case_id FROM upw_enforcement e JOIN upw_order o ON o.id = e.order_id WHERE e.id = ?");
  }
}
