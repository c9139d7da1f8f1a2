package uk.gov.justice.probation.devolution.caseload;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Colleagues;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Who may see a case. Colleagues of its region, or of a unit that does one of its services, whose role works on cases, and its practitioner, who signs in with their staff
 * number. Where access is limited, for any event of the person: a practitioner of one of the person's events and who was granted access alone, not even the PSC Service Owner
 * (ADR 0043). Who that is says the view {@code limited_person_reader}, in Java as in SQL.
 */
@Service
public class CaseAccess {

  /** Somebody who was given access to a limited-access case; {@code withdrawnAt} is {@code null} while they have it. Moments are in UTC. */
  public record Grant(long id, String userName, String grantedBy, LocalDateTime grantedAt, String withdrawnBy, LocalDateTime withdrawnAt) {}

  private static final Set<Role> WORKING_ON_CASES = EnumSet.of(Role.CASE_ADMIN, Role.PSO, Role.SPO, Role.PRACTITIONER, Role.PLACEMENT_COORDINATOR, Role.UPW_SUPERVISOR,
      Role.HEAD_OF_OPERATIONS, Role.DATA_LEAD, Role.PSC_MANAGER);
  private static final Set<Role> GRANTING = EnumSet.of(Role.SPO, Role.DATA_LEAD);

