package uk.gov.justice.probation.devolution.facts;

/** Facts were changed together. Published in the transaction that changed them, and followed after its commit. */
public record FactsChanged(String occasion) {}
