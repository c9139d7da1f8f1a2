package uk.gov.justice.probation.devolution.imports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.web.SpreadsheetFile;

/**
 * What is wrong with a file that was not taken, for its page and as a file to mend it by. Nothing of it is kept: a bad
 * row can hold what is confidential.
 */
public record RefusedFile(long total, List<Fault> faults, String address) {
    private static final int SHOWN = 100;

    /** One thing that is wrong, and what belongs there; that is empty for a row as a whole. */
    public record Fault(
            long line, String column, String value, String reason, String alsoInLines, String belongsThere) {

        private static Fault of(BadRow row, Map<String, String> meanings) {
            return new Fault(
                    row.line(),
                    row.column(),
                    row.value() == null ? "" : row.value(),
                    row.reason(),
                    row.alsoInLines(),
                    meanings.getOrDefault(row.column(), ""));
        }
    }

    public static RefusedFile of(ImportRefusedException refused, List<Column> layout) {
        return of(refused.badRows(), refused.total(), layout);
    }

    /** What is wrong with the rows that were left out, when the others were taken. */
    public static RefusedFile of(ImportCounts inPart, List<Column> layout) {
        return of(inPart.badRows(), inPart.faults(), layout);
    }

    private static RefusedFile of(List<BadRow> badRows, long total, List<Column> layout) {
        Map<String, String> meanings = layout.stream().collect(Collectors.toMap(Column::name, Column::meaning));
        List<Fault> faults =
                badRows.stream().map(row -> Fault.of(row, meanings)).toList();
        return new RefusedFile(total, faults, file(faults).address());
    }

    private static SpreadsheetFile file(List<Fault> faults) {
        SpreadsheetFile file = new SpreadsheetFile(
                List.of("line", "column", "value", "what is wrong", "also in lines", "what to enter"));
        faults.forEach(fault -> file.row(
                fault.line(),
                fault.column(),
                fault.value(),
                fault.reason(),
                fault.alsoInLines(),
                fault.belongsThere()));
        return file;
    }

    public List<Fault> shown() {
        return faults.subList(0, Math.min(SHOWN, faults.size()));
    }

    /** In one sentence: how much is wrong, and how much of it is shown. */
    public String summary() {
        String much = total == 1 ? "1 problem" : "%,d problems".formatted(total);
        return shown().size() == total
                ? "Nothing in the file was imported: %s. Correct the file and send it again, whole.".formatted(much)
                : "Nothing in the file was imported: %s, of which %d are listed. Correct the file and send it again, whole."
                        .formatted(much, shown().size());
    }
}
