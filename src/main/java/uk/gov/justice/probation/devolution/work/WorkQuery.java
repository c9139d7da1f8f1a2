package uk.gov.justice.probation.devolution.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.work.Wanted.Due;

/**
 * The open tasks of a colleague and their groups. Of a case that is not theirs to see they read the CRN alone, and no
 * other word of it is searched for them.
 */
@Component
public class WorkQuery {
    private static final String READABLE = "(t.crn IS NULL OR " + CaseAccess.readable("t.crn") + ")";
    private static final String COLUMNS =
            "SELECT t.task_key, t.name, t.family, t.about, t.words, t.crn, t.created_at, t.due_at, t.priority, t.assignee, "
                    + READABLE + " AS readable ";
    /** Keys alone are sorted; what they are of, and whether it may be seen, is read of what is shown. */
    private static final String OF_KEYS = "FROM open_task t JOIN (SELECT t.task_key ";

    private static final String THEIRS =
            "FROM open_task t WHERE t.task_key IN (SELECT h.task_key FROM open_task_holder h WHERE h.holder IN (:holders)) ";
    private static final String WHOSE =
            ", t.task_key IN (SELECT h.task_key FROM open_task_holder h WHERE h.task_key = t.task_key AND h.holder IN (:holders)) AS theirs, "
                    + "(SELECT GROUP_CONCAT(w.holder ORDER BY w.holder SEPARATOR '|') FROM open_task_holder w WHERE w.task_key = t.task_key) AS waits_for ";
    private static final String BY_FAMILY = "AND t.family = :family ";
    private static final String UNCLAIMED = "AND t.assignee IS NULL ";
    private static final String MINE =
            "AND t.task_key IN (SELECT m.task_key FROM open_task_holder m WHERE m.holder = :me) ";
    private static final String OF_THE_AWAY =
            "AND t.assignee IN (SELECT d.away FROM deputyship d WHERE d.deputy = :reader AND d.ended_at IS NULL AND :day BETWEEN d.first_day AND d.last_day) ";
    private static final String CALLED_SO =
            "AND (t.name LIKE :text OR t.crn LIKE UPPER(:text) OR t.words LIKE :text AND " + READABLE + ") ";
    private static final String BETWEEN = "AND t.due_at >= :from AND t.due_at < :until ";
    private static final String ORDER = "ORDER BY t.due_at, t.priority DESC, t.task_key ";
    private static final String PAGE = "LIMIT :atMost OFFSET :before) shown ON shown.task_key = t.task_key ";

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is overdue comes first, then what is due next. */
    public List<WaitingTask> list(Colleague colleague, Wanted wanted, int atMost, int before) {
        Instant now = clock.instant();
        Map<String, Object> asked = asked(colleague, wanted);
        asked.put("from", Utc.of(wanted.due() == Due.OVERDUE || wanted.due() == Due.ALL ? Instant.EPOCH : now));
        asked.put("until", Utc.of(until(wanted.due(), now)));
        asked.put("atMost", atMost);
        asked.put("before", before);
        return jdbc.sql(COLUMNS + OF_KEYS + THEIRS + conditions(wanted) + BETWEEN + ORDER + PAGE + ORDER)
                .params(asked)
                .query((row, n) -> read(row, now))
                .list();
    }

    /** How many there are of what is wanted, by when it is due. */
    public Map<Due, Integer> count(Colleague colleague, Wanted wanted) {
        Instant now = clock.instant();
        Map<String, Object> asked = asked(colleague, wanted);
        asked.put("now", Utc.of(now));
        asked.put("today", Utc.of(until(Due.TODAY, now)));
        asked.put("week", Utc.of(until(Due.WEEK, now)));
        return jdbc.sql("""
            SELECT COALESCE(SUM(t.due_at < :now), 0), COALESCE(SUM(t.due_at >= :now AND t.due_at < :today), 0), COALESCE(SUM(t.due_at >= :now AND t.due_at < :week), 0), COUNT(*)
            """ + THEIRS + conditions(wanted))
                .params(asked)
                .query((row, n) -> counts(row))
                .single();
    }

