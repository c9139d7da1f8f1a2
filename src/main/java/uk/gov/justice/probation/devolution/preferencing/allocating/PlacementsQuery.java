package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;

/** The places that participants have, and the places left. People who have left occupy none. */
@Component
class PlacementsQuery {
    private final JdbcClient jdbc;

    PlacementsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ordered by member id. */
    List<Placement> of(long consultationId) {
        return jdbc.sql("""
            SELECT p.member_id, p.option_id, p.run_id, p.source, p.confirmed_at, p.started_on, p.moved_at
            FROM placement p JOIN consultation_member_view m ON m.id = p.member_id WHERE m.consultation_id = ? AND m.active_mark = 1 ORDER BY p.member_id
            """)
                .param(consultationId)
                .query(PlacementsQuery::placement)
                .list();
    }

    /** How many places each option has left, by option id. */
    Map<Long, Integer> free(long consultationId) {
        Map<Long, Integer> free = new LinkedHashMap<>();
        jdbc.sql("""
            SELECT o.id, o.places - COUNT(m.id) FROM preference_option o
              LEFT JOIN placement p ON p.option_id = o.id LEFT JOIN consultation_member_view m ON m.id = p.member_id AND m.active_mark = 1
            WHERE o.consultation_id = ? GROUP BY o.id, o.places ORDER BY o.id
            """).param(consultationId).query(row -> {
            free.put(row.getLong(1), row.getInt(2));
        });
        return free;
    }

    /** How many other people have a place of the option. Waits for anybody who is leaving at this moment. */
    int others(long optionId, long memberId) {
        return jdbc.sql("""
            SELECT COUNT(*) FROM placement p JOIN consultation_member_view m ON m.id = p.member_id AND m.active_mark = 1 WHERE p.option_id = ? AND p.member_id <> ?
            LOCK IN SHARE MODE
            """).params(optionId, memberId).query(Integer.class).single();
    }

    private static Placement placement(ResultSet row, int n) throws SQLException {
        return new Placement(
                row.getLong("member_id"),
                row.getObject("option_id", Long.class),
                row.getObject("run_id", Long.class),
                Source.valueOf(row.getString("source")),
                Utc.instant(row, "confirmed_at"),
                row.getObject("started_on", LocalDate.class),
                Utc.instant(row, "moved_at"));
    }
}
