package uk.gov.justice.probation.devolution.caseload;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of audit subject that belongs to a case. Each module registers its kinds as beans, and the audit of a
 * limited-access case covers all of them.
 *
 * @param kind the part before the number, e.g. {@code order} in {@code order/12}
 * @param casesOf finds the cases that the subjects with these numbers belong to
 */
public record CaseSubject(String kind, Function<Collection<Long>, List<CaseOf>> casesOf) {

    /** The case to which what has this number belongs. */
    public record CaseOf(long id, long caseId) {}
}
