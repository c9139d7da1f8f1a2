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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
          header = header(fields);
          List<BadRow> faults = faults(header, fields);
          faults.forEach(fault -> badRows.add(fault.line(), fault.column(), fault.value(), fault.reason()));
          if (!faults.isEmpty()) return rows;
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

  private static Map<String, Integer> header(CsvRecord names) {
    Map<String, Integer> header = new LinkedHashMap<>();
    for (int i = 0; i < names.getFieldCount(); i++) {
      header.putIfAbsent(i == 0 ? withoutByteOrderMark(names.getField(i)) : names.getField(i), i);
    }
    return header;
  }

  private List<BadRow> faults(Map<String, Integer> header, CsvRecord names) {
    List<BadRow> faults = new ArrayList<>();
    header.keySet().stream().filter(column -> !columns.contains(column)).forEach(column -> faults.add(new BadRow(1, column, "", "is not a column of this file")));
    columns.stream().filter(column -> !header.containsKey(column)).forEach(column -> faults.add(new BadRow(1, column, "", "is missing")));
    if (header.size() < names.getFieldCount()) faults.add(new BadRow(1, "", "", "names a column twice"));
    return faults;
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void unreadable(IOException e, long line, BadRows badRows) {
    if (!(e instanceof CharacterCodingException)) throw new UncheckedIOException(e);
    badRows.add(line + 1, "", "", "cannot be read from about here on: it is not UTF-8");
  }
}
