package uk.gov.justice.probation.devolution.casesystem;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.casesystem.ManifestCase.Result;

/** Writes down the cases of a manifest once, and reads them in their order. */
@Component
class ManifestBatch {
    private final JdbcClient jdbc;

    ManifestBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param to the unit that received what moved */
    void write(long handoverId, String to) {
        jdbc.sql("""
            INSERT INTO handover_manifest_case (handover_id, crn, event_number, service_code, from_unit, to_unit, result, moved_at, limited_access)
            SELECT i.handover_id, c.crn, c.event_number, s.service_code, s.unit_code, CASE WHEN i.state = 'MOVED' THEN :to END,
              CASE WHEN i.state IN ('MOVED', 'RETURNED') THEN i.state ELSE 'LEFT' END, CASE WHEN i.state = 'MOVED' THEN s.responsible_until END,
              c.crn IN (SELECT crn FROM limited_person)
            FROM handover_item_view i JOIN caseload_service_view s ON s.id = i.case_service_id JOIN caseload_case_view c ON c.id = i.case_id
            WHERE i.handover_id = :handover ORDER BY c.crn, c.event_number, s.service_code
            """).param("handover", handoverId).param("to", to).update();
    }

    void each(long handoverId, Consumer<ManifestCase> reader) {
        jdbc.sql("""
            SELECT crn, event_number, service_code, from_unit, to_unit, result, moved_at, limited_access
            FROM handover_manifest_case WHERE handover_id = ? ORDER BY id
            """).param(handoverId).query((RowCallbackHandler) row -> reader.accept(new ManifestCase(
                row.getString("crn"),
                row.getInt("event_number"),
                row.getString("service_code"),
                row.getString("from_unit"),
                row.getString("to_unit"),
                Result.valueOf(row.getString("result")),
                row.getObject("moved_at", LocalDateTime.class),
                row.getBoolean("limited_access"))));
    }

    /** The CRNs of those whose access was limited after the manifest was made. */
    Set<String> limitedSince(long handoverId) {
        return jdbc.sql("""
            SELECT DISTINCT m.crn FROM handover_manifest_case m JOIN limited_person l ON l.crn = m.crn
            WHERE m.handover_id = ? AND m.limited_access = FALSE
            """).param(handoverId).query(String.class).set();
    }
}
