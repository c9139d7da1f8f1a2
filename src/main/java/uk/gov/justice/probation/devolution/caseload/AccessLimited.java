package uk.gov.justice.probation.devolution.caseload;

import java.util.List;

/**
 * Access to these cases has been limited. Whatever is known of them elsewhere is masked in the same transaction. They
 * include all events of each person.
 */
public record AccessLimited(List<Long> cases) {}
