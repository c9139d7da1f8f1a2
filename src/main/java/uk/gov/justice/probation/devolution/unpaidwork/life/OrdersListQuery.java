package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Forecast;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;

/**
 * The orders of a colleague's regions and units, the most urgent first. A limited-access case that they may not see
 * comes last, where its place says nothing, and is left out wherever being listed would.
 */
@Component
class OrdersListQuery {
    private static final String READABLE = CaseAccess.readable("c.crn");

    private static final String RUNNING = "o.state IN (%s)"
            .formatted(Arrays.stream(OrderState.values())
                    .filter(OrderState::running)
                    .map("'%s'"::formatted)
                    .collect(Collectors.joining(", ")));

    private static final String OPEN_ENFORCEMENT = Arrays.stream(EnforcementState.values())
            .filter(EnforcementState::open)
            .map("'%s'"::formatted)
            .collect(Collectors.joining(", "));

    /** As {@code Shortfall} counts it: what the sessions until the last day leave over. */
    private static final String MINUTES_SHORT = """
      o.minutes_ordered - o.minutes_credited - COALESCE((SELECT SUM(MOD(TIME_TO_SEC(s.end_time) - TIME_TO_SEC(s.start_time) + 86400, 86400)) DIV 60 FROM upw_session s
        WHERE s.order_id = o.id AND s.state IN ('PLANNED', 'RECORDED') AND s.on_date <= o.last_day), 0)
      """;

    private static final String PAST = "(" + RUNNING + " AND o.last_day < :today)";
    /** From the first forecast on: until then there is time to plan more. */
    private static final String SOON_OVER = "(" + RUNNING + " AND o.last_day BETWEEN :today AND :soon)";

    private static final String SHORT = "(" + SOON_OVER + " AND " + MINUTES_SHORT + " > 0)";
    private static final String ENFORCED = "(" + RUNNING
            + " AND o.id IN (SELECT e.order_id FROM upw_enforcement e WHERE e.state IN (" + OPEN_ENFORCEMENT + ")))";
    private static final String UNMANAGED = "(" + RUNNING + " AND c.practitioner_staff_number IS NULL)";

    private static final String URGENCY = """
      CASE WHEN NOT %s THEN 9 WHEN %s THEN 1 WHEN %s THEN 2 WHEN %s THEN 3 WHEN %s THEN 4 WHEN %s THEN 5 WHEN o.state = 'NOT_STARTED' THEN 6 ELSE 7 END
      """.formatted(READABLE, PAST, SHORT, ENFORCED, UNMANAGED, RUNNING);

    private static final String LISTED = " FROM upw_order o JOIN caseload_case_view c ON c.id = o.case_id WHERE "
            + "o.state IN (:states) AND " + CaseScope.sql("c.region_code", "c.id");

    private static final String ENFORCEMENTS =
            " FROM upw_enforcement e LEFT JOIN upw_enforcement_action a ON a.enforcement_id = e.id WHERE e.order_id = o.id AND e.state IN ("
                    + OPEN_ENFORCEMENT + ")";

    private static final String SHOWN =
            """
      SELECT o.id, o.case_id, c.crn, c.event_number, o.state, o.minutes_ordered - o.minutes_credited AS minutes_left, o.project_code, p.name AS project_name, c.pdu_name, c.rosh_level,
        o.last_day, k.urgency <> 9 AS readable, %s AS past, CASE WHEN %s THEN %s ELSE 0 END AS minutes_short,
        (SELECT e.state%s ORDER BY a.reply_by IS NULL, a.id DESC LIMIT 1) AS enforcement, (SELECT a.reply_by%s ORDER BY a.reply_by IS NULL, a.id DESC LIMIT 1) AS reply_by,
        %s AS enforced, %s AS unmanaged
      FROM (
      """.formatted(PAST, SOON_OVER, MINUTES_SHORT, ENFORCEMENTS, ENFORCEMENTS, ENFORCED, UNMANAGED);

    /**
     * Whose orders are listed.
     *
     * @param reader the colleague's user name
     */
    record Whose(CaseScope theirs, String reader) {}

    /**
     * @param projectCode null, like its name, until one has been chosen
     * @param enforcement null if none runs
     * @param replyBy when what it waits for must be there; null if nothing is due
     */
    record Row(
            long orderId,
            long caseId,
            String crn,
            int eventNumber,
            boolean readable,
            OrderState state,
            int minutesLeft,
            String projectCode,
            String projectName,
            String pduName,
            String risk,
            LocalDate lastDay,
            boolean past,
            int minutesShort,
            EnforcementState enforcement,
            LocalDate replyBy,
            boolean unmanaged) {}

    private final JdbcClient jdbc;

    OrdersListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there are of each urgency. */
    Map<Urgency, Integer> count(OrdersWanted wanted, Whose whose, LocalDate today) {
        String sums = Arrays.stream(Urgency.values())
                .map(urgency -> "COUNT(CASE WHEN %s THEN 1 END)".formatted(condition(urgency, wanted)))
                .collect(Collectors.joining(", "));
        return jdbc.sql("SELECT " + sums + LISTED + narrowed(wanted))
                .params(asked(wanted, whose, today))
                .query((row, n) -> {
                    Map<Urgency, Integer> counts = new EnumMap<>(Urgency.class);
                    for (Urgency urgency : Urgency.values()) counts.put(urgency, row.getInt(urgency.ordinal() + 1));
                    return counts;
                })
                .single();
    }

    /** @param counts how many there are of each urgency */
    List<Row> list(
            OrdersWanted wanted, Whose whose, LocalDate today, Map<Urgency, Integer> counts, int atMost, int from) {
        if (from >= counts.get(wanted.urgency())) return List.of();
        return jdbc.sql(SHOWN + "SELECT o.id, " + URGENCY + " AS urgency, CASE WHEN " + READABLE
                        + " THEN o.last_day END AS due, c.crn" + LISTED + narrowed(wanted) + " AND "
                        + upTo(from + atMost, wanted, counts)
                        + " ORDER BY urgency, due, c.crn, o.id LIMIT :atMost OFFSET :from) k"
                        + " JOIN upw_order o ON o.id = k.id JOIN caseload_case_view c ON c.id = o.case_id LEFT JOIN upw_project p ON p.code = o.project_code"
                        + " ORDER BY k.urgency, k.due, k.crn, o.id")
                .params(asked(wanted, whose, today))
                .param("atMost", atMost)
                .param("from", from)
                .query((row, n) -> read(row))
                .list();
    }

    /** The delivery units of the regions, by name. */
    List<String> pdus(CaseScope theirs) {
        return jdbc.sql(
                        "SELECT DISTINCT name FROM pdu WHERE :everywhere OR LOWER(region_code) IN (:slugs) OR region_code IN (SELECT region_code FROM unit WHERE slug IN (:slugs)) ORDER BY name")
                .params(theirs.parameters())
                .query(String.class)
                .list();
    }

    /**
     * Those past their last day come first, then those short of hours: while these fill the page, no others are read.
     */
    private static String upTo(int last, OrdersWanted wanted, Map<Urgency, Integer> counts) {
        String past = condition(Urgency.PAST, wanted);
        if (wanted.urgency() != Urgency.ANY) return condition(wanted.urgency(), wanted);
        if (last <= counts.get(Urgency.PAST)) return past;
        return last <= counts.get(Urgency.PAST) + counts.get(Urgency.SHORT)
                ? "o.last_day <= :soon AND (%s OR %s)".formatted(past, condition(Urgency.SHORT, wanted))
                : condition(Urgency.ANY, wanted);
    }

    private static String condition(Urgency urgency, OrdersWanted wanted) {
        return switch (urgency) {
            case ANY -> wanted.isFiltered() ? READABLE : "TRUE";
            case PAST -> PAST + " AND " + READABLE;
            case SHORT -> SHORT + " AND " + READABLE;
            case ENFORCED -> ENFORCED + " AND " + READABLE;
            case UNMANAGED -> UNMANAGED + " AND " + READABLE;
        };
    }

    private static String narrowed(OrdersWanted wanted) {
        return (wanted.crn().isEmpty() ? "" : " AND c.crn = :crn")
                + (wanted.pdu().isEmpty() ? "" : " AND c.pdu_name = :pdu")
                + (wanted.risk().isEmpty() ? "" : " AND c.rosh_level = :risk")
                + (wanted.project().isEmpty() ? "" : " AND o.project_code = :project");
    }

    private static Map<String, Object> asked(OrdersWanted wanted, Whose whose, LocalDate today) {
        Map<String, Object> asked = new HashMap<>(whose.theirs().parameters());
        asked.putAll(Map.of(
                "states", wanted.states(),
                "crn", wanted.crn(),
                "pdu", wanted.pdu(),
                "risk", wanted.risk(),
                "project", wanted.project(),
                "reader", whose.reader(),
                "today", today,
                "soon", today.plusMonths(12L - Forecast.FIRST.month())));
        return asked;
    }

    private static Row read(ResultSet row) throws SQLException {
        String enforcement = row.getString("enforcement");
        return new Row(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getString("crn"),
                row.getInt("event_number"),
                row.getBoolean("readable"),
                OrderState.valueOf(row.getString("state")),
                row.getInt("minutes_left"),
                row.getString("project_code"),
                row.getString("project_name"),
                row.getString("pdu_name"),
                row.getString("rosh_level"),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("past"),
                Math.max(0, row.getInt("minutes_short")),
                enforcement == null || !row.getBoolean("enforced") ? null : EnforcementState.valueOf(enforcement),
                row.getObject("reply_by", LocalDate.class),
                row.getBoolean("unmanaged"));
    }
}
