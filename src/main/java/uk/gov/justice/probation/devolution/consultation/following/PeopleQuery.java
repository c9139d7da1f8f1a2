package uk.gov.justice.probation.devolution.consultation.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.workforce.NameInFull;

/** The people of a consultation, searched, narrowed down, ordered and by pages: one statement for a page. */
@Component
public class PeopleQuery {

    /** One of them. Unknown parts are null. */
    public record Participant(
            long memberId,
            String name,
            String manager,
            String team,
            String absence,
            LocalDate absenceUntil,
            boolean awayTooLong,
            LocalDate extendedTo,
            String oneToOneState,
            LocalDate oneToOneDue,
            boolean overdue,
            LocalDate metOn,
            boolean ranked,
            boolean left) {

        public String oneToOneLabel() {
            return switch (oneToOneState) {
                case "HELD" -> "Held";
                case "DECLINED" -> "Declined";
                default -> oneToOneDue == null ? "Not begun" : "Awaited";
            };
        }
    }

    /** @param all how many there are on all pages; 0 also on a page beyond the last */
    public record Page(List<Participant> people, int all) {}

    private static final String AWAY = """
      (s.absence IS NOT NULL AND m.left_at IS NULL
        AND (s.absence_until IS NULL AND m.extended_to IS NULL OR s.absence_until IS NOT NULL AND (m.extended_to IS NULL OR m.extended_to < s.absence_until)))
      """;

    private static final String OVERDUE =
            "(m.left_at IS NULL AND m.one_to_one_state = 'WAITING' AND m.one_to_one_due < :today)";

    private static final String RANKED = "EXISTS (SELECT 1 FROM preferencing_answer_view x WHERE x.member_id = m.id)";

    private static final String SELECT = "SELECT m.id, " + NameInFull.sql("s") + " AS name, " + NameInFull.sql("l")
            + " AS manager, t.name AS team, a.name AS absence, s.absence_until, " + AWAY
            + " AS away_too_long, m.extended_to, m.one_to_one_state, m.one_to_one_due, " + OVERDUE
            + " AS overdue, m.met_on, " + RANKED
            + " AS ranked, m.left_at IS NOT NULL AS has_left, COUNT(*) OVER () AS of_all ";

    private static final String FROM = """
      FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number
        LEFT JOIN workforce_staff_view l ON l.staff_number = s.line_manager_staff_number
        LEFT JOIN team t ON t.code = s.team_code LEFT JOIN absence_kind a ON a.code = s.absence
      WHERE m.consultation_id = :id
      """;

    private static final String CALLED_SO = "AND (UPPER(" + NameInFull.sql("s") + ") LIKE UPPER(:text) OR UPPER("
            + NameInFull.sql("l") + ") LIKE UPPER(:text)) ";
    private static final String OF_TEAM = "AND s.team_code = :team ";
    private static final String PAGE = "LIMIT :atMost OFFSET :before";

    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    PeopleQuery(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    public Page page(long consultationId, PeopleWanted wanted, int atMost, int before) {
        int[] all = {0};
        List<Participant> people = jdbc.sql(SELECT + FROM + conditions(wanted) + order(wanted.order()) + PAGE)
                .param("id", consultationId)
                .param("today", deadlines.today())
                .param("text", "%" + wanted.text().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("team", wanted.team())
                .param("atMost", atMost)
                .param("before", before)
                .query((row, n) -> {
                    all[0] = row.getInt("of_all");
                    return participant(row);
                })
                .list();
        return new Page(people, all[0]);
    }

    /** How many are away longer than the dates that apply to them. */
    public int awayTooLong(long consultationId) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number WHERE m.consultation_id = :id AND "
                                + AWAY)
                .param("id", consultationId)
                .query(Integer.class)
                .single();
    }

    /** The names of the teams of those who take part, by code, in the order of their names. */
    public Map<String, String> teams(long consultationId) {
        Map<String, String> teams = new LinkedHashMap<>();
        jdbc.sql("""
            SELECT DISTINCT t.code, t.name FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number JOIN team t ON t.code = s.team_code
            WHERE m.consultation_id = ? ORDER BY t.name, t.code
            """).param(consultationId).query(row -> {
            teams.put(row.getString(1), row.getString(2));
        });
        return teams;
    }

    private static String conditions(PeopleWanted wanted) {
        return (wanted.text().isEmpty() ? "" : CALLED_SO)
                + (wanted.team().isEmpty() ? "" : OF_TEAM)
                + switch (wanted.show()) {
                    case ALL -> "";
                    case TO_MEET -> "AND m.left_at IS NULL AND m.one_to_one_state = 'WAITING' ";
                    case OVERDUE -> "AND " + OVERDUE + " ";
                    case MET -> "AND m.left_at IS NULL AND m.one_to_one_state <> 'WAITING' ";
                    case NOT_RANKED -> "AND m.left_at IS NULL AND NOT " + RANKED;
                    case RANKED -> "AND m.left_at IS NULL AND " + RANKED;
                    case AWAY -> "AND " + AWAY;
                    case OWN_DATES -> "AND m.left_at IS NULL AND m.extended_to IS NOT NULL ";
                    case LEFT -> "AND m.left_at IS NOT NULL ";
                };
    }

    private static String order(PeopleWanted.Order order) {
        return switch (order) {
            case URGENT ->
                " ORDER BY m.left_at IS NOT NULL, m.one_to_one_state <> 'WAITING', m.one_to_one_due IS NULL, m.one_to_one_due, ranked, s.display_name, m.id ";
            case NAME -> " ORDER BY m.left_at IS NOT NULL, s.display_name, m.id ";
            case MANAGER ->
                " ORDER BY m.left_at IS NOT NULL, l.display_name IS NULL, l.display_name, s.display_name, m.id ";
            case TEAM -> " ORDER BY m.left_at IS NOT NULL, t.name IS NULL, t.name, s.display_name, m.id ";
        };
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                row.getLong("id"),
                row.getString("name"),
                row.getString("manager"),
                row.getString("team"),
                row.getString("absence"),
                row.getObject("absence_until", LocalDate.class),
                row.getBoolean("away_too_long"),
                row.getObject("extended_to", LocalDate.class),
                row.getString("one_to_one_state"),
                row.getObject("one_to_one_due", LocalDate.class),
                row.getBoolean("overdue"),
                row.getObject("met_on", LocalDate.class),
                row.getBoolean("ranked"),
                row.getBoolean("has_left"));
    }
}