  private final Cases cases;
  private final Colleagues colleagues;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  CaseAccess(Cases cases, Colleagues colleagues, AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.cases = cases;
    this.colleagues = colleagues;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public boolean maySee(ProbationCase probationCase, Colleague colleague) {
    if (probationCase.limitedAccess()) return limitedReadBy(colleague).contains(probationCase.crn());
    if (colleague.isServiceOwner() || isPractitioner(probationCase, colleague)) return true;
    Set<String> slugs = colleague.taskGroups().filter(group -> WORKING_ON_CASES.contains(group.role())).map(TaskGroup::slug).collect(Collectors.toSet());
    return !slugs.isEmpty() && (slugs.contains(probationCase.regionSlug()) || units(probationCase.id()).anyMatch(slugs::contains));
  }

  /** @throws NotAllowedException that names the CRN only */
  public void mustSee(ProbationCase probationCase, Colleague colleague) {
    if (maySee(probationCase, colleague)) return;
    throw new NotAllowedException(probationCase.limitedAccess()
        ? "CRN %s is a limited-access case. Only its practitioner and who was given access can see it: ask a senior probation officer of its region for access."
            .formatted(probationCase.crn())
        : "CRN %s belongs to the region %s. Only colleagues who work on cases there, or in a unit that does a service for it, can see it. You are signed in as %s."
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
    Set<String> read = listed.stream().anyMatch(ProbationCase::limitedAccess) ? limitedReadBy(colleague) : Set.of();
    return listed.stream()
        .filter(one -> one.limitedAccess() ? read.contains(one.crn()) : maySee(one, colleague))
        .map(ProbationCase::id)
        .collect(Collectors.toSet());
  }

  /** Who gives access: a senior probation officer or the data lead of the case's region, the PSC Service Owner not among them. */
  public void mustGrant(ProbationCase probationCase, Colleague colleague) {
    if (!mayGrant(probationCase, colleague)) {
      throw new NotAllowedException("Only a colleague in the group %1$s-%3$s or %2$s-%3$s decides who sees CRN %4$s. You are signed in as %5$s."
          .formatted(Role.SPO.word(), Role.DATA_LEAD.word(), probationCase.regionSlug(), probationCase.crn(), colleague.userName()));
    }
  }

  /** Everybody who has or had access to the person, for whichever event it was given. */
  @Transactional(readOnly = true)
  public List<Grant> grants(long caseId, Colleague by) {
    ProbationCase probationCase = cases.get(caseId);
    mustGrant(probationCase, by);
    return jdbc.sql("""
            SELECT g.id, g.user_name, g.granted_by, g.granted_at, g.withdrawn_by, g.withdrawn_at
            FROM case_access_grant g JOIN probation_case c ON c.id = g.case_id WHERE c.crn = ? ORDER BY g.withdrawn_at IS NOT NULL, g.user_name, g.id
            """)
        .param(probationCase.crn())
        .query(Grant.class)
        .list();
  }

  /**
   * Gives somebody access to all events of the person; who has it already keeps it.
   *
   * @param userName the name with which they sign in
   * @throws Refusal where the case is not limited, nobody is known by the name, or it is one's own
   */
  @Transactional
  public void grant(long caseId, String userName, Colleague by) {
    ProbationCase probationCase = cases.lockPerson(caseId);
    mustGrant(probationCase, by);
    if (!probationCase.limitedAccess()) throw new NotPossibleNow("CRN %s is not a limited-access case: everybody in its region sees it.".formatted(probationCase.crn()));
    String name = userName == null ? "" : userName.strip();
    if (name.isEmpty()) throw new BreaksRules("userName", "Enter the name with which the colleague signs in.");
    if (name.equals(by.userName())) throw new BreaksRules("userName", "Nobody gives access to themself. Ask another senior probation officer or the data lead of the region.");
    if (!colleagues.knows(name)) {
      throw new BreaksRules("userName", "Nobody is known by the name '%s'. Enter a staff number, or the name of somebody who has signed in here before.".formatted(name));
    }
    int granted = jdbc.sql("""
            INSERT INTO case_access_grant (case_id, user_name, granted_by, granted_at)
            SELECT :case, :user, :by, :now FROM probation_case
            WHERE id = :case AND NOT EXISTS (
              SELECT 1 FROM case_access_grant g JOIN probation_case e ON e.id = g.case_id WHERE e.crn = :crn AND g.user_name = :user AND g.open_mark = 1)
            """)
        .param("case", caseId).param("crn", probationCase.crn()).param("user", name).param("by", by.userName()).param("now", now())
        .update();
    if (granted > 0) record(probationCase, "ACCESS_GRANTED", name, by);
  }

  /** Takes access to all events of the person back; a second time changes nothing. */
  @Transactional
  public void withdraw(long caseId, long grantId, Colleague by) {
    ProbationCase probationCase = cases.lockPerson(caseId);
    mustGrant(probationCase, by);
    Optional<String> name = jdbc.sql("""
            SELECT g.user_name FROM case_access_grant g JOIN probation_case c ON c.id = g.case_id WHERE g.id = ? AND c.crn = ? AND g.withdrawn_at IS NULL
            """)
        .params(grantId, probationCase.crn())
        .query(String.class)
        .optional();
    if (name.isEmpty()) return;
    jdbc.sql("""
            UPDATE case_access_grant SET withdrawn_by = ?, withdrawn_at = ?
            WHERE user_name = ? AND withdrawn_at IS NULL AND case_id IN (SELECT id FROM probation_case WHERE crn = ?)
            """)
        .params(by.userName(), now(), name.get(), probationCase.crn())
        .update();
    record(probationCase, "ACCESS_WITHDRAWN", name.get(), by);
  }

  private void record(ProbationCase probationCase, String action, String userName, Colleague by) {
    audit.record(by.userName(), action, probationCase.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn(), "colleague", userName));
  }

  private static boolean mayGrant(ProbationCase probationCase, Colleague colleague) {
    return GRANTING.stream().anyMatch(role -> colleague.heldFor(role).contains(probationCase.regionSlug()));
  }

  private static boolean isPractitioner(ProbationCase probationCase, Colleague colleague) {
    return colleague.userName().equals(probationCase.practitioner());
  }

  /** The persons with limited access whose cases the colleague may see, by CRN. */
  private Set<String> limitedReadBy(Colleague colleague) {
    return jdbc.sql("SELECT DISTINCT crn FROM limited_person_reader WHERE user_name = ?").param(colleague.userName()).query(String.class).set();
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
