package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/** The queue of terminations and each of them, as a colleague may see it: of the regions and units they belong to; of a limited-access case the CRN only. */
@Service
public class ReadingTerminations {

  /** What a queue is asked for. */
  public enum Queue {
    OPEN("All open", "t.open_mark = 1"),
    DUE("Being worked on", "t.open_mark = 1 AND t.state NOT IN ('BLOCKED', 'WAITING') AND t.overdue_on >= :today"),
    OVERDUE("Overdue", "t.open_mark = 1 AND t.overdue_on < :today"),
    BLOCKED("Blocked", "t.open_mark = 1 AND t.state = 'BLOCKED'"),
    WAITING("Waiting for a handover", "t.open_mark = 1 AND t.state = 'WAITING'"),
    CLOSED("Closed", "t.open_mark IS NULL");

    private final String label;
    private final String condition;

    Queue(String label, String condition) {
      this.label = label;
      this.condition = condition;
    }

    public String label() {
      return label;
    }

    String where() {
      return this == OPEN ? condition : condition + " " + SEEN;
    }
  }

  /**
   * One of a queue. Where the colleague may not see a limited-access case, {@code visible} is false and everything but the CRN is null, empty or false.
   *
   * @param unitName who does it
   * @param blockers what blocks it, in words
   */
  public record Line(
      Long id, String crn, Integer eventNumber, boolean visible, String regionName, String unitName, TerminationState state, Cause cause, LocalDate dueOn, boolean overdue,
      List<String> blockers) {

    public String title() {
      return visible ? "CRN %s, event %d".formatted(crn, eventNumber) : "CRN " + crn;
    }
  }

  /** A page of a queue, with how many each queue has. */
  public record Listed(List<Line> lines, int total, Map<Queue, Integer> sizes, List<Region> regions) {}

  /** A region whose terminations the colleague sees. */
  public record Region(String code, String name) {}

  /** What was closed, in words; {@code restored} where it was given back. */
  public record ClosedLine(String what, boolean restored) {}

  /**
   * All that is to be seen of a termination.
   *
   * @param writes whether the colleague can give outcomes now
   * @param reopens whether they can reopen the case now
   * @param reopenReason empty where it was not reopened
   * @param workload of the practitioner; null where it was never calculated
   */
  public record File(
      Termination termination, ProbationCase probationCase, String unitName, boolean overdue, String reasonName, List<Blocker> blockers, boolean hoursLeft, boolean needsSpo,
      List<GivingEvidence.Line> components, Map<String, String> outcomeNames, List<GivingEvidence.Outcome> outcomes, List<ClosedLine> closed, List<CaseLetters.Listed> letters,
      Workloads.Workload workload, boolean writes, boolean reopens, String reopenReason) {}

  private static final Set<Role> WORKERS =
      EnumSet.of(Role.CASE_ADMIN, Role.PRACTITIONER, Role.PSO, Role.SPO, Role.HEAD_OF_OPERATIONS, Role.DATA_LEAD, Role.PSC_MANAGER);
  private static final String FROM = """
       FROM termination t JOIN probation_case c ON c.id = t.case_id JOIN region r ON r.code = c.region_code
      LEFT JOIN case_service cs ON cs.case_id = c.id AND cs.service_code = 'TERMINATIONS' AND cs.open_mark = 1 LEFT JOIN unit u ON u.code = cs.unit_code
      WHERE (:all OR c.region_code IN (:regions) OR cs.unit_code IN (:units)) AND (:region = '' OR c.region_code = :region) AND
      """;
  /** Where a queue tells more than that a termination runs, a limited-access case is in it only for who may see it. */
  private static final String SEEN = """
      AND (c.crn NOT IN (SELECT crn FROM limited_person) OR c.crn IN (SELECT crn FROM limited_person_reader WHERE user_name = :user))""";

  private final Terminations terminations;
  private final FindingOpenWork finding;
  private final GivingEvidence evidence;
  private final Reopening reopening;
  private final Workloads workloads;
  private final CaseLetters letters;
  private final Cases cases;
  private final CaseAccess access;
  private final CaseOwners owners;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final JdbcClient jdbc;

