package uk.gov.justice.probation.devolution.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything wrong with a file, as it is found: the first {@value #LISTED} are listed, the rest are counted. */
public final class BadRows {
  public static final int LISTED = 1_000;
  private static final int VALUE_LENGTH = 100;

  private final List<BadRow> listed = new ArrayList<>();
  private long total;

  public void add(long line, String column, String value, String reason) {
    total++;
    if (listed.size() < LISTED) listed.add(new BadRow(line, column, shortened(value), reason));
  }

  public boolean isEmpty() {
    return total == 0;
  }

  public long total() {
    return total;
  }

  /** @throws ImportRefusedException where anything was found */
  public void refuse(String file) {
    if (!isEmpty()) throw new ImportRefusedException(file, listed.stream().sorted(Comparator.comparingLong(BadRow::line)).toList(), total);
  }

  private static String shortened(String value) {
    if (value == null) return "";
    return value.length() <= VALUE_LENGTH ? value : value.substring(0, VALUE_LENGTH) + "…";
  }
}
