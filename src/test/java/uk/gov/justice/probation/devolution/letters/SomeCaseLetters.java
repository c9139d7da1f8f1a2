package uk.gov.justice.probation.devolution.letters;

import java.util.Map;
import java.util.stream.Collectors;

/** The content of letters about cases for tests. */
public final class SomeCaseLetters {
    private SomeCaseLetters() {}

    /** Everything that the template needs, each word recognisable by its name. */
    public static Map<String, String> model(CaseTemplate template) {
        return template.needs().stream().collect(Collectors.toMap(need -> need, need -> "some " + need));
    }

    public static CaseLetterRequest request(String key, CaseTemplate template, long caseId) {
        return new CaseLetterRequest(key, template, caseId, model(template));
    }
}
