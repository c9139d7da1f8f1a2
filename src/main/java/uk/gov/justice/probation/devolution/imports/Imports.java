package uk.gov.justice.probation.devolution.imports;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.imports.StagedImport.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Takes files (UTF-8, header row, comma, RFC 4180, ISO dates): streams one into a temporary table, and all of it into the database or nothing. The file that was taken last
 * changes nothing when it comes again.
 */
@Service
public class Imports {
  private final SortedMap<String, StagedImport> kinds = new TreeMap<>();
  private final JdbcClient jdbc;
  private final JdbcOperations operations;
  private final Clock clock;

  Imports(List<StagedImport> kinds, JdbcClient jdbc, JdbcOperations operations, Clock clock) {
    kinds.forEach(kind -> this.kinds.put(kind.file(), kind));
    this.jdbc = jdbc;
    this.operations = operations;
    this.clock = clock;
  }

  /** The files that can be taken, as {@code POST /api/imports/{file}} names them, e.g. {@code cases}. */
  public Set<String> files() {
    return kinds.keySet();
  }

  /**
   * @param file one of {@link #files}
   * @throws ImportRefusedException with every bad row, also where {@code importer} may not change a row's region
   */
  @Transactional
  public ImportCounts take(String file, InputStream csv, Colleague importer) {
    StagedImport kind = kinds.get(file);
    if (kind == null) throw new IllegalArgumentException("There is no import named '%s', only %s".formatted(file, files()));
    waitForOthers(file);
    BadRows badRows = new BadRows();
    try (StagingTable staging = new StagingTable(operations, kind)) {
      var digested = new DigestInputStream(csv, sha256());
      StagedImport.RowReader reader = kind.reader(importer);
      int rows = new CsvFile(kind.columns()).read(digested, badRows, row -> {
        Object[] values = reader.read(row);
        if (badRows.isEmpty()) staging.add(row.line(), values);
      });
      badRows.refuse(kind.file());
      staging.flush();

      String hash = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      Taken taken = lastTaken(kind.file()).filter(hash::equals).isPresent() ? new Taken(0, 0) : checkedAndTaken(kind, badRows, importer);
      var counts = new ImportCounts(kind.file(), rows, taken.added(), taken.changed(), rows - taken.added() - taken.changed());
      record(counts, hash, importer);
      return counts;
    }
  }

  private static Taken checkedAndTaken(StagedImport kind, BadRows badRows, Colleague importer) {
    kind.check(badRows, importer);
    badRows.refuse(kind.file());
    return kind.take(importer);
  }

  private void waitForOthers(String file) {
    jdbc.sql("INSERT INTO import_lock (file) VALUES (:file) ON DUPLICATE KEY UPDATE file = :file").param("file", file).update();
  }

  private Optional<String> lastTaken(String file) {
    return jdbc.sql("SELECT sha256 FROM import_taken WHERE file = ? ORDER BY id DESC LIMIT 1 FOR UPDATE").param(file).query(String.class).optional();
  }

  private void record(ImportCounts counts, String hash, Colleague importer) {
    jdbc.sql("INSERT INTO import_taken (file, sha256, taken_by, taken_at, row_count, added, changed, unchanged) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(counts.file(), hash, importer.userName(), Utc.of(clock.instant()),
            counts.rows(), counts.added(), counts.changed(), counts.unchanged())
        .update();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
