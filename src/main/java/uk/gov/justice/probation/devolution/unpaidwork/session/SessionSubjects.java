package uk.gov.justice.probation.devolution.unpaidwork.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.justice.probation.devolution.caseload.CaseSubject;

/** Sessions belong to the case of their order. */
@Configuration(proxyBeanMethods = false)
class SessionSubjects {

    @Bean
    CaseSubject sessionSubject(UnpaidWorkSessions sessions) {
        return new CaseSubject("session", sessions::casesOf);
    }
}
