package uk.gov.justice.probation.devolution.imports;

/** What an import did. Taking the same file again gives {@code added} and {@code changed} of zero. */
public record ImportCounts(String file, int rows, int added, int changed, int unchanged) {}
