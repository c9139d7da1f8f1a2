package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** Imports the types of order a case can have. Whether a known one can carry unpaid work stays: orders rely on it. */
@Component
class OrderTypeImport implements StagedImport {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,5}");

    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    OrderTypeImport(Contradictions contradictions, JdbcClient jdbc) {
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "order-types";
    }

    @Override
    public String purpose() {
        return "The types of order that a case can have, as nDelius names them.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of();
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("orderTypeCode", "1 to 5 capital letters and digits; it names the type", "201"),
                new Column("name", "at most 80 characters", "Community order"),
                new Column(
                        "carriesUnpaidWork",
                        "true if it can have an unpaid work requirement, otherwise false",
                        "true"));
    }

    @Override
    public String table() {
        return "staged_order_type";
    }

    @Override
    public List<String> definition() {
        return List.of("code VARCHAR(5)", "name VARCHAR(80)", "carries_upw BOOLEAN", "KEY (code)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        var keys = new DistinctKeys("orderTypeCode");
        return row -> {
            String code = row.required("orderTypeCode").matching(CODE, "must be 1 to 5 capital letters and digits");
            keys.add(row, code);
            return new Object[] {
                code,
                row.required("name").text(80),
                row.required("carriesUnpaidWork").flag()
            };
        };
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.report(badRows, "carriesUnpaidWork", "must stay %s for a known type of order", """
            SELECT s.line, IF(s.carries_upw, 'true', 'false'), IF(t.carries_upw, 'true', 'false')
            FROM staged_order_type s JOIN order_type t ON t.code = s.code WHERE s.carries_upw <> t.carries_upw
            """, Map.of());
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql("SELECT COUNT(*) FROM staged_order_type s JOIN order_type t ON t.code = s.code WHERE "
                        + Contradictions.differs("s", "t", "name"))
                .query(Integer.class)
                .single();
        jdbc.sql("UPDATE order_type t JOIN staged_order_type s ON s.code = t.code SET t.name = s.name")
                .update();
        int added = jdbc.sql("""
        INSERT INTO order_type (code, name, carries_upw) SELECT s.code, s.name, s.carries_upw
        FROM staged_order_type s LEFT JOIN order_type t ON t.code = s.code WHERE t.code IS NULL
        """).update();
        return new Taken(added, changed);
    }
}
