package uk.gov.justice.probation.devolution.caseload;

import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A kind of audit subject that belongs to a case; each family names its own as a bean, and the audit of a
 * limited-access case covers them all.
 *
 * @param kind what stands before the number, e.g. {@code order} in {@code order/12}
 * @param caseOf finds the case of that number
 */
public record CaseSubject(String kind, LongFunction<Optional<Long>> caseOf) {}
