package uk.gov.justice.probation.devolution.imports;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files were taken, by whom, and what they changed. */
@Component
public class FilesTakenQuery {
    private static final String TAKEN =
            "SELECT file, taken_by, taken_at, row_count AS `rows`, added, changed, unchanged, removed FROM import_taken ";

    private final JdbcClient jdbc;

    FilesTakenQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last one of each kind. */
    public List<FileTaken> last() {
        return jdbc.sql(TAKEN + "WHERE id IN (SELECT MAX(id) FROM import_taken GROUP BY file)")
                .query(FileTaken.class)
                .list();
    }

    /** Of one kind, the newest first. */
    public List<FileTaken> of(String file, int from, int most) {
        return jdbc.sql(TAKEN + "WHERE file = ? ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(file, most, from)
                .query(FileTaken.class)
                .list();
    }

    public int count(String file) {
        return jdbc.sql("SELECT COUNT(*) FROM import_taken WHERE file = ?")
                .param(file)
                .query(Integer.class)
                .single();
    }
}
