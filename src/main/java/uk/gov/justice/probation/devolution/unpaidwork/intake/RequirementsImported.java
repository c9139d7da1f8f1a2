package uk.gov.justice.probation.devolution.unpaidwork.intake;

/** A file brought requirements, new or changed. Published in the transaction that imports it. */
public record RequirementsImported(int added, int changed) {}
