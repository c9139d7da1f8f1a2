package uk.gov.justice.probation.devolution.caseload;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.BeforeChecking;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.StagedImport;

/** Lets the rows of a file that name a case as it was called before a merge or a move name it as it is called now. */
@Component
class FormerKeysBatch implements BeforeChecking {
    private static final String ROWS = "staged_rows";

    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    FormerKeysBatch(Contradictions contradictions, JdbcClient jdbc) {
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public void setRight(StagedImport kind, BadRows badRows) {
        if (!kind.definition().contains("event_number INT") || !isAnyFormer()) return;
        int renamed = jdbc.sql("""
            UPDATE staged_rows s JOIN case_former_key k ON k.crn = s.crn AND k.event_number = s.event_number AND k.open_mark = 1
            JOIN probation_case c ON c.id = k.case_id SET s.crn = c.crn, s.event_number = c.event_number
            """.replace(ROWS, kind.table())).update();
        if (renamed > 0 && kind.besideTheCase() != null) refuseWhatIsNamedTwice(kind, badRows);
        if (kind instanceof CaseImport) refuseNewEventsOfMerged(kind, badRows);
    }

    private void refuseWhatIsNamedTwice(StagedImport kind, BadRows badRows) {
        contradictions.report(
                badRows,
                "crn",
                "is named twice in the file, by its present key and by a former one",
                "SELECT MAX(line), crn, '' FROM staged_rows GROUP BY crn, event_number%s HAVING COUNT(*) > 1"
                        .replace(ROWS, kind.table())
                        .formatted(kind.besideTheCase()),
                Map.of());
    }

    /** Under the former CRN its number may mean another event. */
    private void refuseNewEventsOfMerged(StagedImport kind, BadRows badRows) {
        contradictions.report(
                badRows,
                "crn",
                "was merged into %s: a new event comes under that CRN",
                "SELECT s.line, s.crn, m.crn FROM staged_rows s JOIN crn_merge m ON m.former_crn = s.crn AND m.open_mark = 1"
                        .replace(ROWS, kind.table()),
                Map.of());
    }

    private boolean isAnyFormer() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM case_former_key WHERE open_mark = 1)")
                .query(Boolean.class)
                .single();
    }
}
