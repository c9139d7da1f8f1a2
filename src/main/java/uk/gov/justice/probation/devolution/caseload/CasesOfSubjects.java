package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the case behind a subject such as {@code order/12} that audit entries, messages and tasks name. */
@Component
class CasesOfSubjects {
    private static final Pattern SUBJECT = Pattern.compile("([a-z-]+)/(\\d{1,18})");
    private static final String CASE = "case";

    private final Map<String, LongFunction<Optional<Long>>> caseOf;
    private final Cases cases;

    CasesOfSubjects(List<CaseSubject> subjects, Cases cases) {
        this.caseOf = subjects.stream().collect(Collectors.toUnmodifiableMap(CaseSubject::kind, CaseSubject::caseOf));
        this.cases = cases;
    }

    /** Empty if it belongs to no case. */
    Optional<ProbationCase> find(String subject) {
        Matcher named = SUBJECT.matcher(subject);
        if (!named.matches()) return Optional.empty();
        long id = Long.parseLong(named.group(2));
        return CASE.equals(named.group(1))
                ? cases.find(id)
                : caseOf.getOrDefault(named.group(1), unknown -> Optional.empty())
                        .apply(id)
                        .flatMap(cases::find);
    }
}
