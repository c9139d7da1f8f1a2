package uk.gov.justice.probation.devolution.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.handover.HandoverKind;

/** The plan as last imported. Handovers already launched keep the rows they were launched with. */
@Service
class PlanQuery {
    private static final String SEPARATOR = "|";

    private final JdbcClient jdbc;

    PlanQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PlanRow> rows() {
        return jdbc.sql("SELECT * FROM plan_row ORDER BY position")
                .query((row, n) -> read(row))
                .list();
    }

    private static PlanRow read(ResultSet row) throws SQLException {
        return new PlanRow(
                row.getString("id"),
                HandoverKind.valueOf(row.getString("kind")),
                split(row.getString("regions")),
                row.getString("service"),
                row.getString("scope"),
                split(row.getString("from_units")),
                row.getString("to_unit"),
                row.getObject("window_start", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getBoolean("due_stated"),
                split(row.getString("gates")),
                row.getString("seed_note"));
    }

    static String join(List<String> values) {
        return String.join(SEPARATOR, values);
    }

    static List<String> split(String list) {
        return list == null || list.isBlank() ? List.of() : List.of(list.split("\\|"));
    }
}
