package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return jdbc.sql("""
            SELECT a.id, a.member_id, a.kind, a.long_journey_agreed, a.contacted_on, a.given_by, a.given_at, c.option_id
            FROM preference_answer a LEFT JOIN preference_choice c ON c.answer_id = a.id
              JOIN (SELECT MAX(x.id) AS id FROM preference_answer x JOIN consultation_member_view m ON m.id = x.member_id WHERE m.consultation_id = ? GROUP BY x.member_id) last
                ON last.id = a.id
            ORDER BY a.id, c.choice_rank
            """).param(consultationId).query(AnswersQuery::answers);
    }

    private static List<Answer> answers(ResultSet rows) throws SQLException {
        Map<Long, List<Long>> choices = new LinkedHashMap<>();
        Map<Long, Answer> heads = new LinkedHashMap<>();
        while (rows.next()) {
            long id = rows.getLong("id");
            if (!heads.containsKey(id)) {
                heads.put(
                        id,
                        new Answer(
                                id,
                                rows.getLong("member_id"),
                                Kind.valueOf(rows.getString("kind")),
                                List.of(),
                                rows.getBoolean("long_journey_agreed"),
                                rows.getObject("contacted_on", LocalDate.class),
                                rows.getString("given_by"),
                                Utc.instant(rows, "given_at")));
                choices.put(id, new ArrayList<>());
            }
            Long option = rows.getObject("option_id", Long.class);
            if (option != null) choices.get(id).add(option);
        }
        return heads.values().stream()
                .map(head -> new Answer(
                        head.id(),
                        head.memberId(),
                        head.kind(),
                        choices.get(head.id()),
                        head.longJourneyAgreed(),
                        head.contactedOn(),
                        head.givenBy(),
                        head.givenAt()))
                .toList();
    }
}
