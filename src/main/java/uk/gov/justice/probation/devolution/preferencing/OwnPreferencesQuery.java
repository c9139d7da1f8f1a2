package uk.gov.justice.probation.devolution.preferencing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealState;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;

/** How far one person has come with their choices, their outcome and their appeal, in each consultation. */
@Component
public class OwnPreferencesQuery {

    /**
     * Everything is null until it is there.
     *
     * @param closed when nobody could answer any more
     * @param answeredAt the latest answer
     * @param letterId the outcome letter
     * @param appealId the latest appeal
     */
    public record Own(
            Instant published,
            Instant closed,
            Instant answeredAt,
            Answer.Kind answered,
            Long letterId,
            Long appealId,
            Instant lodgedAt,
            AppealState appeal) {}

    /** @param number of the answer or the appeal */
    public record Given(long number, long memberId, boolean appeal, Instant at) {}

    private final JdbcClient jdbc;

    OwnPreferencesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By member id. */
    public Map<Long, Own> of(Collection<Long> memberIds) {
        Map<Long, Own> own = new HashMap<>();
        if (memberIds.isEmpty()) return own;
        jdbc.sql("""
            SELECT m.id, r.published_at, r.closed_at, g.given_at, g.kind, l.letter_id, p.id AS appeal_id, p.lodged_at, p.state
            FROM consultation_member_view m LEFT JOIN preference_round r ON r.consultation_id = m.consultation_id LEFT JOIN outcome_letter l ON l.member_id = m.id
              LEFT JOIN preference_answer g ON g.id = (SELECT MAX(x.id) FROM preference_answer x WHERE x.member_id = m.id)
              LEFT JOIN appeal p ON p.id = (SELECT MAX(y.id) FROM appeal y WHERE y.member_id = m.id)
            WHERE m.id IN (:ids)
            """).param("ids", memberIds).query(row -> {
            own.put(row.getLong("id"), own(row));
        });
        return own;
    }

    /** All answers and appeals. */
    public List<Given> given(Collection<Long> memberIds) {
        if (memberIds.isEmpty()) return List.of();
        return jdbc.sql("""
            SELECT id, member_id, FALSE AS appeal, given_at AS at FROM preference_answer WHERE member_id IN (:ids)
            UNION ALL SELECT id, member_id, TRUE, lodged_at FROM appeal WHERE member_id IN (:ids)
            """)
                .param("ids", memberIds)
                .query((row, n) -> new Given(
                        row.getLong("id"), row.getLong("member_id"), row.getBoolean("appeal"), Utc.instant(row, "at")))
                .list();
    }

    private static Own own(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String appeal = row.getString("state");
        return new Own(
                Utc.instant(row, "published_at"),
                Utc.instant(row, "closed_at"),
                Utc.instant(row, "given_at"),
                kind == null ? null : Answer.Kind.valueOf(kind),
                row.getObject("letter_id", Long.class),
                row.getObject("appeal_id", Long.class),
                Utc.instant(row, "lodged_at"),
                appeal == null ? null : AppealState.valueOf(appeal));
    }
}
