package uk.gov.justice.probation.devolution.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.imports.StagedImport.Taken;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Imports files (UTF-8, header row, comma, RFC 4180, ISO dates): streams a file into a temporary table, then takes all
 * of it into the database or nothing. The file imported last changes nothing if it is sent again.
 */
@Service
public class Imports {
    private final SortedMap<String, StagedImport> kinds = new TreeMap<>();
    private final List<BeforeChecking> before;
    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final Clock clock;
    private final JdbcTemplate waiting;

    /** @param patience how long an import waits for another one of the same file */
    Imports(
            List<StagedImport> kinds,
            List<BeforeChecking> before,
            JdbcClient jdbc,
            DataSource dataSource,
            Clock clock,
            @Value("${devolution.imports.patience:PT20S}") Duration patience) {
        this.before = before;
        kinds.forEach(kind -> this.kinds.put(kind.file(), kind));
        this.jdbc = jdbc;
        this.operations = new JdbcTemplate(dataSource);
        this.clock = clock;
        this.waiting = new JdbcTemplate(dataSource);
        this.waiting.setQueryTimeout(Math.toIntExact(patience.toSeconds()));
    }

    /** The kinds of file that can be imported, as named in {@code POST /api/imports/{file}}, e.g. {@code cases}. */
    public Set<String> files() {
        return kinds.keySet();
    }

    /** Every kind of file, by name. */
    public List<StagedImport> kinds() {
        return List.copyOf(kinds.values());
    }

    /** @throws NotFound if there is no such file */
    public StagedImport kind(String file) {
        StagedImport kind = kinds.get(file);
        if (kind == null)
            throw new NotFound(
                    "There is no import named '%s'. The imports are %s.".formatted(file, String.join(", ", files())));
        return kind;
    }

    /**
     * @param file one of {@link #files}
     * @throws NotAllowedException if the {@code importer} has none of the roles that send it and is not the PSC Service
     *     Owner
     * @throws ImportRefusedException with every bad row, including those whose region the {@code importer} may not
     *     change
     * @throws ImportRunningException if another import of the same kind does not end in time
     */
    @Transactional
    public ImportCounts take(String file, InputStream csv, Colleague importer) {
        return take(file, csv, importer, false);
    }

    /**
     * Like {@link #take}, but what is right in the file is taken even if other rows have faults; these are listed. If
     * the same file is sent again, its rows are looked at again: what was wrong may have been put right elsewhere.
     *
     * @throws BreaksRules if files of this kind are only taken whole
     * @throws ImportRefusedException if no row is right, or the file cannot be read to its end
     */
    @Transactional
    public ImportCounts takeInPart(String file, InputStream csv, Colleague importer) {
        if (!kind(file).canBeTakenInPart())
            throw new BreaksRules(
                    "The file '%s' can only be imported completely. Send it without asking for a part of it."
                            .formatted(file));
        return take(file, csv, importer, true);
    }

    private ImportCounts take(String file, InputStream csv, Colleague importer, boolean inPart) {
        StagedImport kind = kinds.get(file);
        if (kind == null)
            throw new IllegalArgumentException("There is no import named '%s', only %s".formatted(file, files()));
        Timer.Sample took = Timer.start();
        String result = "failed";
        try {
            mayBeSentBy(importer, kind);
            ImportCounts counts = take(kind, csv, importer, inPart);
            result = counts.refused() == 0 ? "taken" : "taken in part";
            return counts;
        } catch (Refusal refused) {
            result = "refused";
            throw refused;
        } finally {
            took.stop(Timer.builder("psc.imports")
                    .description("Files sent to be imported, and how long each took")
                    .tags("file", file, "result", result)
                    .register(Metrics.globalRegistry));
        }
    }

    /** Before a row is read, so that nobody else learns from refusals what is known. Whose a row is, each row says. */
    private static void mayBeSentBy(Colleague importer, StagedImport kind) {
        if (importer.isServiceOwner() || kind.importers().stream().anyMatch(importer::holdsSomewhere)) return;
        throw new NotAllowedException(
                kind.importers().isEmpty()
                        ? "Only the PSC Service Owner may import the file '%s'".formatted(kind.file())
                        : "Only a colleague with the role %s in a region can import this file. You are signed in as %s."
                                .formatted(
                                        kind.importers().stream()
                                                .map(Role::word)
                                                .sorted()
                                                .collect(Collectors.joining(" or ")),
                                        importer.userName()));
    }

    private ImportCounts take(StagedImport kind, InputStream csv, Colleague importer, boolean inPart) {
        String file = kind.file();
        waitForOthers(file);
        BadRows badRows = new BadRows();
        try (StagingTable staging = new StagingTable(operations, kind)) {
            var digested = new DigestInputStream(kind.asCsv(csv), sha256());
            StagedImport.RowReader reader = kind.reader(importer);
            CsvFile.Read read = new CsvFile(kind).read(digested, badRows, row -> staging.add(row, reader.read(row)));
            if (!read.whole()) badRows.refuse(kind.file());
            staging.flush();

            String hash = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            boolean known = badRows.isEmpty()
                    && lastTaken(kind.file()).filter(hash::equals).isPresent();
            if (!known) {
                before.forEach(one -> one.setRight(kind, badRows));
                kind.check(badRows, importer);
            }
            int refused = badRows.lines().size();
            if (!inPart || refused == read.rows()) badRows.refuse(kind.file());
            staging.remove(badRows.lines());
            Taken taken = known ? new Taken(0, 0) : kind.take(importer);
            var counts = new ImportCounts(
                    kind.file(),
                    read.rows(),
                    taken.added(),
                    taken.changed(),
                    read.rows() - refused - taken.added() - taken.changed(),
                    taken.removed(),
                    refused,
                    badRows.total(),
                    badRows.listed());
            record(
                    counts,
                    refused == 0 ? hash : HexFormat.of().formatHex(sha256().digest(hash.getBytes(UTF_8))),
                    importer);
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitForOthers(String file) {
        try {
            waiting.update("INSERT INTO import_lock (file) VALUES (?) ON DUPLICATE KEY UPDATE file = file", file);
        } catch (QueryTimeoutException | PessimisticLockingFailureException heldForLonger) {
            throw new ImportRunningException(file, heldForLonger);
        }
    }

    private Optional<String> lastTaken(String file) {
        return jdbc.sql("SELECT sha256 FROM import_taken WHERE file = ? ORDER BY id DESC LIMIT 1 FOR UPDATE")
                .param(file)
                .query(String.class)
                .optional();
    }

    private void record(ImportCounts counts, String hash, Colleague importer) {
        jdbc.sql(
                        "INSERT INTO import_taken (file, sha256, taken_by, taken_at, row_count, added, changed, unchanged, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        counts.file(),
                        hash,
                        importer.userName(),
                        Utc.of(clock.instant()),
                        counts.rows(),
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.removed().size())
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
