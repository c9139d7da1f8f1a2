package uk.gov.justice.probation.devolution.caseload;

/**
 * A kind of audit subject that belongs to a case; each family names its own as a bean, and the audit of a limited-access case covers them all.
 *
 * @param kind what stands before the number, e.g. {@code order} in {@code order/12}
 * @param caseQuery asks for the case of that number
 */
public record CaseSubject(String kind, String caseQuery) {}
