package uk.gov.justice.probation.devolution.handover;

/** Something from the reference data: what programs call it and what people call it. */
public record CodeAndName(String code, String name) {}
