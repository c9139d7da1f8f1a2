package uk.gov.justice.probation.devolution.imports;

import java.util.List;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * What there is to say about one kind of file: how a row is read into a temporary table, what of that table contradicts
 * what is known, and the set-based statements that take it. {@link Imports} does the rest.
 */
public interface StagedImport {

    /** What was new, what differed, and the keys of what is no longer there. */
    record Taken(int added, int changed, List<String> removed) {

        public Taken(int added, int changed) {
            this(added, changed, List.of());
        }
    }

    /**
     * Reads a row into the values of the temporary table's first columns; what cannot be read of it is {@code null}.
     */
    @FunctionalInterface
    interface RowReader {
        Object[] read(CsvRow row);
    }

    /** The file's name, e.g. {@code cases}. */
    String file();

    List<String> columns();

    /** The temporary table's name. */
    String table();

    /**
     * The temporary table's columns after its first two, {@code line} and {@code faulty}: those that are read, then
     * those that {@link #check} fills in, then keys. Each may be {@code NULL} and no key is unique, since faulty rows
     * are in it too.
     */
    List<String> definition();

    /** Called once for each file, so that the reader may remember what it saw. */
    RowReader reader(Colleague importer);

    /**
     * Reports what contradicts what is known, of faulty rows too. Reads must lock what they read: the statements that
     * follow rely on it.
     */
    void check(BadRows badRows, Colleague importer);

    /** Takes the rows, none of which is faulty, in the name of whoever brings them. */
    Taken take(Colleague importer);
}
