package uk.gov.justice.probation.devolution.unpaidwork.order;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.justice.probation.devolution.caseload.CaseSubject;

/** Orders belong to a case. */
@Configuration(proxyBeanMethods = false)
class OrderSubjects {

    @Bean
    CaseSubject orderSubject(Orders orders) {
        return new CaseSubject("order", orders::casesOf);
    }
}
