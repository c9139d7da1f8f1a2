package uk.gov.justice.probation.devolution.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * One kind of file: how a row is read into a temporary table, what in that table contradicts what is known, and the
 * set-based statements that import it. {@link Imports} does the rest.
 */
public interface StagedImport {

    /** How many rows were new, how many differed, and the keys of what is no longer there. */
    record Taken(int added, int changed, List<String> removed) {

        public Taken(int added, int changed) {
            this(added, changed, List.of());
        }
    }

    /** Reads a row into the values of the temporary table's first columns; what cannot be read becomes {@code null}. */
    @FunctionalInterface
    interface RowReader {
        Object[] read(CsvRow row);
    }

    /** The file's name, e.g. {@code cases}. */
    String file();

    /** What the file brings, in a sentence or two for whoever sends it. */
    String purpose();

    /** Whoever may send it for a region of theirs, beside the PSC Service Owner, who may send every file. */
    Set<Role> importers();

    /** Its columns, each explained. */
    List<Column> layout();

    default List<String> columns() {
        return layout().stream().map(Column::name).toList();
    }

    /**
     * Those of its columns that came later, and are optional: a file from before is taken without them, so that nobody
     * has to send another one on the day they come.
     */
    default Set<String> later() {
        return Set.of();
    }

    /** Whether its good rows can be taken without its bad ones, if whoever sends it asks for that. */
    default boolean canBeTakenInPart() {
        return false;
    }

    /** What a browser offers to choose from, as in {@code accept} of HTML. */
    default String accepts() {
        return ".csv,text/csv";
    }

    /**
     * The file in this format, if it also comes in another one.
     *
     * @throws ImportRefusedException if it is in neither
     */
    default InputStream asCsv(InputStream sent) throws IOException {
        return sent;
    }

    /** The temporary table's name. */
    String table();

    /**
     * The temporary table's columns after its first two, {@code line} and {@code faulty}: first those that are read,
     * then those that {@link #check} fills in, then keys. Each may be {@code NULL} and no key is unique, because faulty
     * rows are in it too.
     */
    List<String> definition();

    /**
     * If its rows are about cases, the columns that name one apart from its case, each after a comma; null if its rows
     * have a name of their own.
     */
    default String besideTheCase() {
        return null;
    }

    /** Called once for each file, so the reader may remember what it saw. */
    RowReader reader(Colleague importer);

    /**
     * Reports what contradicts what is known, including in faulty rows. Whatever is read must be locked, because the
     * statements that follow rely on it.
     */
    void check(BadRows badRows, Colleague importer);

    /** Imports the rows, none of which is faulty, in the name of the colleague who sent the file. */
    Taken take(Colleague importer);
}
