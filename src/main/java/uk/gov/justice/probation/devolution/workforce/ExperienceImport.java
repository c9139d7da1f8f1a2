package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.KnownCodes;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Imports which work a member of staff has done, and for how long. A region's HR provides it for the region's own
 * staff. Experience missing from a file stays as it is.
 */
@Component
class ExperienceImport implements StagedImport {
    private static final Role ROLE = Role.HR;
    private static final String DIFFERS = Contradictions.differs("s", "t", "months");

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    ExperienceImport(KnownCodes known, Contradictions contradictions, JdbcClient jdbc) {
        this.known = known;
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "experience";
    }

    @Override
    public String purpose() {
        return "Which work each member of staff has done, and for how long. Work that no file names counts as new to them.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("staffNumber", "a member of staff of your region; one row for each kind of work", "ZZT0001"),
                new Column("work", "the kind of work, a word in capitals, as in the file of teams", "COURT"),
                new Column("months", "how many months they have done it, from 0 to 720", "24"));
    }

    @Override
    public String table() {
        return "staged_experience";
    }

    @Override
    public List<String> definition() {
        return List.of("staff_number VARCHAR(12)", "work VARCHAR(40)", "months INT", "KEY (staff_number, work)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        known.regionsOf(importer, ROLE);
        var keys = new DistinctKeys("staffNumber");
        return row -> {
            String staff =
                    row.required("staffNumber").matching(StaffImport.STAFF_NUMBER, StaffImport.STAFF_NUMBER_FORM);
            String work = row.required("work").matching(TeamImport.WORK, TeamImport.NO_WORK);
            if (staff != null && work != null) keys.add(row, staff + "/" + work);
            return new Object[] {staff, work, row.required("months").integer(0, TeamImport.MOST_MONTHS)};
        };
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.report(
                badRows,
                "staffNumber",
                "is not in the staff file",
                "SELECT s.line, s.staff_number, '' FROM staged_experience s LEFT JOIN staff t ON t.staff_number = s.staff_number WHERE s.staff_number IS NOT NULL AND t.staff_number IS NULL",
                Map.of());
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "staffNumber",
                "belongs to",
                "SELECT s.line, s.staff_number, t.region_code FROM staged_experience s JOIN staff t ON t.staff_number = s.staff_number WHERE t.region_code NOT IN (:own)",
                known.regionsOf(importer, ROLE));
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql("""
        UPDATE work_experience t JOIN staged_experience s ON s.staff_number = t.staff_number AND s.work = t.work SET t.months = s.months WHERE
        """ + DIFFERS).update();
        int added = jdbc.sql("""
        INSERT INTO work_experience (staff_number, work, months)
        SELECT s.staff_number, s.work, s.months
        FROM staged_experience s LEFT JOIN work_experience t ON t.staff_number = s.staff_number AND t.work = s.work WHERE t.staff_number IS NULL
        """).update();
        return new Taken(added, changed);
    }
}
