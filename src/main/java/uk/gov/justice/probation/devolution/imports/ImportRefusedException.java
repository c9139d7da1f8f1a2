package uk.gov.justice.probation.devolution.imports;

import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * A file had faults, so nothing in it was imported. Carries every bad row in the file's order or, if there are very
 * many, the first ones and the total.
 */
public class ImportRefusedException extends BreaksRules {
    private final String file;
    private final List<BadRow> badRows;
    private final long total;

    public ImportRefusedException(String file, List<BadRow> badRows) {
        this(file, badRows, badRows.size());
    }

    public ImportRefusedException(String file, List<BadRow> badRows, long total) {
        super("The file '%s' was not imported: %d problem(s), the first in line %d"
                .formatted(
                        file, total, badRows.isEmpty() ? 0 : badRows.getFirst().line()));
        this.file = file;
        this.badRows = List.copyOf(badRows);
        this.total = total;
    }

    public String file() {
        return file;
    }

    public List<BadRow> badRows() {
        return badRows;
    }

    /** How many problems there are; more than {@link #badRows} lists if there are very many. */
    public long total() {
        return total;
    }

    @Override
    public String advice() {
        return getMessage() + ". Nothing in it was imported: correct each and send the whole file again.";
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("file", file, "total", total, "badRows", badRows);
    }
}
