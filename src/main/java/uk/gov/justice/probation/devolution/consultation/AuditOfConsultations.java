package uk.gov.justice.probation.devolution.consultation;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditSubjects;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;

/** Names consultations in the audit by their title. */
@Component
class AuditOfConsultations implements AuditSubjects {
    private final Consultations consultations;

    AuditOfConsultations(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Map<String, String> inWords(Set<String> subjects) {
        if (subjects.stream().noneMatch(subject -> subject.startsWith("consultation/"))) return Map.of();
        return consultations.all().stream()
                .filter(facts -> subjects.contains(facts.subject()))
                .collect(Collectors.toMap(Facts::subject, facts -> "the consultation '%s'".formatted(facts.title())));
    }
}
