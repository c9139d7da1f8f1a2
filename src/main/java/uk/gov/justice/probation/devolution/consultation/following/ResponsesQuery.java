package uk.gov.justice.probation.devolution.consultation.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.workforce.NameInFull;

/** How many of those who take part were met and have ranked places, altogether, by team and by line manager. */
@Component
public class ResponsesQuery {

    /**
     * @param name of the team or the line manager
     * @param met whose one-to-one was held, or who did not want one
     * @param overdue whose one-to-one is late
     */
    public record Rate(String name, int people, int met, int overdue, int ranked) {

        public Progress oneToOnes() {
            return new Progress(met, people);
        }

        public Progress ranking() {
            return new Progress(ranked, people);
        }
    }

    private static final String COUNTS = """
      COUNT(*) AS people, COALESCE(SUM(m.one_to_one_state <> 'WAITING'), 0) AS met,
        COALESCE(SUM(m.one_to_one_state = 'WAITING' AND m.one_to_one_due < :today), 0) AS overdue, COUNT(a.member_id) AS ranked
      FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number
        LEFT JOIN (SELECT DISTINCT x.member_id FROM preferencing_answer_view x JOIN cohort_member k ON k.id = x.member_id WHERE k.consultation_id = :id) a ON a.member_id = m.id
      """;

    private static final String THOSE = "WHERE m.consultation_id = :id AND m.active_mark = 1 ";

    private static final String BY_TEAM = "SELECT COALESCE(t.name, 'No team is known') AS name, " + COUNTS
            + "LEFT JOIN team t ON t.code = s.team_code " + THOSE + "GROUP BY t.code, t.name";

    private static final String BY_MANAGER = "SELECT COALESCE(" + NameInFull.sql("l")
            + ", 'No line manager is known') AS name, " + COUNTS
            + "LEFT JOIN workforce_staff_view l ON l.staff_number = s.line_manager_staff_number " + THOSE
            + "GROUP BY l.staff_number, l.display_name";

    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    ResponsesQuery(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    /** Everybody. */
    public Rate all(long consultationId) {
        return rates("SELECT 'Everybody' AS name, " + COUNTS + THOSE, consultationId)
                .getFirst();
    }

    /** The team that has come least far first. */
    public List<Rate> byTeam(long consultationId) {
        return rates(BY_TEAM, consultationId);
    }

    /** The line manager whose people have come least far first. */
    public List<Rate> byManager(long consultationId) {
        return rates(BY_MANAGER, consultationId);
    }

    private List<Rate> rates(String sql, long consultationId) {
        return jdbc
                .sql(sql)
                .param("id", consultationId)
                .param("today", deadlines.today())
                .query((row, n) -> rate(row))
                .list()
                .stream()
                .sorted(Comparator.comparingInt((Rate rate) ->
                                rate.ranking().percent() + rate.oneToOnes().percent())
                        .thenComparing(Rate::name))
                .toList();
    }

    private static Rate rate(ResultSet row) throws SQLException {
        return new Rate(
                row.getString("name"),
                row.getInt("people"),
                row.getInt("met"),
                row.getInt("overdue"),
                row.getInt("ranked"));
    }
}
