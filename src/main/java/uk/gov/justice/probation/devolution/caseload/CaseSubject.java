package uk.gov.justice.probation.devolution.caseload;

import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A kind of audit subject that belongs to a case. Each module registers its kinds as beans, and the audit of a
 * limited-access case covers all of them.
 *
 * @param kind the part before the number, e.g. {@code order} in {@code order/12}
 * @param caseOf finds the id of the case that the subject with this number belongs to
 */
public record CaseSubject(String kind, LongFunction<Optional<Long>> caseOf) {}
