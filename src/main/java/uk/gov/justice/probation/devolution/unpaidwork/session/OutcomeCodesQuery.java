package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The code lists of sessions in the database. */
@Component
class OutcomeCodesQuery {
    private final JdbcClient jdbc;

    OutcomeCodesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Outcomes that were attended first, failures before the others. */
    List<OutcomeCode> outcomes() {
        return jdbc.sql(
                        "SELECT code, name, attended, credit, enforceable, in_tasklist FROM upw_outcome ORDER BY attended DESC, enforceable DESC, name")
                .query((row, n) -> new OutcomeCode(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        Credit.valueOf(row.getString(4)),
                        row.getBoolean(5),
                        row.getBoolean(6)))
                .list();
    }

    /** Names of the ratings by code, best first. */
    Map<String, String> ratings() {
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT code, name FROM upw_rating ORDER BY FIELD(code, 'EXCELLENT', 'GOOD', 'SATISFACTORY', 'UNSATISFACTORY', 'POOR', 'NOT_APPLICABLE')")
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }
}
