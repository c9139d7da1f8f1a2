package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.handover.Gate;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.CsvRow;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;

/** The file {@code plan}, as {@code handover-plan.csv}. Only the PSC Service Owner may replace the plan; what runs goes on as it was launched. */
@Component
class PlanImport implements StagedImport {
  private static final Set<String> KINDS = names(HandoverKind.values());
  private static final Set<String> GATES = names(Gate.values());
  private static final String CONTENT = "kind, regions, service, scope, from_units, to_unit, window_start, due, due_stated, gates, seed_note";
  private static final String DIFFERS = Contradictions.differs("s", "t", CONTENT.split(", "));

  private final PlanRules rules;
  private final JdbcClient jdbc;

  PlanImport(PlanRules rules, JdbcClient jdbc) {
    this.rules = rules;
    this.jdbc = jdbc;
  }

  @Override
  public String file() {
    return "plan";
  }

  @Override
  public List<String> columns() {
    return List.of("id", "kind", "region", "service", "scope", "from_unit", "to_unit", "window_start", "due", "due_stated", "gates", "seed_note");
  }

  @Override
  public String table() {
    return "staged_plan";
  }

  @Override
  public List<String> definition() {
    return List.of(
        "id VARCHAR(20) NOT NULL", "kind VARCHAR(10) NOT NULL", "regions VARCHAR(60) NOT NULL", "service VARCHAR(40) NOT NULL", "scope VARCHAR(50) NOT NULL",
        "from_units VARCHAR(100) NOT NULL", "to_unit VARCHAR(20) NOT NULL", "window_start DATE NOT NULL", "due DATE NULL", "due_stated BOOLEAN NOT NULL",
        "gates VARCHAR(100) NOT NULL", "seed_note VARCHAR(300) NOT NULL", "UNIQUE KEY (id)");
  }

  @Override
  public RowReader reader(Colleague importer) {
    if (!importer.isServiceOwner()) throw new AccessDeniedException("Only the PSC Service Owner may import the plan");
    return new Reader();
  }

  private final class Reader implements RowReader {
    private record Earlier(long line, PlanRow row) {}

    private final List<Earlier> earlier = new ArrayList<>();

    @Override
    public Object[] read(CsvRow line) {
      PlanRow row = check(line);
      if (row == null) return null;
      compare(line, row);
      earlier.add(new Earlier(line.line(), row));
      return new Object[] {
          row.id(), row.kind().name(), Plan.join(row.regions()), row.service(), row.scope(), Plan.join(row.fromUnits()), row.toUnit(), row.windowStart(), row.due(),
          row.dueStated(), Plan.join(row.gates()), row.seedNote()};
    }

    private void compare(CsvRow line, PlanRow row) {
      earlier.stream().filter(other -> other.row().id().equals(row.id())).findFirst()
          .ifPresent(first -> line.reject("id", "stands in line %d already".formatted(first.line())));
      earlier.stream().filter(other -> rules.overlap(row, other.row())).forEach(other -> line.reject("scope",
          "overlaps with %s in line %d: the same unit could lose the same case's service to both".formatted(other.row().id(), other.line())));
    }
  }

  private PlanRow check(CsvRow line) {
    String kind = line.required("kind").in(KINDS, "must be one of " + sorted(KINDS));
    boolean milestone = "MILESTONE".equals(kind);
    String id = line.required("id").text(20);
    List<String> regions = known(line, "region", rules.regions(), "is not a region");
    if (line.required("region").text(60) == null) regions = List.of();
    String service = line.required("service").text(40);
    if (service != null && !rules.knowsService(service)) line.reject("service", "is not a service");
    String scope = line.optional("scope").text(50);
    if (scope != null && !rules.knowsScope(scope)) line.reject("scope", "is not a scope");
    List<String> from = known(line, "from_unit", rules.units(), "is not a unit");
    if (from.isEmpty() && !milestone) line.reject("from_unit", "is missing");
    String to = line.required("to_unit").in(rules.units(), "is not a unit");
    if (to != null && from.contains(to)) line.reject("to_unit", "is a unit the work comes from");
    LocalDate start = line.required("window_start").date();
    LocalDate due = line.optional("due").date();
    if (start != null && due != null && due.isBefore(start)) line.reject("due", "lies before window_start (%s)".formatted(start));
    String stated = line.required("due_stated").in(Set.of("yes", "no"), "must be yes or no");
    List<String> gates = known(line, "gates", GATES, "is not a gate: " + sorted(GATES));
    String note = line.optional("seed_note").text(300);
    return line.faulty()
        ? null
        : new PlanRow(id, HandoverKind.valueOf(kind), regions, service, scope == null ? "" : scope, from, to, start, due, stated.equals("yes"), gates, note == null ? "" : note);
  }

  private static List<String> known(CsvRow line, String column, Set<String> known, String reason) {
    List<String> values = Plan.split(line.text(column));
    values.stream().filter(value -> !known.contains(value)).findFirst().ifPresent(unknown -> line.reject(column, "'%s' %s".formatted(unknown, reason)));
    return values;
  }

  @Override
  public void check(BadRows badRows, Colleague importer) {
    if (jdbc.sql("SELECT COUNT(*) FROM staged_plan").query(Long.class).single() == 0) badRows.add(1, "", "", "has no row: a plan needs at least one");
  }

  @Override
  public Taken take() {
    int added = jdbc.sql("SELECT COUNT(*) FROM staged_plan s LEFT JOIN plan_row t ON t.id = s.id WHERE t.id IS NULL").query(Integer.class).single();
    int changed = jdbc.sql("SELECT COUNT(*) FROM staged_plan s JOIN plan_row t ON t.id = s.id WHERE " + DIFFERS).query(Integer.class).single();
    jdbc.sql("DELETE FROM plan_row").update();
    jdbc.sql("INSERT INTO plan_row (id, position, %1$s) SELECT id, line, %1$s FROM staged_plan".formatted(CONTENT)).update();
    return new Taken(added, changed);
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
  }

  private static String sorted(Set<String> values) {
    return values.stream().sorted().collect(Collectors.joining(", "));
  }
}
