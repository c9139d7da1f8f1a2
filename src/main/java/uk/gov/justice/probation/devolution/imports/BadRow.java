package uk.gov.justice.probation.devolution.imports;

/** One thing wrong with an imported file. {@code line} counts from 1, the header being line 1; {@code column} is the header's word, or empty for the row as a whole. */
public record BadRow(long line, String column, String value, String reason) {}
