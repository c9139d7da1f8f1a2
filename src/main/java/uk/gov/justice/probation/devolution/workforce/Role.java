package uk.gov.justice.probation.devolution.workforce;

/**
 * What a place to work is called, e.g. {@code CA_COURT} "Court administrator"; somebody may take the roles of their
 * grade.
 */
public record Role(String code, String name, String grade) {}
