package uk.gov.justice.probation.devolution.audit;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.Sought.What;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Finds entries of the audit, the newest first, from one entry on; never by counting over what is not shown. */
@Component
class AuditQuery {

    /** An entry as stored. */
    record Row(
            long id, LocalDateTime at, String actor, String action, String subject, String regionCode, String facts) {}

    private final JdbcClient jdbc;

    AuditQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param subjects what it is about; null: whatever
     * @param crn a person on probation; null: whoever
     * @param regions codes; null: all, and what belongs to none
     * @param before only entries before this one; null: from the newest on
     */
    List<Row> find(Sought sought, Set<String> subjects, String crn, Set<String> regions, Long before, int atMost) {
        Map<String, Object> given = new HashMap<>();
        StringBuilder sql = new StringBuilder(
                "SELECT e.id, e.at, e.actor, e.action, e.subject, e.region_code, e.facts FROM audit_entry e WHERE 1 = 1");
        if (sought.what() == What.LOOKS) sql.append(" AND e.action IN (:looks)");
        if (sought.what() == What.DECISIONS) sql.append(" AND e.action NOT IN (:looks)");
        if (sought.what() != What.ALL) given.put("looks", Sentences.actionsOfLooks());
        add(sql, given, " AND e.actor = :actor", "actor", sought.who().isEmpty() ? null : sought.who());
        add(sql, given, " AND e.action = :action", "action", sought.action().isEmpty() ? null : sought.action());
        add(sql, given, " AND e.at >= :from", "from", sought.from() == null ? null : Utc.of(sought.from()));
        add(sql, given, " AND e.at < :until", "until", sought.until() == null ? null : Utc.of(sought.until()));
        add(sql, given, " AND e.region_code IN (:regions)", "regions", regions);
        if (subjects != null && crn != null) sql.append(" AND (e.subject IN (:subjects) OR e.crn = :crn)");
        else if (subjects != null) sql.append(" AND e.subject IN (:subjects)");
        given.put("subjects", subjects);
        given.put("crn", crn);
        if (before != null) {
            sql.append(" AND e.at <= :beforeAt AND (e.at < :beforeAt OR e.id < :before)");
            given.put("before", before);
            given.put("beforeAt", at(before));
        }
        sql.append(" ORDER BY e.at DESC, e.id DESC LIMIT :atMost");
        given.put("atMost", atMost);
        return jdbc.sql(sql.toString()).params(given).query(Row.class).list();
    }

    /** Of an entry that does not exist, a moment before all of them. */
    private LocalDateTime at(long id) {
        return jdbc.sql("SELECT e.at FROM audit_entry e WHERE e.id = ?")
                .param(id)
                .query(LocalDateTime.class)
                .optional()
                .orElse(LocalDateTime.of(1970, 1, 1, 0, 0));
    }

    private static void add(StringBuilder sql, Map<String, Object> given, String condition, String name, Object value) {
        if (value == null) return;
        sql.append(condition);
        given.put(name, value);
    }
}
