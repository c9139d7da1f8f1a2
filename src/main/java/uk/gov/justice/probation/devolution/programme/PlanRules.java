package uk.gov.justice.probation.devolution.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.handover.Scope;
import uk.gov.justice.probation.devolution.handover.Scopes;
import uk.gov.justice.probation.devolution.handover.Scopes.Part;

/** What a plan may name, and what its services and scopes stand for. */
@Service
class PlanRules {
  private final Scopes scopes;
  private final JdbcClient jdbc;

  PlanRules(Scopes scopes, JdbcClient jdbc) {
    this.scopes = scopes;
    this.jdbc = jdbc;
  }

  /** A unit of work; {@code region} is null where it is no region's own. */
  record Unit(String code, String region) {}

  Set<String> regions() {
    return new HashSet<>(jdbc.sql("SELECT code FROM region").query(String.class).list());
  }

  Map<String, Unit> units() {
    return jdbc.sql("SELECT code, CASE WHEN kind = 'REGION' THEN region_code END FROM unit").query((row, n) -> new Unit(row.getString(1), row.getString(2))).list().stream()
        .collect(Collectors.toMap(Unit::code, unit -> unit));
  }

  boolean knowsService(String service) {
    return scopes.serviceName(service).isPresent();
  }

  boolean knowsScope(String scope) {
    return scopes.find(scope).isPresent();
  }

  List<Part> parts(String service) {
    return scopes.parts(service);
  }

  Scope scope(String code) {
    return scopes.get(code);
  }
}
