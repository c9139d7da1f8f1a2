package uk.gov.justice.probation.devolution.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A file of named columns, read as a stream: its columns may stand in any order, but none may be missing, unknown or there twice. */
public final class CsvFile {
  private static final int LONGEST_FIELD = 1 << 16;

  private final List<String> columns;

  public CsvFile(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Hands over each row that has all its fields, and reports the others; returns how many rows there were. */
  public int read(InputStream csv, BadRows badRows, Consumer<CsvRow> each) {
    var utf8 = StandardCharsets.UTF_8.newDecoder();
    int rows = 0;
    long line = 0;
    try (var records = CsvReader.builder().allowMissingFields(true).allowExtraFields(true).maxBufferSize(LONGEST_FIELD).ofCsvRecord(new InputStreamReader(csv, utf8))) {
      Map<String, Integer> header = null;
      for (CsvRecord fields : records) {
        line = fields.getStartingLineNumber();
        if (header == null) {
          header = header(fields, badRows);
          if (!badRows.isEmpty()) return rows;
        } else if (fields.getFieldCount() != header.size()) {
          badRows.add(line, "", "", "has %d fields, but the header has %d".formatted(fields.getFieldCount(), header.size()));
          rows++;
        } else {
          each.accept(new CsvRow(line, header, fields.getFields(), badRows));
          rows++;
        }
      }
      if (header == null) badRows.add(1, "", "", "is empty; the first line must name the columns");
    } catch (CsvParseException e) {
      badRows.add(line + 1, "", "", "cannot be read from here on: it is not comma-separated text, or a quotation mark is not closed");
    } catch (UncheckedIOException e) {
      unreadable(e.getCause(), line, badRows);
    } catch (IOException e) {
      unreadable(e, line, badRows);
    }
    return rows;
  }

  private Map<String, Integer> header(CsvRecord fields, BadRows badRows) {
    Map<String, Integer> header = new HashMap<>();
    for (int i = 0; i < fields.getFieldCount(); i++) {
      String column = i == 0 ? withoutByteOrderMark(fields.getField(i)) : fields.getField(i);
      if (!columns.contains(column)) badRows.add(1, column, "", "is not a column of this file");
      if (header.put(column, i) != null) badRows.add(1, column, "", "is there twice");
    }
    Set<String> missing = new HashSet<>(columns);
    missing.removeAll(header.keySet());
    columns.stream().filter(missing::contains).forEach(column -> badRows.add(1, column, "", "is missing"));
    return header;
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void unreadable(IOException e, long line, BadRows badRows) {
    if (!(e instanceof CharacterCodingException)) throw new UncheckedIOException(e);
    badRows.add(line + 1, "", "", "cannot be read from about here on: it is not UTF-8");
  }
}
