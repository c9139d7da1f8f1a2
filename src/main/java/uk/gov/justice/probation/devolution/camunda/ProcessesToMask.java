package uk.gov.justice.probation.devolution.camunda;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Published inside the transaction that limits access to a case, and done after its commit, at least once: what these
 * process instances know is overwritten.
 *
 * @param stays the names that may keep their values
 * @param instead values that take the place of others; whatever is named in neither becomes null
 */
public record ProcessesToMask(List<Long> processInstances, Set<String> stays, Map<String, Object> instead) {}
