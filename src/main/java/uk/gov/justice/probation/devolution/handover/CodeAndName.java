package uk.gov.justice.probation.devolution.handover;

/** An entry of the reference data: its code for programs and its name for people. */
public record CodeAndName(String code, String name) {}
