package uk.gov.justice.probation.devolution.work;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditSubjects;

/** Names in the audit where deputies are named and ended. */
@Component
class AuditOfWork implements AuditSubjects {

    @Override
    public Map<String, String> inWords(Set<String> subjects) {
        return subjects.contains(NamingDeputies.SUBJECT) ? Map.of(NamingDeputies.SUBJECT, "Your work") : Map.of();
    }
}
