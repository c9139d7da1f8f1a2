package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.justice.probation.devolution.caseload.CaseSubject;

/** Enforcements belong to the case of their order. */
@Configuration(proxyBeanMethods = false)
class EnforcementSubjects {

    @Bean
    CaseSubject enforcementSubject(Enforcements enforcements) {
        return new CaseSubject("enforcement", enforcements::casesOf);
    }
}
