package uk.gov.justice.probation.devolution.workforce;

/** A kind of post, e.g. {@code CA_COURT} "Court administrator". People can take the roles of their grade. */
public record Role(String code, String name, String grade) {}
