package uk.gov.justice.probation.devolution.audit;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes many entries of the audit in few statements. */
@Component
class AuditBatch {
    private static final int ROWS_A_STATEMENT = 500;

    private final JdbcClient jdbc;

    AuditBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry without the time that all have in common. */
    record Row(String actor, String action, String subject, String regionCode, String facts) {}

    void append(LocalDateTime at, List<Row> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT)
            insert(at, rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)));
    }

    private void insert(LocalDateTime at, List<Row> rows) {
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> Collections.addAll(
                values, at, row.actor(), row.action(), row.subject(), row.regionCode(), row.facts()));
        jdbc.sql("INSERT INTO audit_entry (at, actor, action, subject, region_code, facts) VALUES "
                        + String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?, ?, ?, ?)")))
                .params(values)
                .update();
    }
}
