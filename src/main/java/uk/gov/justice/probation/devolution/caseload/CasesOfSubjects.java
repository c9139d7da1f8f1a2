package uk.gov.justice.probation.devolution.caseload;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseSubject.CaseOf;

/** Finds the cases behind subjects such as {@code order/12} that audit entries, messages and tasks name. */
@Component
class CasesOfSubjects {
    private static final Pattern SUBJECT = Pattern.compile("([a-z-]+)/(\\d{1,18})");
    private static final CaseSubject CASE = new CaseSubject(
            "case", ids -> ids.stream().map(id -> new CaseOf(id, id)).toList());

    private final Map<String, CaseSubject> kinds;
    private final Cases cases;

    CasesOfSubjects(List<CaseSubject> kinds, Cases cases) {
        this.kinds = new HashMap<>(kinds.stream().collect(Collectors.toMap(CaseSubject::kind, Function.identity())));
        this.kinds.put(CASE.kind(), CASE);
        this.cases = cases;
    }

    /** Empty if it belongs to no case. */
    Optional<ProbationCase> find(String subject) {
        return Optional.ofNullable(all(Set.of(subject)).get(subject));
    }

    /** The cases of those among these subjects that belong to one, with a query for each kind there is among them. */
    Map<String, ProbationCase> all(Collection<String> subjects) {
        Map<String, Set<Long>> named = new HashMap<>();
        for (String subject : subjects) {
            Matcher parts = SUBJECT.matcher(subject);
            if (parts.matches() && kinds.containsKey(parts.group(1)))
                named.computeIfAbsent(parts.group(1), first -> new HashSet<>()).add(Long.parseLong(parts.group(2)));
        }
        Map<String, Long> caseOf = new HashMap<>();
        named.forEach((kind, ids) ->
                kinds.get(kind).casesOf().apply(ids).forEach(one -> caseOf.put(kind + "/" + one.id(), one.caseId())));
        Map<Long, ProbationCase> known = cases.all(Set.copyOf(caseOf.values()));
        Map<String, ProbationCase> found = new HashMap<>();
        caseOf.forEach((subject, id) -> {
            if (known.containsKey(id)) found.put(subject, known.get(id));
        });
        return found;
    }
}
