package uk.gov.justice.probation.devolution.caseload;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/**
 * Which unit does a service for a case now, and whether its work must wait because a handover holds the queue: a case that has not moved waits until the queue is released, one
 * that has moved until both owners have signed.
 */
@Service
public class CaseOwners {

  /** @param slug of the unit, as in the names of task groups, e.g. {@code nw} or {@code liverpool} */
  public record Owner(String unitCode, String unitName, String slug, boolean region, boolean frozen) {

    /** The task group of those who do the unit's administration. */
    public String group() {
      return "case-admin-" + slug;
    }
  }

  private final JdbcClient jdbc;

  CaseOwners(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @throws NotFound with a sentence where no unit does the service for the case */
  public Owner of(long caseId, String service) {
    return find(caseId, service).orElseThrow(() -> nobody(caseId, service));
  }

  public Optional<Owner> find(long caseId, String service) {
    return read(caseId, service, "");
  }

  /**
   * As {@link #of}, and neither the owner nor whether the queue is frozen changes until the transaction ends. Who notes in that transaction that a case waits is found by the
   * release of the queue, which waits for it. Whoever freezes a queue holds its unit, which is held here too.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Owner lock(long caseId, String service) {
    return read(caseId, service, " LOCK IN SHARE MODE").orElseThrow(() -> nobody(caseId, service));
  }

  private Optional<Owner> read(long caseId, String service, String lock) {
    record Holding(String unit, String name, String slug, boolean region, String regionCode, Long begunBy) {}
    Optional<Holding> held = jdbc.sql("""
            SELECT cs.unit_code, u.name, u.slug, u.kind, cs.region_code, cs.begun_by_handover
            FROM case_service cs JOIN unit u ON u.code = cs.unit_code WHERE cs.case_id = ? AND cs.service_code = ? AND cs.open_mark = 1
            """ + lock)
        .params(caseId, service)
        .query((row, n) -> new Holding(row.getString("unit_code"), row.getString("name"), row.getString("slug"), row.getString("kind").equals("REGION"),
            row.getString("region_code"), row.getObject("begun_by_handover", Long.class)))
        .optional();
    return held.map(owner -> new Owner(owner.unit(), owner.name(), owner.slug(), owner.region(), jdbc.sql("""
            SELECT handover_id FROM frozen_queue
            WHERE service_code = :service AND region_code = :region AND unfrozen_at IS NULL AND (unit_code = :unit OR handover_id = :begunBy AND signed_at IS NULL)
            """ + lock)
        .param("service", service)
        .param("region", owner.regionCode())
        .param("unit", owner.unit())
        .param("begunBy", owner.begunBy())
        .query(Long.class)
        .list()
        .size() > 0));
  }

  private NotFound nobody(long caseId, String service) {
    String crn = jdbc.sql("SELECT crn FROM probation_case WHERE id = ?").param(caseId).query(String.class).optional().orElse("" + caseId);
    return new NotFound("No unit does the service %s for CRN %s. Import the file 'case-services' with it, then try again.".formatted(service, crn));
  }
}