    /**
     * What waits for one of these subjects, e.g. {@code handover/12}, whoever it waits for. The colleague must be one
     * who may see the subjects.
     */
    public List<Waiting> about(Collection<String> subjects, Colleague colleague) {
        if (subjects.isEmpty()) return List.of();
        Instant now = clock.instant();
        Map<String, Object> asked = asked(colleague, Wanted.ALL);
        asked.put("subjects", subjects);
        return jdbc.sql(COLUMNS + WHOSE + "FROM open_task t WHERE t.about IN (:subjects) " + ORDER)
                .params(asked)
                .query((row, n) -> new Waiting(
                        row.getString("about"),
                        read(row, now),
                        row.getBoolean("theirs"),
                        whom(row, colleague.groups().isEmpty())))
                .list();
    }

    public Standing standing() {
        Instant now = clock.instant();
        return jdbc.sql("SELECT known_until, compared_at FROM open_task_reading WHERE id = 1")
                .query((row, n) -> Standing.at(now, Utc.instant(row, "known_until"), Utc.instant(row, "compared_at")))
                .optional()
                .orElse(Standing.at(now, null, null));
    }

    private static String conditions(Wanted wanted) {
        return (wanted.family().isEmpty() ? "" : BY_FAMILY)
                + switch (wanted.whose()) {
                    case ALL -> "";
                    case MINE -> MINE;
                    case UNCLAIMED -> UNCLAIMED;
                    case AWAY -> OF_THE_AWAY;
                }
                + (wanted.text().isEmpty() ? "" : CALLED_SO);
    }

    private Map<String, Object> asked(Colleague colleague, Wanted wanted) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("holders", holders(colleague, wanted));
        asked.put("me", Holder.user(colleague.userName()).name());
        asked.put("reader", colleague.userName());
        asked.put("day", LocalDate.now(clock));
        asked.put("family", wanted.family());
        asked.put("text", "%" + wanted.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        return asked;
    }

    /** Somebody else's group is no group of theirs. */
    private static Collection<String> holders(Colleague colleague, Wanted wanted) {
        if (wanted.group().isEmpty()) return Holder.allOf(colleague);
        return colleague.groups().contains(wanted.group())
                ? List.of(Holder.group(wanted.group()).name())
                : List.of("");
    }

    /** The moment after the last at which something so due is due. */
    private Instant until(Due due, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        return switch (due) {
            case OVERDUE -> now;
            case TODAY -> today.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
            case WEEK ->
                today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .atStartOfDay(clock.getZone())
                        .toInstant();
            case ALL -> OpenTaskBatch.NEVER.plusSeconds(1);
        };
    }

    static WaitingTask read(ResultSet row, Instant now) throws SQLException {
        Instant due = Utc.instant(row, "due_at");
        return new WaitingTask(
                row.getLong("task_key"),
                row.getString("name"),
                row.getString("family"),
                row.getString("about"),
                row.getBoolean("readable") ? row.getString("words") : "CRN " + row.getString("crn"),
                Utc.instant(row, "created_at"),
                due.equals(OpenTaskBatch.NEVER) ? null : due,
                due.isBefore(now),
                row.getInt("priority"),
                row.getString("assignee"));
    }

    /** Somebody without a role is not told who decides about them. */
    private static List<String> whom(ResultSet row, boolean groupsOnly) throws SQLException {
        String assignee = row.getString("assignee");
        if (assignee != null && !groupsOnly) return List.of(assignee);
        return Holder.names(row.getString("waits_for"), groupsOnly);
    }

    private static Map<Due, Integer> counts(ResultSet row) throws SQLException {
        Map<Due, Integer> counts = new EnumMap<>(Due.class);
        for (Due due : Due.values()) counts.put(due, row.getInt(due.ordinal() + 1));
        return counts;
    }
}
