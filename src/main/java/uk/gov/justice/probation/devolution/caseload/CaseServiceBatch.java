package uk.gov.justice.probation.devolution.caseload;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves services for many cases from one unit to another. The open row of each service ends and stays as history, and a
 * new one begins. Services are never changed one at a time. The database allows a case only one open row for each
 * service.
 */
@Service
public class CaseServiceBatch {
    private final JdbcClient jdbc;

    CaseServiceBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives these services to another unit from now on.
     *
     * @param services ids of open services in {@code caseload_service_view}
     * @param handoverId the handover that moves them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Collection<Long> services, String toUnit, long handoverId, LocalDateTime now) {
        if (services.isEmpty()) return;
        Map<String, Object> parameters = Map.of("to", toUnit, "handover", handoverId, "now", now);
        String these = Ids.among("id", services);
        jdbc.sql("UPDATE case_service SET responsible_until = :now, ended_by_handover = :handover WHERE " + these)
                .params(parameters)
                .update();
        jdbc.sql("""
            INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed, begun_by_handover)
            SELECT case_id, service_code, :to, region_code, :now, work_in_progress, last_changed, :handover FROM case_service WHERE %s
            """.formatted(these)).params(parameters).update();
    }

    /**
     * Gives what the handover moved to the unit, as far as it is still there, back to the units that had it before.
     *
     * @return how many services
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int giveBack(long handoverId, String fromUnit, LocalDateTime now) {
        Map<String, Object> parameters = Map.of("handover", handoverId, "from", fromUnit, "now", now);
        jdbc.sql("""
            UPDATE case_service SET responsible_until = :now, ended_by_handover = :handover WHERE begun_by_handover = :handover AND unit_code = :from AND open_mark = 1
            """).params(parameters).update();
        return jdbc.sql("""
            INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed, begun_by_handover)
            SELECT held.case_id, held.service_code, old.unit_code, old.region_code, :now, held.work_in_progress, held.last_changed, :handover
            FROM case_service held JOIN case_service old ON old.id = (
              SELECT MAX(before_it.id) FROM case_service before_it
              WHERE before_it.case_id = held.case_id AND before_it.service_code = held.service_code AND before_it.ended_by_handover = :handover AND before_it.id < held.id)
            WHERE held.begun_by_handover = :handover AND held.ended_by_handover = :handover AND held.unit_code = :from
              AND NOT EXISTS (SELECT 1 FROM case_service open WHERE open.case_id = held.case_id AND open.service_code = held.service_code AND open.open_mark = 1)
            """).params(parameters).update();
    }
}
