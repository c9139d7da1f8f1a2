package uk.gov.justice.probation.devolution.caseload;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;

/**
 * Which unit does a service for a case, and whether a handover has frozen its queue. Can also lock this until the
 * transaction ends.
 */
@Component
class OwnersQuery {
    private static final String HELD = " LOCK IN SHARE MODE";

    private record Holding(
            String unitCode, String name, String slug, String kind, String regionCode, Long begunByHandover) {}

    private final JdbcClient jdbc;

    OwnersQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Owner> read(long caseId, String service) {
        return read(caseId, service, "");
    }

    /** Also locks the unit, which anybody freezing a queue locks too. */
    Optional<Owner> hold(long caseId, String service) {
        return read(caseId, service, HELD);
    }

    /** What somebody does for the case. */
    List<String> services(long caseId) {
        return jdbc.sql(
                        "SELECT service_code FROM case_service WHERE case_id = ? AND open_mark = 1 ORDER BY service_code")
                .param(caseId)
                .query(String.class)
                .list();
    }

    Set<Long> heldByRegions(Collection<Long> caseIds, String service) {
        if (caseIds.isEmpty()) return Set.of();
        return jdbc.sql("""
            SELECT cs.case_id FROM case_service cs FORCE INDEX (uk_case_service_open) STRAIGHT_JOIN unit u ON u.code = cs.unit_code
            WHERE cs.case_id IN (:cases) AND cs.service_code = :service AND cs.open_mark = 1 AND u.kind = 'REGION'
            """)
                .param("cases", caseIds)
                .param("service", service)
                .query(Long.class)
                .set();
    }

    /** Like {@link #hold}, for many cases: those that are served and whose queue is not frozen. */
    Set<Long> holdFree(Collection<Long> caseIds, String service) {
        if (caseIds.isEmpty()) return Set.of();
        Set<Long> free = new HashSet<>(of(caseIds, service, """
            SELECT cs.case_id FROM case_service cs JOIN unit u ON u.code = cs.unit_code
            WHERE cs.case_id IN (:cases) AND cs.service_code = :service AND cs.open_mark = 1 ORDER BY cs.case_id
            """));
        free.removeAll(of(caseIds, service, """
            SELECT cs.case_id FROM case_service cs FORCE INDEX (uk_case_service_open)
            STRAIGHT_JOIN handover_frozen_queue_view q ON q.service_code = cs.service_code AND q.region_code = cs.region_code
              AND (q.unit_code = cs.unit_code OR q.handover_id = cs.begun_by_handover AND q.signed_at IS NULL)
            WHERE cs.case_id IN (:cases) AND cs.service_code = :service AND cs.open_mark = 1 AND q.unfrozen_at IS NULL
            """));
        return free;
    }

    private List<Long> of(Collection<Long> caseIds, String service, String sql) {
        return jdbc.sql(sql + HELD)
                .param("cases", caseIds)
                .param("service", service)
                .query(Long.class)
                .list();
    }

    private Optional<Owner> read(long caseId, String service, String lock) {
        return jdbc.sql("""
            SELECT cs.unit_code, u.name, u.slug, u.kind, cs.region_code, cs.begun_by_handover
            FROM case_service cs JOIN unit u ON u.code = cs.unit_code WHERE cs.case_id = ? AND cs.service_code = ? AND cs.open_mark = 1
            """ + lock)
                .params(caseId, service)
                .query(Holding.class)
                .optional()
                .map(held -> new Owner(
                        held.unitCode(),
                        held.name(),
                        held.slug(),
                        held.kind().equals("REGION"),
                        isFrozen(held, service, lock)));
    }

    private boolean isFrozen(Holding held, String service, String lock) {
        return !jdbc.sql("""
            SELECT handover_id FROM handover_frozen_queue_view
            WHERE service_code = :service AND region_code = :region AND unfrozen_at IS NULL AND (unit_code = :unit OR handover_id = :begunBy AND signed_at IS NULL)
            """ + lock)
                .param("service", service)
                .param("region", held.regionCode())
                .param("unit", held.unitCode())
                .param("begunBy", held.begunByHandover())
                .query(Long.class)
                .list()
                .isEmpty();
    }
}
