package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;

/** The reasons the official allocation gave a person, with the place they have now. */
@Component
class ExplanationsQuery {

    /**
     * @param reasons as JSON
     * @param changed whether the person has been given another place since
     * @param siteName of the place they have now, like its role and hours; null if they have none
     * @param told what the panel wrote for them when it last moved them; null if it did not
     */
    record Explained(
            String reasons,
            boolean changed,
            Source source,
            String siteName,
            String roleName,
            Integer weeklyHours,
            String told) {}

    private final JdbcClient jdbc;

    ExplanationsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty before the allocation. */
    Optional<Explained> of(long memberId) {
        return jdbc.sql("""
            SELECT s.reasons, p.member_id IS NOT NULL AND NOT (p.option_id <=> s.option_id) AS changed, p.source, o.site_name, o.role_name, o.weekly_hours,
              (SELECT CASE WHEN m.member_id = s.member_id THEN m.told ELSE m.told_other END
               FROM panel_move m WHERE m.member_id = s.member_id OR m.swapped_with = s.member_id ORDER BY m.id DESC LIMIT 1) AS told
            FROM allocation_result s JOIN allocation_run r ON r.id = s.run_id AND r.official_mark = 1
              LEFT JOIN placement p ON p.member_id = s.member_id
              LEFT JOIN preference_option o ON o.id = p.option_id
            WHERE s.member_id = ?
            """).param(memberId).query(Explained.class).optional();
    }
}
