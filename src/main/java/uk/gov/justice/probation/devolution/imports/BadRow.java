package uk.gov.justice.probation.devolution.imports;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One fault of an imported file. {@code line} counts from 1, the header being line 1. {@code column} is the header's
 * word, or empty if the fault concerns the row as a whole. {@code alsoInLines} lists the other lines if very many have
 * the same fault, such as "3-512, 514", and is empty otherwise.
 */
public record BadRow(
        long line,
        String column,
        String value,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String alsoInLines) {

    public BadRow(long line, String column, String value, String reason) {
        this(line, column, value, reason, "");
    }
}
