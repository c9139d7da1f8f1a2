package uk.gov.justice.probation.devolution.caseload;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** Sets and lifts the limit on who may see a case: by the data lead of its region alone, kept in the case's audit, and with all that is known of the case elsewhere masked at once. */
@Component
class LimitingAccess {
  /** So many persons at a time. */
  private static final int AT_ONCE = 200;
  private static final String NOBODY = "";

  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;

  LimitingAccess(AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc) {
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
  }

  /** The codes of the regions whose data lead the colleague is, the PSC Service Owner of none; the application itself leads all, to load its sample. Never empty, for SQL. */
  Set<String> ledBy(Colleague importer) {
    Set<String> slugs = importer.heldFor(Role.DATA_LEAD);
    boolean application = importer.userName().equals(Colleague.system().userName()) && importer.isServiceOwner();
    Set<String> led = jdbc.sql("SELECT code FROM region").query(String.class).list().stream()
        .filter(code -> application || slugs.contains(code.toLowerCase(Locale.ROOT))).collect(Collectors.toCollection(TreeSet::new));
    led.add(NOBODY);
    return led;
  }

  /** Of these cases the limit has just been set or lifted, in this transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  void record(Collection<Long> caseIds, Colleague by) {
    for (Long id : caseIds) {
      jdbc.sql("SELECT crn, region_code, limited_access FROM probation_case WHERE id = ?").param(id).query(row -> {
        audit.record(by.userName(), row.getBoolean("limited_access") ? "ACCESS_LIMITED" : "ACCESS_LIMIT_LIFTED", ProbationCase.subject(id), row.getString("region_code"),
            Map.of("crn", row.getString("crn")));
      });
    }
  }

  /** Access to these persons has just been limited, in this transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  void mask(List<String> crns) {
    for (int from = 0; from < crns.size(); from += AT_ONCE) {
      List<String> some = crns.subList(from, Math.min(crns.size(), from + AT_ONCE));
      events.publishEvent(new AccessLimited(jdbc.sql("SELECT id FROM probation_case WHERE crn IN (:crns)").param("crns", some).query(Long.class).list()));
    }
  }
}
