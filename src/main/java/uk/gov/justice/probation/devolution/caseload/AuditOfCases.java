package uk.gov.justice.probation.devolution.caseload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditGuard;
import uk.gov.justice.probation.devolution.audit.AuditSubjects;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Names cases in the audit, and hides the audit of a limited-access case from those who may not see the case. */
@Component
class AuditOfCases implements AuditGuard, AuditSubjects {
    private static final Map<String, String> KINDS = Map.of(
            "case", "",
            "order", "the unpaid work of ",
            "session", "a session of ",
            "enforcement", "an enforcement of ",
            "termination", "the termination of ",
            "case-letter", "a letter about ");

    private final CasesOfSubjects cases;
    private final CaseAccess access;

    AuditOfCases(CasesOfSubjects cases, CaseAccess access) {
        this.cases = cases;
        this.access = access;
    }

    @Override
    public void mustSee(String subject, Colleague by) {
        cases.find(subject).filter(ProbationCase::limitedAccess).ifPresent(limited -> access.mustSee(limited, by));
    }

    @Override
    public Set<String> hidden(Set<String> subjects, Colleague by) {
        Map<String, ProbationCase> limited = new HashMap<>(cases.all(subjects));
        limited.values().removeIf(one -> !one.limitedAccess());
        if (limited.isEmpty()) return Set.of();
        Set<Long> visible = access.visible(List.copyOf(limited.values()), by);
        return limited.entrySet().stream()
                .filter(one -> !visible.contains(one.getValue().id()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> inWords(Set<String> subjects) {
        Map<String, String> words = new HashMap<>();
        cases.all(subjects)
                .forEach((subject, one) -> words.put(
                        subject, KINDS.getOrDefault(subject.substring(0, subject.indexOf('/')), "") + one.text()));
        return words;
    }
}
