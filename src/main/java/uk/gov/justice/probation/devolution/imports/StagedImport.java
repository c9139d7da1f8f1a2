package uk.gov.justice.probation.devolution.imports;

import java.util.List;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * What there is to say about one kind of file: how a row is read into a temporary table, what of that table contradicts what is known, and the set-based statements that
 * take it. {@link Imports} does the rest.
 */
public interface StagedImport {

  /** What was new and what differed. */
  record Taken(int added, int changed) {}

  /** Reads a row into the values of the temporary table's first columns after the line; what it returns for a faulty row is not used. */
  @FunctionalInterface
  interface RowReader {
    Object[] read(CsvRow row);
  }

  /** The file's name, e.g. {@code cases}. */
  String file();

  List<String> columns();

  /** The temporary table's name. */
  String table();

  /** The temporary table's columns after its first, {@code line}: those that are read, then those that {@link #check} fills in, then keys. */
  List<String> definition();

  /** Called once for each file, so that the reader may remember what it saw. */
  RowReader reader(Colleague importer);

  /** Reports what contradicts what is known. Reads must lock what they read: the statements that follow rely on it. */
  void check(BadRows badRows, Colleague importer);

  Taken take();

  /** As {@link #take()}, for a file where it matters who brings it. */
  default Taken take(Colleague importer) {
    return take();
  }
}
