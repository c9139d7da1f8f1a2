package uk.gov.justice.probation.devolution.termination;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.justice.probation.devolution.caseload.CaseSubject;

/** The names of terminations, and of what belongs to them, as subjects of a case. */
@Configuration(proxyBeanMethods = false)
class TerminationSubjects {

    @Bean
    CaseSubject terminationSubject(Terminations terminations) {
        return new CaseSubject("termination", terminations::casesOf);
    }
}
