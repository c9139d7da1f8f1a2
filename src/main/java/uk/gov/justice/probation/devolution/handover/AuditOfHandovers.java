package uk.gov.justice.probation.devolution.handover;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditSubjects;

/** Names handovers in the audit by their row of the plan. */
@Component
class AuditOfHandovers implements AuditSubjects {
    private static final String KIND = "handover/";

    private final HandoverRepository handovers;

    AuditOfHandovers(HandoverRepository handovers) {
        this.handovers = handovers;
    }

    @Override
    public Map<String, String> inWords(Set<String> subjects) {
        Set<Long> ids = subjects.stream()
                .filter(subject -> subject.matches(KIND + "\\d{1,18}"))
                .map(subject -> Long.valueOf(subject.substring(KIND.length())))
                .collect(Collectors.toSet());
        return handovers.findByIdIn(ids).stream()
                .collect(Collectors.toMap(
                        Handover::subject,
                        handover -> "%s in %s".formatted(handover.planRowId(), handover.regionCode())));
    }

    @Override
    public Set<String> meant(String typed) {
        return handovers.findByPlanRowId(typed).stream().map(Handover::subject).collect(Collectors.toSet());
    }
}
