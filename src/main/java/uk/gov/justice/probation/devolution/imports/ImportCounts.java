package uk.gov.justice.probation.devolution.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What an import did. Importing the same file again gives zero for {@code added} and {@code changed}. {@code removed}
 * names what is missing from a file that replaces everything.
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
