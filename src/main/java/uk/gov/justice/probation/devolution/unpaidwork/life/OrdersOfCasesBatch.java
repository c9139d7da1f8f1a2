package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.order.SubType;

/**
 * The orders of many cases at once: of a queue that is frozen or released, of a handover, or of a file. Earliest first.
 */
@Component
class OrdersOfCasesBatch {

    record Running(long id, boolean waiting, int version) {}

    record NotStarted(long id, long caseId) {}

    private final JdbcClient jdbc;

    OrdersOfCasesBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Running> running(Collection<Long> caseIds) {
        if (caseIds.isEmpty()) return List.of();
        return jdbc.sql("""
            SELECT id, waiting, version FROM upw_order
            WHERE case_id IN (:cases) AND state IN ('TEAM', 'ASSESSMENT', 'APPROVAL', 'PROJECT', 'INSTRUCTIONS', 'SESSIONS') ORDER BY id
            """).param("cases", caseIds).query(Running.class).list();
    }

    /** Ends their waiting for their queue. */
    void goOn(Collection<Long> ids) {
        if (!ids.isEmpty())
            jdbc.sql("UPDATE upw_order SET waiting = FALSE, version = version + 1 WHERE id IN (:ids)")
                    .param("ids", ids)
                    .update();
    }

    List<NotStarted> notStartedIn(Collection<Long> caseIds) {
        return notStarted("case_id", caseIds);
    }

    /** The consecutive orders of the person of this case that have not been started. */
    List<NotStarted> consecutiveOfPerson(long caseId) {
        return jdbc.sql("""
            SELECT o.id, o.case_id FROM caseload_case_view me JOIN caseload_case_view c ON c.crn = me.crn JOIN upw_order o ON o.case_id = c.id
            WHERE me.id = :case AND o.sub_type_code = :consecutive AND o.state = 'NOT_STARTED' ORDER BY o.id
            """)
                .param("case", caseId)
                .param("consecutive", SubType.CONSECUTIVE)
                .query(NotStarted.class)
                .list();
    }

    List<NotStarted> notStarted(Collection<Long> ids) {
        return notStarted("id", ids);
    }

    private List<NotStarted> notStarted(String key, Collection<Long> among) {
        if (among.isEmpty()) return List.of();
        return jdbc.sql("SELECT id, case_id FROM upw_order WHERE %s IN (:among) AND state = 'NOT_STARTED' ORDER BY id"
                        .formatted(key))
                .param("among", among)
                .query(NotStarted.class)
                .list();
    }
}
