package uk.gov.justice.probation.devolution.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.handover.HandoverKind;

/** The plan as it was imported last. Handovers already launched keep the rows they were launched with. */
@Service
class Plan {
  private static final String SEPARATOR = "|";

  private final JdbcClient jdbc;

  Plan(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PlanRow> rows() {
    return jdbc.sql("SELECT * FROM plan_row ORDER BY position").query((row, n) -> read(row)).list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(List<PlanRow> rows) {
    jdbc.sql("DELETE FROM plan_row").update();
    for (int position = 0; position < rows.size(); position++) {
      insert(position, rows.get(position));
    }
  }

  private void insert(int position, PlanRow row) {
    jdbc.sql("""
            INSERT INTO plan_row (id, position, kind, regions, service, scope, from_units, to_unit, window_start, due, due_stated, gates, seed_note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(Arrays.asList(
            row.id(), position, row.kind().name(), join(row.regions()), row.service(), row.scope(), join(row.fromUnits()), row.toUnit(), row.windowStart(), row.due(),
            row.dueStated(), join(row.gates()), row.seedNote()))
        .update();
  }

  private static PlanRow read(ResultSet row) throws SQLException {
    return new PlanRow(
        row.getString("id"), HandoverKind.valueOf(row.getString("kind")), split(row.getString("regions")), row.getString("service"), row.getString("scope"),
        split(row.getString("from_units")), row.getString("to_unit"), row.getObject("window_start", LocalDate.class), row.getObject("due", LocalDate.class),
        row.getBoolean("due_stated"), split(row.getString("gates")), row.getString("seed_note"));
  }

  static String join(List<String> values) {
    return String.join(SEPARATOR, values);
  }

  static List<String> split(String list) {
    return list == null || list.isBlank() ? List.of() : List.of(list.split("\\|"));
  }
}
