package uk.gov.justice.probation.devolution.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What an import did. Importing the same file again gives zero for {@code added} and {@code changed}. {@code removed}
 * names what is missing from a file that replaces everything.
 *
 * @param refused how many rows were left out because something is wrong with them; always zero unless whoever sent the
 *     file asked for the others to be taken
 * @param faults how many things are wrong with them; more than {@code badRows} lists if there are very many
 */
public record ImportCounts(
        String file,
        int rows,
        int added,
        int changed,
        int unchanged,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> removed,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int refused,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long faults,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BadRow> badRows) {

    public ImportCounts(String file, int rows, int added, int changed, int unchanged) {
        this(file, rows, added, changed, unchanged, List.of());
    }

    public ImportCounts(String file, int rows, int added, int changed, int unchanged, List<String> removed) {
        this(file, rows, added, changed, unchanged, removed, 0, 0, List.of());
    }
}