  ReadingTerminations(Terminations terminations, FindingOpenWork finding, GivingEvidence evidence, Reopening reopening, Workloads workloads, CaseLetters letters, Cases cases,
      CaseAccess access, CaseOwners owners, Deadlines deadlines, AuditTrail audit, JdbcClient jdbc) {
    this.terminations = terminations;
    this.finding = finding;
    this.evidence = evidence;
    this.reopening = reopening;
    this.workloads = workloads;
    this.letters = letters;
    this.cases = cases;
    this.access = access;
    this.owners = owners;
    this.deadlines = deadlines;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  /** Whether they do terminations, or answer for those who do. */
  public boolean worksOnThem(Colleague colleague) {
    return colleague.isServiceOwner() || WORKERS.stream().anyMatch(colleague::is);
  }

  /**
   * @param region code; empty: all that the colleague sees
   * @throws NotAllowedException where they have no part in terminations
   */
  @Transactional(readOnly = true)
  public Listed list(Queue queue, String region, Colleague by, int limit, int offset) {
    if (!worksOnThem(by)) throw new NotAllowedException("Only colleagues who do terminations, or answer for those who do, can see them. You are signed in as %s.".formatted(by.userName()));
    Map<Queue, Integer> sizes = new HashMap<>();
    for (Queue one : Queue.values()) sizes.put(one, scoped("SELECT COUNT(*)" + FROM + one.where(), region, by).query(Integer.class).single());
    record Row(long id, long caseId, String unitName, TerminationState state, Cause cause, LocalDate dueOn, boolean overdue) {}
    List<Row> rows = scoped("SELECT t.id, t.case_id, u.name, t.state, t.cause, t.due_on, t.open_mark IS NOT NULL AND t.overdue_on < :today" + FROM + queue.where()
            + " ORDER BY t.open_mark IS NULL, t.due_on, t.id LIMIT :limit OFFSET :offset", region, by)
        .param("limit", limit).param("offset", offset)
        .query((row, n) -> new Row(row.getLong(1), row.getLong(2), row.getString(3), TerminationState.valueOf(row.getString(4)), Cause.valueOf(row.getString(5)),
            row.getObject(6, LocalDate.class), row.getBoolean(7)))
        .list();
    Map<Long, ProbationCase> listed = rows.stream().map(Row::caseId).distinct().collect(Collectors.toMap(id -> id, cases::get));
    Set<Long> visible = access.visible(List.copyOf(listed.values()), by);
    Map<Long, List<String>> blockers = blockers(rows.stream().map(Row::id).toList());
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      ProbationCase one = listed.get(row.caseId());
      lines.add(!one.limitedAccess() || visible.contains(one.id())
          ? new Line(row.id(), one.crn(), one.eventNumber(), true, one.regionName(), row.unitName(), row.state(), row.cause(), row.dueOn(), row.overdue(),
              blockers.getOrDefault(row.id(), List.of()))
          : new Line(null, one.crn(), null, false, null, null, null, null, null, false, List.of()));
    }
    return new Listed(lines, sizes.get(queue), sizes, regions(by));
  }

