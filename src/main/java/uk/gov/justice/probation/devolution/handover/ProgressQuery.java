package uk.gov.justice.probation.devolution.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * How the handovers of the latest launch of each region have come along: what waits for what, what moved when, and how
 * long they were in each state.
 */
@Component
@Transactional(readOnly = true)
public class ProgressQuery {

    /** Cases of a handover that have moved, all at one time. */
    public record Moved(long handoverId, int cases, Instant at) {}

    /** A handover has been in a state since then, until the next of its stays begins. */
    public record Stay(long handoverId, HandoverState state, Instant since) {}

    private static final String LATEST =
            "regional_programme_id IN (SELECT MAX(id) FROM programme_launch_view GROUP BY region_code)";

    private final JdbcClient jdbc;

    ProgressQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For each handover that site moves feed, their ids: the rule of {@link SiteMoves}, for all at once. */
    public Map<Long, List<Long>> waitsFor() {
        record Feeds(long move, long fed) {}
        return jdbc
                .sql("""
            SELECT m.id AS move_id, f.id AS fed_id
            FROM handover m JOIN handover f ON f.regional_programme_id = m.regional_programme_id AND f.kind = 'HANDOVER'
              AND FIND_IN_SET(m.to_unit, REPLACE(f.from_units, '|', ',')) > 0
            WHERE m.kind = 'SITE_MOVE' AND m.""" + LATEST + """
              AND EXISTS (SELECT 1 FROM plan_service a JOIN plan_service b ON b.service_code = a.service_code WHERE a.plan_service_code = m.service AND b.plan_service_code = f.service)
            ORDER BY m.id
            """)
                .query((row, n) -> new Feeds(row.getLong("move_id"), row.getLong("fed_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Feeds::fed, Collectors.mapping(Feeds::move, Collectors.toList())));
    }

    /** In the order in which it happened. */
    public List<Moved> moved() {
        return jdbc.sql("""
            SELECT b.handover_id, b.moved, b.done_at FROM handover_batch b JOIN handover h ON h.id = b.handover_id
            WHERE b.moved > 0 AND h.""" + LATEST + " ORDER BY b.done_at")
                .query((row, n) ->
                        new Moved(row.getLong("handover_id"), row.getInt("moved"), Utc.instant(row, "done_at")))
                .list();
    }

    /** Of each handover in order. */
    public List<Stay> stays() {
        return jdbc.sql("""
            SELECT s.handover_id, s.state, s.since FROM handover_state s JOIN handover h ON h.id = s.handover_id
            WHERE h.""" + LATEST + " ORDER BY s.handover_id, s.id")
                .query(ProgressQuery::stay)
                .list();
    }

    /** Of one handover in order. */
    public List<Stay> stays(long handoverId) {
        return jdbc.sql("SELECT handover_id, state, since FROM handover_state WHERE handover_id = ? ORDER BY id")
                .param(handoverId)
                .query(ProgressQuery::stay)
                .list();
    }

    private static Stay stay(ResultSet row, int n) throws SQLException {
        return new Stay(
                row.getLong("handover_id"), HandoverState.valueOf(row.getString("state")), Utc.instant(row, "since"));
    }
}
