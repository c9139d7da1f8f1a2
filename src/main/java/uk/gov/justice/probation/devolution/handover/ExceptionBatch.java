package uk.gov.justice.probation.devolution.handover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseField;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.OpenException;

/** The items of a handover that changed after its inventory and stayed, until somebody decides about them. */
@Component
class ExceptionBatch {
    private static final String WAITS = ItemState.CHANGED.name();

    private final JdbcClient jdbc;

    ExceptionBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenException> open(long handoverId) {
        return jdbc.sql("""
            SELECT i.id, c.crn, c.event_number, v.name, c.crn IN (SELECT crn FROM limited_person) AS limited_access, i.decision, i.reason,
              c.version - i.case_version AS versions, i.last_changed AS changed_then, cs.last_changed AS changed_now, cs.responsible_until, u.name AS unit_then, nu.name AS unit_now
            FROM handover_item i JOIN caseload_case_view c ON c.id = i.case_id JOIN caseload_service_view cs ON cs.id = i.case_service_id JOIN service v ON v.code = cs.service_code
              JOIN unit u ON u.code = cs.unit_code LEFT JOIN caseload_service_view now_held ON now_held.case_id = cs.case_id AND now_held.service_code = cs.service_code AND now_held.open_mark = 1
              LEFT JOIN unit nu ON nu.code = now_held.unit_code
            WHERE i.handover_id = ? AND i.state = ? ORDER BY c.crn, c.event_number, v.name
            """)
                .params(handoverId, WAITS)
                .query((row, n) -> new OpenException(
                        row.getLong("id"),
                        row.getString("crn"),
                        row.getInt("event_number"),
                        row.getString("name"),
                        row.getBoolean("limited_access"),
                        row.getString("decision"),
                        row.getString("reason"),
                        new SinceInventory(
                                row.getInt("versions"),
                                Utc.instant(row, "changed_then"),
                                Utc.instant(row, "changed_now"),
                                Utc.instant(row, "responsible_until"),
                                row.getString("unit_then"),
                                row.getString("unit_now"))))
                .list();
    }

    /** What files changed since the inventory, in their order, of each of these items whose case everybody may see. */
    Map<Long, List<CaseChange>> changes(Collection<Long> items) {
        Map<Long, List<CaseChange>> changes = new HashMap<>();
        if (items.isEmpty()) return changes;
        jdbc.sql("""
            SELECT i.id, ch.field, ch.value_before, ch.value_after, ch.changed_by, ch.changed_at, ch.file
            FROM handover_item i JOIN caseload_case_view c ON c.id = i.case_id JOIN caseload_service_view cs ON cs.id = i.case_service_id
              JOIN caseload_change_view ch ON ch.case_id = i.case_id AND (ch.case_version > i.case_version OR ch.service_code = cs.service_code AND ch.last_changed > i.last_changed)
            WHERE i.id IN (:items) AND c.crn NOT IN (SELECT crn FROM limited_person) ORDER BY ch.id
            """).param("items", items).query(row -> {
            changes.computeIfAbsent(row.getLong("id"), none -> new ArrayList<>())
                    .add(new CaseChange(
                            CaseField.valueOf(row.getString("field")).words(),
                            row.getString("value_before"),
                            row.getString("value_after"),
                            row.getString("changed_by"),
                            Utc.instant(row, "changed_at"),
                            row.getString("file")));
        });
        return changes;
    }

    /** @return false if the item is not waiting for a decision */
    boolean decide(long handoverId, long itemId, String decision, String reason) {
        int changed = jdbc.sql(
                        "UPDATE handover_item SET decision = ?, reason = ? WHERE id = ? AND handover_id = ? AND state = ?")
                .params(Arrays.asList(decision, reason, itemId, handoverId, WAITS))
                .update();
        return changed > 0 || waits(handoverId, itemId);
    }

    private boolean waits(long handoverId, long itemId) {
        return jdbc.sql("SELECT COUNT(*) FROM handover_item WHERE id = ? AND handover_id = ? AND state = ?")
                        .params(itemId, handoverId, WAITS)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<String> crn(long handoverId, long itemId) {
        return jdbc.sql(
                        "SELECT c.crn FROM handover_item i JOIN caseload_case_view c ON c.id = i.case_id WHERE i.id = ? AND i.handover_id = ?")
                .params(itemId, handoverId)
                .query(String.class)
                .optional();
    }

    boolean isStillHeld(long itemId) {
        return jdbc.sql(
                                "SELECT COUNT(*) FROM handover_item i JOIN caseload_service_view cs ON cs.id = i.case_service_id WHERE i.id = ? AND cs.open_mark = 1")
                        .param(itemId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return how many will be tried again */
    int apply(long handoverId) {
        jdbc.sql("UPDATE handover_item SET state = ? WHERE handover_id = ? AND state = ? AND decision = ?")
                .params(ItemState.LEFT.name(), handoverId, WAITS, TransferExceptions.LEAVE)
                .update();
        return jdbc.sql("""
            UPDATE handover_item i JOIN caseload_service_view cs ON cs.id = i.case_service_id JOIN caseload_case_view c ON c.id = i.case_id
            SET i.state = ?, i.decision = NULL, i.case_version = c.version, i.last_changed = cs.last_changed
            WHERE i.handover_id = ? AND i.state = ? AND i.decision = ?
            """)
                .params(ItemState.IN_SCOPE.name(), handoverId, WAITS, TransferExceptions.RETRY)
                .update();
    }
}
