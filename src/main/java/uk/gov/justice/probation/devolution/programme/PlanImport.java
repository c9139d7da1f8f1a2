package uk.gov.justice.probation.devolution.programme;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.handover.Gate;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.CsvFile;
import uk.gov.justice.probation.devolution.imports.CsvImport;
import uk.gov.justice.probation.devolution.imports.CsvRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.security.Colleague;

/** The file {@code plan}, as {@code handover-plan.csv}. Only the PSC Service Owner may replace the plan; what runs goes on as it was launched. */
@Service
public class PlanImport implements CsvImport {
  private static final List<String> COLUMNS = List.of(
      "id", "kind", "region", "service", "scope", "from_unit", "to_unit", "window_start", "due", "due_stated", "gates", "seed_note");
  private static final Set<String> KINDS = names(HandoverKind.values());
  private static final Set<String> GATES = names(Gate.values());

  private final Plan plan;
  private final PlanRules rules;
  private final JdbcClient jdbc;
  private final Clock clock;

  PlanImport(Plan plan, PlanRules rules, JdbcClient jdbc, Clock clock) {
    this.plan = plan;
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Read(CsvRow line, PlanRow row) {}

  @Override
  public String file() {
    return "plan";
  }

  @Override
  @Transactional
  public ImportCounts take(InputStream csv, Colleague importer) {
    if (!importer.isServiceOwner()) throw new AccessDeniedException("Only the PSC Service Owner may import the plan");
    BadRows badRows = new BadRows();
    List<Read> read = new ArrayList<>();
    new CsvFile(COLUMNS).read(csv, badRows, line -> read.add(new Read(line, check(line))));
    if (read.isEmpty() && badRows.isEmpty()) badRows.add(1, "", "", "has no row: a plan needs at least one");
    checkTogether(read.stream().filter(r -> !r.line().faulty()).toList());
    badRows.refuse(file());
    return replace(read.stream().map(Read::row).toList(), importer);
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

  private void checkTogether(List<Read> read) {
    Map<String, Long> firstLine = new HashMap<>();
    for (int i = 0; i < read.size(); i++) {
      Read one = read.get(i);
      Long before = firstLine.putIfAbsent(one.row().id(), one.line().line());
      if (before != null) one.line().reject("id", "stands in line %d already".formatted(before));
      for (Read other : read.subList(0, i)) {
        if (rules.overlap(one.row(), other.row())) {
          one.line().reject("scope", "overlaps with %s in line %d: the same unit could lose the same case's service to both".formatted(other.row().id(), other.line().line()));
        }
      }
    }
  }

  private ImportCounts replace(List<PlanRow> rows, Colleague importer) {
    Map<String, PlanRow> before = plan.rows().stream().collect(Collectors.toMap(PlanRow::id, row -> row));
    int added = (int) rows.stream().filter(row -> !before.containsKey(row.id())).count();
    int unchanged = (int) rows.stream().filter(row -> row.equals(before.get(row.id()))).count();
    ImportCounts counts = new ImportCounts(file(), rows.size(), added, rows.size() - added - unchanged, unchanged);
    if (unchanged == rows.size() && before.size() == rows.size()) return counts;
    plan.replace(rows);
    jdbc.sql("INSERT INTO import_taken (file, sha256, taken_by, taken_at, row_count, added, changed, unchanged) VALUES (?, SHA2(?, 256), ?, ?, ?, ?, ?, ?)")
        .params(file(), rows.toString(), importer.userName(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), counts.rows(), counts.added(), counts.changed(),
            counts.unchanged())
        .update();
    return counts;
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
  }

  private static String sorted(Set<String> values) {
    return values.stream().sorted().collect(Collectors.joining(", "));
  }
}
