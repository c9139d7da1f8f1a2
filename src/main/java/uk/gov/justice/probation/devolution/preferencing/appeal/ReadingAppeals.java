package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Explanations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealFile.Appealed;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealFile.Choice;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealFile.Sealed;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.NameInFull;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * Appeals for those who may see them: the person, the chair, the managers and the panel of the region with grounds and reasons; HR of the region without. Every look at a
 * sealed text is audited, and so is every look at an appeal.
 */
@Service
public class ReadingAppeals {

  /** One appeal in the list. */
  public record Line(long id, String personName, String regionName, String title, AppealState state, boolean inTime, LocalDateTime lodgedAt) {}

  /** @param total appeals in all, {@code waiting} of them open */
  public record Listed(List<Line> lines, int total, int waiting) {}

  private static final Role HR = Role.HR;

  private final AppealRepository appeals;
  private final Independence independence;
  private final Cohorts cohorts;
  private final Consultations consultations;
  private final Options options;
  private final Placements placements;
  private final Answers answers;
  private final Explanations explanations;
  private final ConfidentialRecords records;
  private final StaffDirectory staff;
  private final AuditTrail audit;
  private final JdbcClient jdbc;

  ReadingAppeals(AppealRepository appeals, Independence independence, Cohorts cohorts, Consultations consultations, Options options, Placements placements, Answers answers,
      Explanations explanations, ConfidentialRecords records, StaffDirectory staff, AuditTrail audit, JdbcClient jdbc) {
    this.appeals = appeals;
    this.independence = independence;
    this.cohorts = cohorts;
    this.consultations = consultations;
    this.options = options;
    this.placements = placements;
    this.answers = answers;
    this.explanations = explanations;
    this.records = records;
    this.staff = staff;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  /** Whether the colleague has a part in the appeals of any region. */
  public boolean hasPart(Colleague colleague) {
    return colleague.taskGroups().anyMatch(group -> roles().anyMatch(group.role()::equals));
  }

  /** The appeals of the colleague's regions, open ones first. @throws NotAllowedException where they have no part in any */
  @Transactional(readOnly = true)
  public Listed list(Colleague by, int limit, int offset) {
    List<String> regions = jdbc.sql("SELECT code FROM region").query(String.class).list().stream().filter(region -> roles().anyMatch(role -> isIn(by, role, region))).toList();
    if (regions.isEmpty()) throw new NotAllowedException("Only those who decide about appeals, and regional HR, can see them. You are signed in as %s.".formatted(by.userName()));
    List<Line> lines = jdbc.sql("""
            SELECT a.id, %s, r.name, c.title, a.state, a.in_time, a.lodged_at
            FROM appeal a JOIN cohort_member m ON m.id = a.member_id JOIN staff s ON s.staff_number = m.staff_number
              JOIN consultation c ON c.id = a.consultation_id JOIN region r ON r.code = c.region_code
            WHERE c.region_code IN (:regions) ORDER BY a.open_mark IS NULL, a.id LIMIT :limit OFFSET :offset
            """.formatted(NameInFull.sql("s")))
        .param("regions", regions).param("limit", limit).param("offset", offset)
        .query((row, n) -> new Line(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), AppealState.valueOf(row.getString(5)), row.getBoolean(6),
            row.getObject(7, LocalDateTime.class)))
        .list();
    return jdbc.sql("SELECT COUNT(*), COUNT(a.open_mark) FROM appeal a JOIN consultation c ON c.id = a.consultation_id WHERE c.region_code IN (:regions)")
        .param("regions", regions).query((row, n) -> new Listed(lines, row.getInt(1), row.getInt(2))).single();
  }

