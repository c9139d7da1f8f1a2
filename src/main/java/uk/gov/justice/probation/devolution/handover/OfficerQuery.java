package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.handover.VettingResults.WaitingOfficer;
import uk.gov.justice.probation.devolution.workforce.NameInFull;

/** The officers waiting for vetting, and the handovers waiting for them. */
@Component
class OfficerQuery {
    private final JdbcClient jdbc;

    OfficerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Officers of the region who are waiting for vetting, or whose vetting was refused and whose post has not been
     * decided on.
     */
    List<WaitingOfficer> waiting(String regionCode) {
        return jdbc.sql("""
            SELECT s.staff_number, %s AS name, s.grade, s.vetting_status = :refused AS refused,
              (SELECT GROUP_CONCAT(h.plan_row_id ORDER BY h.id SEPARATOR ',') FROM handover_vetting v JOIN handover h ON h.id = v.handover_id
               WHERE v.staff_number = s.staff_number AND v.cleared_at IS NULL AND h.closed_at IS NULL) AS handovers
            FROM workforce_staff_view s WHERE s.region_code = :region AND s.grade = :officer
              AND (s.vetting_status = :waiting OR s.vetting_status = :refused AND s.staff_number NOT IN (SELECT staff_number FROM refused_post))
            ORDER BY s.display_name, s.staff_number
            """.formatted(NameInFull.sql("s")))
                .param("region", regionCode)
                .param("officer", VettingPolicy.OFFICER)
                .param("waiting", VettingPolicy.WAITING)
                .param("refused", VettingPolicy.REFUSED)
                .query((row, n) -> new WaitingOfficer(
                        row.getString("staff_number"),
                        row.getString("name"),
                        row.getString("grade"),
                        row.getBoolean("refused"),
                        split(row.getString("handovers"))))
                .list();
    }

    private static List<String> split(String list) {
        return list == null ? List.of() : List.of(list.split(","));
    }
}
