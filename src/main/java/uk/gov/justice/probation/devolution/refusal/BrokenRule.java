package uk.gov.justice.probation.devolution.refusal;

/** A rule that was broken, and the field that breaks it. */
public record BrokenRule(String field, String reason) {}
