package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.letters.CaseLetterRequest;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementSteps.Locked;

/** The letters of an enforcement, one of each kind. */
@Component
class EnforcementLetters {
    private final CaseLetters letters;

    EnforcementLetters(CaseLetters letters) {
        this.letters = letters;
    }

    /** @param facts what it says besides the day of the failure */
    void write(Locked locked, CaseTemplate template, Map<String, String> facts) {
        Map<String, String> model = new HashMap<>(facts);
        model.put("failedOn", Deadlines.inWords(locked.enforcement().failedOn()));
        letters.write(new CaseLetterRequest(
                key(locked.enforcement(), template),
                template,
                locked.probationCase().id(),
                model));
    }

    void withdraw(Enforcement enforcement, CaseTemplate template) {
        letters.withdraw(key(enforcement, template));
    }

    private static String key(Enforcement enforcement, CaseTemplate template) {
        return "%s-%d".formatted(template.name().toLowerCase(Locale.ROOT), enforcement.id());
    }
}
