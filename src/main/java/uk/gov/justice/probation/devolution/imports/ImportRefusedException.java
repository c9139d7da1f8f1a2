package uk.gov.justice.probation.devolution.imports;

import java.util.List;

/** A file that was not clean: nothing of it was taken. Carries every bad row, in the file's order. */
public class ImportRefusedException extends RuntimeException {
  private final String file;
  private final List<BadRow> badRows;

  public ImportRefusedException(String file, List<BadRow> badRows) {
    super("The file '%s' was not taken: %d problem(s), the first in line %d".formatted(file, badRows.size(), badRows.isEmpty() ? 0 : badRows.getFirst().line()));
    this.file = file;
    this.badRows = List.copyOf(badRows);
  }

  public String file() {
    return file;
  }

  public List<BadRow> badRows() {
    return badRows;
  }
}
