package uk.gov.justice.probation.devolution.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.handover.Scope;
import uk.gov.justice.probation.devolution.handover.Scopes;
import uk.gov.justice.probation.devolution.handover.Scopes.Part;

/**
 * What a plan must hold: known regions, services, scopes and units; due not before start; and no two rows that overlap, that is no unit that could lose the same case's
 * service to both (programme, facts 3 and 7).
 */
@Service
class PlanRules {
  private final Scopes scopes;
  private final JdbcClient jdbc;

  PlanRules(Scopes scopes, JdbcClient jdbc) {
    this.scopes = scopes;
    this.jdbc = jdbc;
  }

  Set<String> regions() {
    return new HashSet<>(jdbc.sql("SELECT code FROM region").query(String.class).list());
  }

  Set<String> units() {
    return new HashSet<>(jdbc.sql("SELECT code FROM unit").query(String.class).list());
  }

  boolean knowsService(String service) {
    return scopes.serviceName(service).isPresent();
  }

  boolean knowsScope(String scope) {
    return scopes.find(scope).isPresent();
  }

  boolean overlap(PlanRow one, PlanRow other) {
    return shareAny(one.regions(), other.regions()) && shareAny(one.fromUnits(), other.fromUnits())
        && scopes.parts(one.service()).stream().anyMatch(part ->
            scopes.parts(other.service()).stream().anyMatch(otherPart -> part.serviceCode().equals(otherPart.serviceCode()) && !taken(one, part).excludes(taken(other, otherPart))));
  }

  private Scope taken(PlanRow row, Part part) {
    return scopes.get(row.scope()).narrowedBy(part.scope());
  }

  private static boolean shareAny(List<String> one, List<String> other) {
    return one.stream().anyMatch(other::contains);
  }
}
