package uk.gov.justice.probation.devolution.workforce;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Audits the changes of line managers in a staff file, because a line manager can read what their people say in
 * confidence.
 */
@Component
class LineManagerImport {
    private record Change(String staffNumber, String region, String before, String after) {}

    private final AuditTrail audit;
    private final JdbcClient jdbc;

    LineManagerImport(AuditTrail audit, JdbcClient jdbc) {
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Records the changes in the staged file before it is imported. */
    void record(Colleague importer) {
        List<Change> changes = jdbc.sql("""
            SELECT t.staff_number, t.region_code AS region, t.line_manager_staff_number AS `before`, s.line_manager_staff_number AS `after`
            FROM staged_staff s JOIN staff t ON t.staff_number = s.staff_number
            WHERE NOT (t.line_manager_staff_number <=> s.line_manager_staff_number) ORDER BY s.line FOR UPDATE
            """).query(Change.class).list();
        changes.forEach(change -> {
            Map<String, String> facts = new HashMap<>();
            facts.put("before", change.before());
            facts.put("after", change.after());
            audit.record(
                    importer.userName(),
                    "LINE_MANAGER_CHANGED",
                    "staff/" + change.staffNumber(),
                    change.region(),
                    facts);
        });
    }
}
