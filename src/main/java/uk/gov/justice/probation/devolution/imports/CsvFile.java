package uk.gov.justice.probation.devolution.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import uk.gov.justice.probation.devolution.imports.CsvText.NoTextException;
import uk.gov.justice.probation.devolution.imports.CsvText.NotUtf8Exception;

/**
 * A file of named columns, read as a stream. Its columns may be in any order, but none may be missing (except those
 * that came later), unknown or duplicated. What a spreadsheet leaves behind is accepted: a byte order mark, quoted
 * names, and empty rows and columns at the end.
 */
public final class CsvFile {
    private static final int LONGEST_FIELD = 1 << 16;
    private static final Map<String, String> OTHER_SEPARATORS = Map.of(";", "semicolons", "\t", "tabs", "|", "bars");

    private final List<String> columns;
    private final Set<String> later;

    /** How many rows there were, and whether the file could be read to its end. */
    public record Read(int rows, boolean whole) {}

    public CsvFile(List<String> columns) {
        this(columns, Set.of());
    }

    public CsvFile(StagedImport kind) {
        this(kind.columns(), kind.later());
    }

    /** @param later columns that files from before do not have: they are empty in every row then */
    public CsvFile(List<String> columns, Set<String> later) {
        this.columns = List.copyOf(columns);
        this.later = Set.copyOf(later);
    }

    /** Hands over each row that has all its fields, and reports the others. */
    public Read read(InputStream csv, BadRows badRows, Consumer<CsvRow> each) {
        try (CsvText text = CsvText.of(csv)) {
            return read(text, badRows, each);
        } catch (NoTextException e) {
            badRows.add(1, "", "", e.getMessage());
            return new Read(0, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Read read(CsvText text, BadRows badRows, Consumer<CsvRow> each) throws IOException {
        int rows = 0;
        long line = 0;
        try (var records = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text)) {
            Map<String, Integer> header = null;
            for (CsvRecord record : records) {
                line = record.getStartingLineNumber();
                if (text.ended() && text.openQuotation().isPresent()) return notClosed(text, rows, badRows);
                List<String> fields = record.getFields();
                if (header == null) {
                    header = header(fields);
                    List<BadRow> faults = faults(header, fields);
                    faults.forEach(fault -> badRows.add(fault.line(), fault.column(), fault.value(), fault.reason()));
                    if (!faults.isEmpty()) return new Read(rows, false);
                } else if (!allBlank(fields)) {
                    rows++;
                    if (fields.size() == header.size()
                            || fields.size() > header.size()
                                    && allBlank(fields.subList(header.size(), fields.size()))) {
                        each.accept(new CsvRow(line, header, fields, badRows));
                    } else {
                        badRows.add(
                                line,
                                "",
                                "",
                                "has %d fields, but the header has %d".formatted(fields.size(), header.size()));
                    }
                }
            }
            if (header == null) badRows.add(1, "", "", "is empty; the first line must name the columns");
            return new Read(rows, header != null);
        } catch (CsvParseException e) {
            if (text.openQuotation().isPresent()) return notClosed(text, rows, badRows);
            badRows.add(
                    line + 1,
                    "",
                    "",
                    "cannot be read from here on: a field is longer than %,d letters, or it is not comma-separated text"
                            .formatted(LONGEST_FIELD));
        } catch (UncheckedIOException e) {
            notUtf8(e.getCause(), badRows);
        } catch (IOException e) {
            notUtf8(e, badRows);
        }
        return new Read(rows, false);
    }

    private static Read notClosed(CsvText text, int rows, BadRows badRows) {
        badRows.add(
                text.openQuotation().orElseThrow(),
                "",
                "",
                "has a quotation mark that is not closed, so that the file cannot be read from here on");
        return new Read(rows, false);
    }

    private static void notUtf8(IOException e, BadRows badRows) throws IOException {
        if (!(e instanceof NotUtf8Exception strange)) throw e;
        badRows.add(
                strange.line(),
                "",
                "",
                "has a letter that is not UTF-8, so that the file cannot be read from here on: save it as CSV UTF-8 with commas");
    }

    private static boolean allBlank(List<String> fields) {
        return fields.stream().allMatch(String::isBlank);
    }

    private static Map<String, Integer> header(List<String> names) {
        Map<String, Integer> header = new LinkedHashMap<>();
        for (int i = 0; i < named(names); i++) header.putIfAbsent(names.get(i).strip(), i);
        return header;
    }

    /** The number of columns without those at the end that have no name. */
    private static int named(List<String> names) {
        int named = names.size();
        while (named > 0 && names.get(named - 1).isBlank()) named--;
        return named;
    }

    private List<BadRow> faults(Map<String, Integer> header, List<String> names) {
        if (header.size() == 1 && columns.size() > 1) {
            String only = header.keySet().iterator().next();
            for (Map.Entry<String, String> other : OTHER_SEPARATORS.entrySet()) {
                if (only.contains(other.getKey())) {
                    return List.of(new BadRow(
                            1,
                            "",
                            "",
                            "The columns are separated by %s. Save the file as CSV with commas"
                                    .formatted(other.getValue())));
                }
            }
        }
        List<BadRow> faults = new ArrayList<>();
        header.keySet().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> faults.add(new BadRow(1, column, "", "is not a column of this file")));
        columns.stream()
                .filter(column -> !header.containsKey(column) && !later.contains(column))
                .forEach(column -> faults.add(new BadRow(1, column, "", "is missing")));
        if (header.size() < named(names)) faults.add(new BadRow(1, "", "", "names a column twice"));
        return faults;
    }
}
