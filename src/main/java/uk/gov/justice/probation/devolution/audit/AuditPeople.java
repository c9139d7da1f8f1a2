package uk.gov.justice.probation.devolution.audit;

import java.util.Map;
import java.util.Set;

/** Knows the names of people who sign in, for people who read the audit. */
public interface AuditPeople {

    /** The names of those of these user names that it knows. */
    Map<String, String> names(Set<String> userNames);
}
