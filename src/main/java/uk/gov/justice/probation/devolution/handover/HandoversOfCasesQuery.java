package uk.gov.justice.probation.devolution.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.KnownOfCases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * The open handovers that concern a person's cases: those whose inventory counted one of their services and, before
 * there is an inventory, those that are planned for the unit that does one.
 */
@Component
@Order(10)
class HandoversOfCasesQuery implements KnownOfCases {
    private static final List<String> ENDED = Arrays.stream(HandoverState.values())
            .filter(HandoverState::ended)
            .map(Enum::name)
            .toList();

    private final JdbcClient jdbc;

    HandoversOfCasesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Section about(List<ProbationCase> events, Colleague by) {
        boolean reads = !by.groups().isEmpty();
        return new Section(
                "Handovers",
                "No handover of a service of this person is open or planned.",
                jdbc.sql("""
                        SELECT h.id, h.plan_row_id, h.state, h.planned_date, h.inventory_taken_at IS NOT NULL AS counted, r.name AS region, COALESCE(n.name, h.service) AS service
                        FROM handover h JOIN region r ON r.code = h.region_code LEFT JOIN plan_service_name n ON n.code = h.service
                        WHERE h.regional_programme_id IN (SELECT MAX(id) FROM programme_launch_view GROUP BY region_code) AND h.state NOT IN (:ended) AND h.to_unit <> '' AND (
                          h.id IN (SELECT i.handover_id FROM handover_item i JOIN caseload_service_view cs ON cs.id = i.case_service_id WHERE cs.case_id IN (:cases))
                          OR h.inventory_taken_at IS NULL AND EXISTS (
                            SELECT 1 FROM caseload_service_view cs JOIN plan_service ps ON ps.service_code = cs.service_code
                            WHERE cs.case_id IN (:cases) AND cs.open_mark = 1 AND ps.plan_service_code = h.service AND cs.region_code = h.region_code
                              AND FIND_IN_SET(cs.unit_code, REPLACE(h.from_units, '|', ',')) > 0))
                        ORDER BY h.planned_date, h.id
                        """)
                        .param("ended", ENDED)
                        .param("cases", events.stream().map(ProbationCase::id).toList())
                        .query((row, n) -> entry(row, reads))
                        .list());
    }

    private static Entry entry(ResultSet row, boolean reads) throws SQLException {
        String planned = Deadlines.inWords(row.getObject("planned_date", LocalDate.class));
        return new Entry(
                "%s: %s in %s"
                        .formatted(row.getString("plan_row_id"), row.getString("service"), row.getString("region")),
                reads ? "/handovers/" + row.getLong("id") : null,
                HandoverState.valueOf(row.getString("state")).label(),
                List.of(
                        row.getBoolean("counted")
                                ? "Planned for %s".formatted(planned)
                                : "Planned for %s, if the case is among those that move".formatted(planned)),
                "handover/" + row.getLong("id"));
    }
}
