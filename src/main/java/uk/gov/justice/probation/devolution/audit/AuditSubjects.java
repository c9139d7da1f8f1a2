package uk.gov.justice.probation.devolution.audit;

import java.util.Map;
import java.util.Set;

/** Says what some kinds of subjects are, for people who read the audit. Each module does for its own. */
public interface AuditSubjects {

    /** Those of these subjects that it knows, in words that complete "confirmed the inventory of …". */
    Map<String, String> inWords(Set<String> subjects);

    /** The subjects that somebody means who types this, such as a row of the plan; none if it means nothing here. */
    default Set<String> meant(String typed) {
        return Set.of();
    }
}
