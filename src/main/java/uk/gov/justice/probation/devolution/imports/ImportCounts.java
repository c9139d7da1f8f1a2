package uk.gov.justice.probation.devolution.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What an import did. Taking the same file again gives {@code added} and {@code changed} of zero. {@code removed} names
 * what a file that replaces everything no longer has.
 */
public record ImportCounts(
        String file,
        int rows,
        int added,
        int changed,
        int unchanged,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> removed) {

    public ImportCounts(String file, int rows, int added, int changed, int unchanged) {
        this(file, rows, added, changed, unchanged, List.of());
    }
}
