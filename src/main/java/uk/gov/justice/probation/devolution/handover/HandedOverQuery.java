package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The cases that a handover holds or has moved, for the modules that work on them. Services are given by code, e.g.
 * {@code UPW_ORDERS}.
 */
@Service
public class HandedOverQuery {
    private final JdbcClient jdbc;

    HandedOverQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases whose service the handover moved to the receiving unit. */
    public List<Long> casesIn(long handoverId, String service) {
        return cases("""
        SELECT cs.case_id FROM handover_item_view i JOIN caseload_service_view cs ON cs.id = i.case_service_id
        WHERE i.handover_id = :handover AND i.state = :moved AND cs.service_code = :service ORDER BY cs.case_id""", handoverId, service);
    }

    /**
     * The cases in the queues that the handover froze, and those it moved out of them. After the release, those that
     * were in them.
     */
    public List<Long> frozenCases(long handoverId, String service) {
        return cases("""
        SELECT cs.case_id FROM frozen_queue q
        JOIN caseload_service_view cs ON cs.unit_code = q.unit_code AND cs.region_code = q.region_code AND cs.service_code = q.service_code AND cs.open_mark = 1
        WHERE q.handover_id = :handover AND q.service_code = :service
        UNION
        SELECT cs.case_id FROM caseload_service_view cs WHERE cs.begun_by_handover = :handover AND cs.service_code = :service AND cs.open_mark = 1
        ORDER BY case_id""", handoverId, service);
    }

    private List<Long> cases(String sql, long handoverId, String service) {
        return jdbc.sql(sql)
                .param("handover", handoverId)
                .param("moved", ItemState.MOVED.name())
                .param("service", service)
                .query(Long.class)
                .list();
    }
}
