package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** Imports which CRNs are one person, and which merges were wrong; each row does what {@link ChangingKeys} does. */
@Component
class CrnMergeImport implements StagedImport {
    private final ChangingKeys keys;
    private final JdbcClient jdbc;

    CrnMergeImport(ChangingKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    private record Row(long line, String formerCrn, String crn, boolean merged) {}

    @Override
    public String file() {
        return "crn-merges";
    }

    @Override
    public String purpose() {
        return "Two CRNs that are one person, or a merge that was wrong. Everything known of the person goes on under the CRN that is kept.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ChangingKeys.ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("formerCrn", "the CRN that is given up; one row for each", "Z900002"),
                new Column("crn", "the CRN that the person keeps", "Z900001"),
                new Column("merged", "true to merge them, false to take their merge back", "true"));
    }

    @Override
    public String table() {
        return "staged_crn_merge";
    }

    @Override
    public List<String> definition() {
        return List.of("former_crn CHAR(7)", "crn CHAR(7)", "merged BOOLEAN");
    }

    @Override
    public RowReader reader(Colleague importer) {
        var keys = new DistinctKeys("formerCrn");
        return row -> {
            String former = row.required("formerCrn").matching(CaseKey.CRN, CaseKey.CRN_IN_WORDS);
            keys.add(row, former);
            return new Object[] {
                former,
                row.required("crn").matching(CaseKey.CRN, CaseKey.CRN_IN_WORDS),
                row.required("merged").flag()
            };
        };
    }

    /** What a row may do depends on the rows before it, so each is checked as it is carried out. */
    @Override
    public void check(BadRows badRows, Colleague importer) {}

    @Override
    public Taken take(Colleague importer) {
        RowByRow rows = new RowByRow(file());
        jdbc.sql("SELECT line, former_crn, crn, merged FROM staged_crn_merge ORDER BY line")
                .query(Row.class)
                .list()
                .forEach(row ->
                        rows.carryOut(row.line(), "formerCrn", row.formerCrn(), () -> carriesOut(row, importer)));
        return rows.taken();
    }

    private boolean carriesOut(Row row, Colleague importer) {
        if (row.merged()) {
            if (keys.areMerged(row.formerCrn(), row.crn(), importer)) return false;
            keys.merge(row.formerCrn(), row.crn(), importer);
        } else {
            keys.takeBack(row.formerCrn(), row.crn(), importer);
        }
        return true;
    }
}
