package uk.gov.justice.probation.devolution.imports;

/**
 * A column of a file: its word in the header, what belongs in it in plain English, and an example, which is empty where
 * the column may be.
 */
public record Column(String name, String meaning, String example) {}
