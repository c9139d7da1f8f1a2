package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Claims for a handover the cases that its from-units hold for its region, service and scope, recording the version of
 * each.
 */
@Component
class InventoryBatch {
    record Found(int inScope, int workInProgress) {}

    private final ScopeQuery scopes;
    private final JdbcClient jdbc;

    InventoryBatch(ScopeQuery scopes, JdbcClient jdbc) {
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    /** Whether the handover's scope is the remainder left by the other handovers of its programme. */
    boolean takesTheRest(Handover handover) {
        return scopes.get(handover.scope()).remainder();
    }

    /** @param remainderOf handovers whose cases are not claimed */
    Found claim(Handover handover, List<Handover> remainderOf) {
        jdbc.sql("DELETE FROM handover_item WHERE handover_id = ?")
                .param(handover.id())
                .update();
        ScopeCondition condition = new ScopeCondition();
        StringBuilder claim = new StringBuilder(
                condition.holding(handover, scopes.parts(handover.service()), scopes.get(handover.scope())));
        for (Handover other : remainderOf) {
            claim.append(" AND NOT (")
                    .append(condition.claimed(scopes.parts(other.service()), scopes.get(other.scope())))
                    .append(")");
        }
        jdbc.sql("""
            INSERT INTO handover_item (handover_id, case_service_id, case_id, case_version, last_changed, state)
            SELECT %d, cs.id, c.id, c.version, cs.last_changed, :inScope
            FROM caseload_service_view cs JOIN caseload_case_view c ON c.id = cs.case_id
            WHERE %s AND NOT EXISTS (SELECT 1 FROM handover_item taken WHERE taken.case_service_id = cs.id AND taken.claim_mark = 1)
            ORDER BY cs.id
            """.formatted(handover.id(), claim))
                .params(condition.parameters())
                .param("inScope", ItemState.IN_SCOPE.name())
                .update();
        return jdbc.sql(
                        "SELECT COUNT(*), COALESCE(SUM(cs.work_in_progress), 0) FROM handover_item i JOIN caseload_service_view cs ON cs.id = i.case_service_id WHERE i.handover_id = ?")
                .param(handover.id())
                .query((row, n) -> new Found(row.getInt(1), row.getInt(2)))
                .single();
    }
}
