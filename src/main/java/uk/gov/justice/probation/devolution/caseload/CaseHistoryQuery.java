package uk.gov.justice.probation.devolution.caseload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.LookingAtCases.Held;

/** Which unit does, and did, which service for cases, the present one first. */
@Component
class CaseHistoryQuery {
    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    CaseHistoryQuery(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    /** By case. One without any service is left out. */
    Map<Long, List<Held>> of(Collection<Long> caseIds) {
        Map<Long, List<Held>> held = new HashMap<>();
        if (caseIds.isEmpty()) return held;
        jdbc.sql("""
            SELECT cs.case_id, s.name AS service, u.name AS unit, u.kind = 'REGION' AS region, cs.responsible_from, cs.responsible_until, h.plan_row_id
            FROM case_service cs JOIN service s ON s.code = cs.service_code JOIN unit u ON u.code = cs.unit_code
            LEFT JOIN handover_plan_row_view h ON h.handover_id = cs.begun_by_handover
            WHERE cs.case_id IN (:cases) ORDER BY s.name, cs.responsible_until IS NOT NULL, cs.responsible_from DESC
            """).param("cases", caseIds).query(row -> {
            held.computeIfAbsent(row.getLong("case_id"), id -> new ArrayList<>())
                    .add(new Held(
                            row.getString("service"),
                            row.getString("unit"),
                            row.getBoolean("region"),
                            deadlines.day(Utc.instant(row, "responsible_from")),
                            deadlines.day(Utc.instant(row, "responsible_until")),
                            row.getString("plan_row_id")));
        });
        return held;
    }
}
