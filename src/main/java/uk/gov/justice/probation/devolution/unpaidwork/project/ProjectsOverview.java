package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Days;
import uk.gov.justice.probation.devolution.unpaidwork.project.ListingProjects.Line;

/** The projects of a colleague's regions with what goes on there. */
@Component
class ProjectsOverview {
    private static final String THEIRS =
            "(:everywhere OR LOWER(p.region_code) IN (:slugs) OR p.region_code IN (SELECT u.region_code FROM unit u WHERE u.slug IN (:slugs)))";
    private static final String WAITING =
            "(s.state = 'PLANNED' AND (s.on_date < :today OR s.on_date = :today AND s.start_time <= :now))";

    /**
     * All states but that of a cancelled session, by name, so that the days are found by the index on state and day.
     */
    private static final String UNTIL_TOMORROW =
            "(s.state = 'PLANNED' AND s.on_date <= :tomorrow OR s.state IN ('PLANNED', 'RECORDED', 'SETTLED', 'HISTORY') AND s.on_date IN (:today, :tomorrow))";

    /** One that is over is listed as long as outcomes are missing. */
    private static final String LISTED = "WHERE " + THEIRS
            + " AND (:pdu = '' OR p.pdu_name = :pdu) AND (p.end_date IS NULL OR p.end_date >= :today OR EXISTS (SELECT 1 FROM upw_session s WHERE s.project_code = p.code AND "
            + WAITING + "))";

    private static final String COLUMNS = """
      SELECT p.code, p.name, p.pdu_name, p.days, p.start_time, p.end_time, CONCAT(TIME_FORMAT(p.pick_up_time, '%%H:%%i'), ', ', p.pick_up_point) AS pick_up, p.capacity, p.end_date, m.project_code IS NOT NULL AS theirs,
        COALESCE(t.waiting, 0) AS waiting, t.oldest, COALESCE(t.today, 0) AS today, COALESCE(t.tomorrow, 0) AS tomorrow, COALESCE(o.orders, 0) AS placed
      FROM upw_project p
      LEFT JOIN (SELECT s.project_code, COUNT(CASE WHEN %1$s THEN 1 END) AS waiting, MIN(CASE WHEN %1$s THEN s.on_date END) AS oldest,
          COUNT(CASE WHEN s.on_date = :today THEN 1 END) AS today, COUNT(CASE WHEN s.on_date = :tomorrow THEN 1 END) AS tomorrow
        FROM upw_session s WHERE (:code = '' OR s.project_code = :code) AND %2$s GROUP BY s.project_code) t ON t.project_code = p.code
      LEFT JOIN (SELECT DISTINCT s.project_code FROM upw_session s
        WHERE (:code = '' OR s.project_code = :code) AND s.recorded_by = :reader AND s.recorded_at >= :lately) m ON m.project_code = p.code
      LEFT JOIN (SELECT r.project_code, COUNT(*) AS orders FROM upw_order r
        WHERE (:code = '' OR r.project_code = :code) AND r.state IN ('INSTRUCTIONS', 'SESSIONS') GROUP BY r.project_code) o ON o.project_code = p.code
      """.formatted(WAITING, UNTIL_TOMORROW);

    /**
     * Whose projects are listed.
     *
     * @param reader the colleague's user name
     */
    record Whose(CaseScope theirs, String reader) {}

    /** @param lately since when, in UTC, what somebody recorded makes a project theirs */
    record Moment(LocalDateTime now, LocalDateTime lately) {}

    private final JdbcClient jdbc;

    ProjectsOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Line> list(Whose whose, String pdu, Moment at, int atMost, int from) {
        return jdbc.sql(
                        COLUMNS + LISTED
                                + " ORDER BY theirs DESC, waiting DESC, tomorrow DESC, p.name, p.code LIMIT :atMost OFFSET :from")
                .params(asked(whose, pdu, at))
                .param("code", "")
                .param("atMost", atMost)
                .param("from", from)
                .query((row, n) -> read(row))
                .list();
    }

    int count(Whose whose, String pdu, Moment at) {
        return jdbc.sql("SELECT COUNT(*) FROM upw_project p " + LISTED)
                .params(asked(whose, pdu, at))
                .query(Integer.class)
                .single();
    }

    boolean exists(String code) {
        return jdbc.sql("SELECT COUNT(*) FROM upw_project WHERE code = ?")
                        .param(code)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Empty if it is not of their regions. */
    Optional<Line> one(Whose whose, String code, Moment at) {
        return jdbc.sql(COLUMNS + "WHERE p.code = :code AND " + THEIRS)
                .params(asked(whose, "", at))
                .param("code", code)
                .query((row, n) -> read(row))
                .optional();
    }

    List<String> pdus(Whose whose) {
        return jdbc.sql("SELECT DISTINCT p.name FROM pdu p WHERE " + THEIRS + " ORDER BY p.name")
                .params(whose.theirs().parameters())
                .query(String.class)
                .list();
    }

    private static Map<String, Object> asked(Whose whose, String pdu, Moment at) {
        LocalDate today = at.now().toLocalDate();
        Map<String, Object> asked = new HashMap<>(whose.theirs().parameters());
        asked.putAll(Map.of(
                "reader", whose.reader(),
                "pdu", pdu,
                "today", today,
                "tomorrow", today.plusDays(1),
                "now", at.now().toLocalTime(),
                "lately", at.lately()));
        return asked;
    }

    private static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getString("name"),
                row.getString("pdu_name"),
                Days.of(row.getString("days")).inWords(),
                row.getObject("start_time", LocalTime.class),
                row.getObject("end_time", LocalTime.class),
                row.getString("pick_up"),
                row.getInt("capacity"),
                row.getObject("end_date", LocalDate.class),
                row.getBoolean("theirs"),
                row.getInt("waiting"),
                row.getObject("oldest", LocalDate.class),
                row.getInt("today"),
                row.getInt("tomorrow"),
                row.getInt("placed"));
    }
}
