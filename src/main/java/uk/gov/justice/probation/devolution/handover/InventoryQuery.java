package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.handover.CaseLists.Item;

/** What a handover's inventory found, for people to read. A limited-access case shows only its CRN. */
@Component
class InventoryQuery {
    private final JdbcClient jdbc;

    InventoryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(long handoverId) {
        return jdbc.sql("SELECT COUNT(*) FROM handover_item WHERE handover_id = ?")
                .param(handoverId)
                .query(Integer.class)
                .single();
    }

    List<Item> items(long handoverId, int size, int skip) {
        return jdbc.sql("""
            SELECT c.crn, c.crn IN (SELECT crn FROM limited_person) AS limited_access, c.event_number, v.name AS service, c.pdu_name, t.name AS team, cs.work_in_progress, i.state
            FROM handover_item_view i JOIN caseload_case_view c ON c.id = i.case_id JOIN caseload_service_view cs ON cs.id = i.case_service_id
              JOIN service v ON v.code = cs.service_code LEFT JOIN team t ON t.code = c.team_code
            WHERE i.handover_id = :handover ORDER BY i.id LIMIT :size OFFSET :skip
            """)
                .param("handover", handoverId)
                .param("size", size)
                .param("skip", skip)
                .query((row, n) -> row.getBoolean("limited_access")
                        ? new Item(row.getString("crn"), true, null, null, null, null, null, row.getString("state"))
                        : new Item(
                                row.getString("crn"),
                                false,
                                row.getInt("event_number"),
                                row.getString("service"),
                                row.getString("pdu_name"),
                                row.getString("team"),
                                row.getBoolean("work_in_progress"),
                                row.getString("state")))
                .list();
    }
}
