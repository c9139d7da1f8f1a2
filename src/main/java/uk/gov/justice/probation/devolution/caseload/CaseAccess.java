package uk.gov.justice.probation.devolution.caseload;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Who may see a case. Any colleague of its region, or of a unit that does one of its services; a limited-access case only its practitioner (who signs in with their staff
 * number) and who was granted access, not even the PSC Service Owner (ADR 0043).
 */
@Service
public class CaseAccess {

  /** Somebody who was given access to a limited-access case; {@code withdrawnAt} is {@code null} while they have it. Moments are in UTC. */
  public record Grant(long id, String userName, String grantedBy, LocalDateTime grantedAt, String withdrawnBy, LocalDateTime withdrawnAt) {}

  static final String SPO = "spo";
  static final String DATA_LEAD = "data-lead";
  private static final int LONGEST_NAME = 100;

  private final Cases cases;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  CaseAccess(Cases cases, AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.cases = cases;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public boolean maySee(ProbationCase probationCase, Colleague colleague) {
    if (probationCase.limitedAccess()) return colleague.userName().equals(probationCase.practitioner()) || isGranted(probationCase.id(), colleague);
    return colleague.isServiceOwner() || Stream.concat(Stream.of(probationCase.regionSlug()), units(probationCase.id()))
        .anyMatch(slug -> colleague.groups().stream().anyMatch(group -> group.endsWith("-" + slug)));
  }

  /** @throws NotAllowedException that names the CRN only */
  public void mustSee(ProbationCase probationCase, Colleague colleague) {
    if (maySee(probationCase, colleague)) return;
    throw new NotAllowedException(probationCase.limitedAccess()
        ? "CRN %s is a limited-access case. Only its practitioner and who was given access can see it: ask a senior probation officer of its region for access."
            .formatted(probationCase.crn())
        : "CRN %s belongs to the region %s. Only colleagues of that region, or of a unit that does a service for it, can see it. You are signed in as %s."
            .formatted(probationCase.crn(), probationCase.regionName(), colleague.userName()));
  }

  /**
   * As {@link #mustSee}, and the colleague must hold one of the roles in the case's region or in a unit that does one of its services.
   *
   * @param roles without the region, e.g. {@code upw-supervisor}
   */
  public void mustWorkOn(ProbationCase probationCase, Colleague colleague, String... roles) {
    mustSee(probationCase, colleague);
    boolean holds = Stream.concat(Stream.of(probationCase.regionSlug()), units(probationCase.id()))
        .anyMatch(slug -> Arrays.stream(roles).anyMatch(role -> colleague.holds(role, slug)));
    if (holds) return;
    throw new NotAllowedException("Only a colleague in the group %s can do this for CRN %s. You are signed in as %s.".formatted(
        Arrays.stream(roles).map(role -> role + "-" + probationCase.regionSlug()).collect(Collectors.joining(" or ")), probationCase.crn(), colleague.userName()));
  }

  /** Of these cases, those of which more than the CRN may be shown to the colleague; in one query, for lists. */
  public Set<Long> visible(List<ProbationCase> listed, Colleague colleague) {
    Set<Long> granted = jdbc.sql("SELECT case_id FROM case_access_grant WHERE user_name = ? AND open_mark = 1").param(colleague.userName()).query(Long.class).set();
    return listed.stream()
        .filter(one -> one.limitedAccess() ? colleague.userName().equals(one.practitioner()) || granted.contains(one.id()) : maySee(one, colleague))
        .map(ProbationCase::id)
        .collect(Collectors.toSet());
  }

  /** Who gives access: a senior probation officer or the data lead of the case's region, the PSC Service Owner not among them. */
  public void mustGrant(ProbationCase probationCase, Colleague colleague) {
    if (!mayGrant(probationCase, colleague)) {
      throw new NotAllowedException("Only a colleague in the group %1$s-%3$s or %2$s-%3$s decides who sees CRN %4$s. You are signed in as %5$s."
          .formatted(SPO, DATA_LEAD, probationCase.regionSlug(), probationCase.crn(), colleague.userName()));
    }
  }

  @Transactional(readOnly = true)
  public List<Grant> grants(long caseId, Colleague by) {
    mustGrant(cases.get(caseId), by);
    return jdbc.sql("""
            SELECT id, user_name, granted_by, granted_at, withdrawn_by, withdrawn_at FROM case_access_grant WHERE case_id = ? ORDER BY withdrawn_at IS NOT NULL, user_name, id
            """)
        .param(caseId)
        .query(Grant.class)
        .list();
  }

  /**
   * Gives somebody access; who has it already keeps it.
   *
   * @param userName the name with which they sign in
   * @throws IllegalArgumentException where the case is not limited, or the name is no name
   */
  @Transactional
  public void grant(long caseId, String userName, Colleague by) {
    ProbationCase probationCase = cases.lock(caseId);
    mustGrant(probationCase, by);
    if (!probationCase.limitedAccess()) throw new IllegalArgumentException("CRN %s is not a limited-access case: everybody in its region sees it.".formatted(probationCase.crn()));
    String name = userName == null ? "" : userName.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) throw new IllegalArgumentException("Enter the name with which the colleague signs in.");
    int granted = jdbc.sql("""
            INSERT INTO case_access_grant (case_id, user_name, granted_by, granted_at)
            SELECT :case, :user, :by, :now FROM probation_case
            WHERE id = :case AND NOT EXISTS (SELECT 1 FROM case_access_grant g WHERE g.case_id = :case AND g.user_name = :user AND g.open_mark = 1)
            """)
        .param("case", caseId).param("user", name).param("by", by.userName()).param("now", now())
        .update();
    if (granted > 0) record(probationCase, "ACCESS_GRANTED", name, by);
  }

  /** Takes access back; a second time changes nothing. */
  @Transactional
  public void withdraw(long caseId, long grantId, Colleague by) {
    ProbationCase probationCase = cases.lock(caseId);
    mustGrant(probationCase, by);
    int withdrawn = jdbc.sql("UPDATE case_access_grant SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ? AND case_id = ? AND withdrawn_at IS NULL")
        .params(by.userName(), now(), grantId, caseId)
        .update();
    if (withdrawn == 0) return;
    String name = jdbc.sql("SELECT user_name FROM case_access_grant WHERE id = ?").param(grantId).query(String.class).single();
    record(probationCase, "ACCESS_WITHDRAWN", name, by);
  }

  private void record(ProbationCase probationCase, String action, String userName, Colleague by) {
    audit.record(by.userName(), action, probationCase.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn(), "colleague", userName));
  }

  private static boolean mayGrant(ProbationCase probationCase, Colleague colleague) {
    return Stream.of(SPO, DATA_LEAD).anyMatch(role -> colleague.groups().contains(role + "-" + probationCase.regionSlug()));
  }

  private boolean isGranted(long caseId, Colleague colleague) {
    return jdbc.sql("SELECT COUNT(*) FROM case_access_grant WHERE case_id = ? AND user_name = ? AND open_mark = 1")
        .params(caseId, colleague.userName())
        .query(Integer.class)
        .single() > 0;
  }

  private Stream<String> units(long caseId) {
    return jdbc.sql("SELECT DISTINCT u.slug FROM case_service cs JOIN unit u ON u.code = cs.unit_code WHERE cs.case_id = ? AND cs.open_mark = 1")
        .param(caseId)
        .query(String.class)
        .list()
        .stream();
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
