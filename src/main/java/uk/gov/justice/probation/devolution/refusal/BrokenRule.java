package uk.gov.justice.probation.devolution.refusal;

/** A rule that what was entered breaks, and the field to blame. */
public record BrokenRule(String field, String reason) {}
