package uk.gov.justice.probation.devolution.camunda;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What these process instances know of a case must be overwritten. Published inside the transaction that limits access
 * to the case, and carried out at least once after its commit.
 *
 * @param stays the names that may keep their values
 * @param instead replacement values for others; whatever is named in neither becomes null
 */
public record ProcessesToMask(List<Long> processInstances, Set<String> stays, Map<String, Object> instead) {}