  /**
   * The appeal, as the colleague may see it.
   *
   * @throws NotFound where there is none
   * @throws NotAllowedException where they may not see it
   */
  @Transactional
  public AppealFile file(long appealId, Colleague by) {
    Appeal appeal = appeals.findById(appealId).orElseThrow(() -> new NotFound("There is no appeal with the number %d.".formatted(appealId)));
    Facts consultation = consultations.get(appeal.consultationId());
    Member member = cohorts.get(appeal.memberId());
    boolean own = by.userName().equals(member.staffNumber());
    List<AppealStep> steps = Arrays.stream(AppealStep.values()).filter(step -> isIn(by, step.role(), consultation.regionCode())).toList();
    if (!own && steps.isEmpty() && !isIn(by, HR, consultation.regionCode())) {
      throw new NotAllowedException("Only the person, those who decide about their appeal and HR of their region can see it. You are signed in as %s.".formatted(by.userName()));
    }
    audit.record(by.userName(), "APPEAL_VIEWED", appeal.subject(), consultation.regionCode(), Map.of("member", member.id()));
    boolean decisions = !own || !appeal.open();
    AppealStep waits = own ? null : steps.stream().filter(appeal::waitsFor).findFirst().orElse(null);
    String obstacle = waits == null ? null : independence.missing(appeal, waits, by.userName()).orElse(null);
    return new AppealFile(
        appealId, member.id(), consultation, staff.find(member.staffNumber()).orElseThrow().inFull(), own, appealed(appeal, decisions),
        own || !steps.isEmpty() ? sealed(appeal, member.staffNumber(), decisions, by) : null, name(appeal.fromOptionId()), decisions ? name(appeal.optionId()) : null,
        choices(appeal), explanations.of(member.id()), obstacle == null ? waits : null, obstacle, waits != null && appeal.reasonsBy(waits) != null);
  }

  /** The person's last appeal. */
  @Transactional(readOnly = true)
  public Optional<Long> lastOf(long memberId) {
    return appeals.findFirstByMemberIdOrderByIdDesc(memberId).map(Appeal::id);
  }

  private Appealed appealed(Appeal appeal, boolean decisions) {
    return new Appealed(
        appeal.state(), appeal.inTime(), appeal.lodgedAt(), appeal.admitted(), decisions ? appeal.recommendation() : null, decisions ? appeal.outcome() : null,
        decisions ? union(appeal.unionCode()) : null, decisions ? appeal.decidedAt() : null, decisions ? appeal.arrangement() : null);
  }

  private Sealed sealed(Appeal appeal, String staffNumber, boolean decisions, Colleague by) {
    return new Sealed(
        records.readFor(staffNumber, appeal.subject(), Kind.APPEAL_GROUNDS, by, "appeal"), decisions ? reasons(appeal, AppealStep.ADMISSION, staffNumber, by) : "",
        decisions ? reasons(appeal, AppealStep.REVIEW, staffNumber, by) : "", decisions ? reasons(appeal, AppealStep.DECISION, staffNumber, by) : "");
  }

  private String reasons(Appeal appeal, AppealStep step, String staffNumber, Colleague by) {
    return appeal.reasonsBy(step) == null ? "" : records.readFor(staffNumber, step.about(appeal), step.kind(), by, "appeal");
  }

  private List<Choice> choices(Appeal appeal) {
    Map<Long, Integer> free = placements.freePlaces(appeal.consultationId());
    return answers.last(appeal.memberId()).map(Answer::choices).orElse(List.of()).stream().map(options::get)
        .map(option -> new Choice(option.name(), option.places(), Math.max(0, free.getOrDefault(option.id(), 0)))).toList();
  }

  private String name(Long optionId) {
    return optionId == null ? null : options.get(optionId).name();
  }

  private String union(String code) {
    return code == null ? null : jdbc.sql("SELECT name FROM trade_union WHERE code = ?").param(code).query(String.class).single();
  }

  private static Stream<Role> roles() {
    return Stream.concat(Stream.of(HR), Arrays.stream(AppealStep.values()).map(AppealStep::role));
  }

  /** The PSC Service Owner, who acts for everybody elsewhere, has no part in appeals. */
  private static boolean isIn(Colleague colleague, Role role, String regionCode) {
    return colleague.isIn(TaskGroup.of(role, regionCode));
  }
}
