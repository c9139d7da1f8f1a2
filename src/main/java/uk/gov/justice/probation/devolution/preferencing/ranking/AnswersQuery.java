package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer.Kind;

/** Everybody's latest answers, read for hundreds of people at once. */
@Component
class AnswersQuery {
    private final JdbcClient jdbc;

    AnswersQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Answer> latest(long consultationId) {
        Map<Long, Answer> latest = new LinkedHashMap<>();
        jdbc.sql("""
            SELECT a.id, a.member_id, a.kind, a.contacted_on, a.given_by, a.given_at, c.option_id, COALESCE(c.long_journey_agreed, a.long_journey_agreed) AS agreed
            FROM preference_answer a LEFT JOIN preference_choice c ON c.answer_id = a.id
              JOIN (SELECT MAX(x.id) AS id FROM preference_answer x JOIN consultation_member_view m ON m.id = x.member_id WHERE m.consultation_id = ? GROUP BY x.member_id) last
                ON last.id = a.id
            ORDER BY a.id, c.choice_rank
            """).param(consultationId).query(row -> {
            latest.merge(row.getLong("id"), answer(row), AnswersQuery::together);
        });
        return List.copyOf(latest.values());
    }

    /** With the choice of this row. */
    private static Answer answer(ResultSet row) throws SQLException {
        List<Long> choice =
                Stream.ofNullable(row.getObject("option_id", Long.class)).toList();
        return new Answer(
                row.getLong("id"),
                row.getLong("member_id"),
                Kind.valueOf(row.getString("kind")),
                choice,
                row.getBoolean("agreed") ? Set.copyOf(choice) : Set.of(),
                row.getObject("contacted_on", LocalDate.class),
                row.getString("given_by"),
                Utc.instant(row, "given_at"));
    }

    private static Answer together(Answer before, Answer next) {
        return new Answer(
                before.id(),
                before.memberId(),
                before.kind(),
                Stream.concat(before.choices().stream(), next.choices().stream())
                        .toList(),
                Stream.concat(before.longJourneys().stream(), next.longJourneys().stream())
                        .collect(Collectors.toSet()),
                before.contactedOn(),
                before.givenBy(),
                before.givenAt());
    }
}
