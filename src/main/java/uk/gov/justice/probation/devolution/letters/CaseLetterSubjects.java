package uk.gov.justice.probation.devolution.letters;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.justice.probation.devolution.caseload.CaseSubject;

/** Letters about a case belong to it. */
@Configuration(proxyBeanMethods = false)
class CaseLetterSubjects {

    @Bean
    CaseSubject caseLetterSubject(CaseLetters letters) {
        return new CaseSubject("case-letter", letters::casesOf);
    }
}