  /**
   * @throws NotFound where there is none
   * @throws NotAllowedException where the colleague may not see the case
   */
  @Transactional
  public File file(long id, Colleague by) {
    Termination termination = terminations.find(id).orElseThrow(() -> new NotFound("There is no termination with the number %d.".formatted(id)));
    ProbationCase probationCase = cases.get(termination.caseId());
    access.mustSee(probationCase, by);
    if (probationCase.limitedAccess()) audit.record(by.userName(), "TERMINATION_VIEWED", termination.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn()));
    Optional<Owner> owner = owners.find(probationCase.id(), StartingTerminations.SERVICE);
    boolean open = termination.open();
    OpenWork work = finding.of(probationCase, termination);
    boolean administers = owner.isPresent() && !owner.get().frozen() && (by.isServiceOwner() || by.groups().contains(owner.get().group()));
    List<GivingEvidence.Outcome> outcomes = evidence.outcomes();
    return new File(
        termination, probationCase, owner.map(Owner::unitName).orElse("Nobody"), open && termination.overdueOn().isBefore(deadlines.today()), name(outcomes, termination.reasonCode()),
        open ? work.blockers() : List.of(), open && work.hoursLeft(), work.needsSpo(), open ? evidence.lines(termination, probationCase) : List.of(),
        outcomes.stream().collect(Collectors.toMap(GivingEvidence.Outcome::code, GivingEvidence.Outcome::name)), outcomes, closed(termination, outcomes),
        letters.ofCase(probationCase.id()), probationCase.practitioner() == null ? null : workloads.of(probationCase.practitioner()).orElse(null),
        administers && termination.state() == TerminationState.EVIDENCE, mayReopen(termination, probationCase, by), reopening.reason(id));
  }

  /** What the terminations of these cases are called by in audit and messages, by case; those asked for by hand too. */
  public Map<ProbationCase, List<String>> of(List<Long> caseIds) {
    Map<ProbationCase, List<String>> abouts = new HashMap<>();
    jdbc.sql("""
            SELECT case_id, CONCAT('termination/', id) FROM termination WHERE case_id IN (:cases)
            UNION ALL
            SELECT c.id, CONCAT('termination-request/', a.process_instance_key) FROM termination_request a JOIN probation_case c ON c.crn = a.crn AND c.event_number = a.event_number
            WHERE c.id IN (:cases)
            """)
        .param("cases", caseIds)
        .query(row -> {
          abouts.computeIfAbsent(cases.get(row.getLong(1)), unused -> new ArrayList<>()).add(row.getString(2));
        });
    return abouts;
  }

  private boolean mayReopen(Termination termination, ProbationCase probationCase, Colleague by) {
    boolean last = jdbc.sql("SELECT MAX(id) FROM termination WHERE case_id = ?").param(probationCase.id()).query(Long.class).single() == termination.id();
    if (!last || !Reopening.canBeReopened(termination)) return false;
    try {
      access.mustWorkOn(probationCase, by, Reopening.REOPENERS);
      return true;
    } catch (NotAllowedException other) {
      return false;
    }
  }

  private List<ClosedLine> closed(Termination termination, List<GivingEvidence.Outcome> outcomes) {
    return jdbc.sql("""
            SELECT x.what, x.was, x.restored_at, k.kind, k.reference, k.outcome_code, o.requirement_id
            FROM termination_closed x LEFT JOIN case_component k ON x.what = 'COMPONENT' AND k.id = x.item LEFT JOIN upw_order o ON x.what IN ('UPW', 'ORDER') AND o.id = x.item
            WHERE x.termination_id = ? AND x.what <> 'COMPONENTS' ORDER BY x.id
            """)
        .param(termination.id())
        .query((row, n) -> new ClosedLine(switch (row.getString("what")) {
          case Closed.EVENT -> "The event as a whole";
          case Closed.ORDER -> "Unpaid work %s was stopped".formatted(row.getString("requirement_id"));
          case Closed.UPW -> "Unpaid work requirement %s: %s".formatted(row.getString("requirement_id"), name(outcomes, row.getString("was")));
          default -> "%s %s%s".formatted(words(row.getString("kind")), row.getString("reference"),
              row.getString("outcome_code") == null ? "" : ": " + name(outcomes, row.getString("outcome_code")));
        }, row.getObject("restored_at", LocalDateTime.class) != null))
        .list();
  }

  private static String words(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  private static String name(List<GivingEvidence.Outcome> outcomes, String code) {
    return outcomes.stream().filter(outcome -> outcome.code().equals(code)).map(GivingEvidence.Outcome::name).findFirst().orElse(null);
  }

  private Map<Long, List<String>> blockers(List<Long> ids) {
    if (ids.isEmpty()) return Map.of();
    Map<Long, List<String>> found = new HashMap<>();
    jdbc.sql("SELECT termination_id, text FROM termination_blocker WHERE termination_id IN (:ids) ORDER BY kind, reference").param("ids", ids).query(row -> {
      found.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getString(2));
    });
    return found;
  }

  private JdbcClient.StatementSpec scoped(String sql, String region, Colleague by) {
    return jdbc.sql(sql)
        .param("all", by.isServiceOwner())
        .param("regions", orNone(slugsOf(by, "SELECT code, LOWER(code) FROM region")))
        .param("units", orNone(slugsOf(by, "SELECT code, slug FROM unit")))
        .param("region", region)
        .param("user", by.userName())
        .param("today", deadlines.today());
  }

  private List<Region> regions(Colleague by) {
    List<Region> all = jdbc.sql("SELECT DISTINCT r.code, r.name FROM region r JOIN probation_case c ON c.region_code = r.code JOIN termination t ON t.case_id = c.id ORDER BY r.name")
        .query(Region.class).list();
    return by.isServiceOwner() ? all : all.stream().filter(region -> belongs(by, region.code().toLowerCase(Locale.ROOT))).toList();
  }

  /** The codes of those for whose slug the colleague holds a role that does terminations. */
  private List<String> slugsOf(Colleague colleague, String codesAndSlugs) {
    return jdbc.sql(codesAndSlugs).query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
        .filter(entry -> belongs(colleague, entry.getValue())).map(Map.Entry::getKey).toList();
  }

  private static boolean belongs(Colleague colleague, String slug) {
    return WORKERS.stream().anyMatch(role -> colleague.heldFor(role).contains(slug));
  }

  /** SQL knows no empty list. */
  private static List<String> orNone(List<String> codes) {
    return codes.isEmpty() ? List.of("") : codes;
  }
}
