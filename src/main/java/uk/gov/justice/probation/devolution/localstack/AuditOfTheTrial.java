package uk.gov.justice.probation.devolution.localstack;

import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditSubjects;

/** Names the trial's date in the audit. */
@Component
@Profile("local")
class AuditOfTheTrial implements AuditSubjects {
    static final String SUBJECT = "trial/date";

    @Override
    public Map<String, String> inWords(Set<String> subjects) {
        return subjects.contains(SUBJECT) ? Map.of(SUBJECT, "the date of the trial") : Map.of();
    }
}
