package uk.gov.justice.probation.devolution.consultation.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.cohort.Joining;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.CsvFile;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Launches consultations, by HR of the region: of the staff the database knows, or of those in a staff file, which is imported first. All of it or nothing; nobody takes part
 * in two running consultations.
 */
@Service
public class LaunchingConsultations {
  /** Bytes of a staff file: it is read twice, and its page carries it to the one that asks once more. Some 8,000 people; no region has so many. */
  public static final int STAFF_FILE_AT_MOST = 1 << 20;

  private static final Duration KEPT = Duration.ofDays(1);
  private static final String STAFF_FILE = "staff";
  private static final Set<String> OBJECTIVES = Set.of("GREEDY", "GENEROUS", "BALANCED");
  private static final int MOST_CHOICES = 5;
  private static final int LONGEST_JOURNEY = 240;
  private static final int NUMBERS_NAMED = 10;
  private static final EnteredDay PREFERENCES_CLOSE_ON = EnteredDay.optional("the last day to rank places", DayRule.toCome());
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

  /** A launched consultation and how many people take part. */
  public record Launched(Facts consultation, int people) {}

  private final Consultations consultations;
  private final Joining joining;
  private final StaffDirectory staff;
  private final Imports imports;
  private final StagedImport staffFile;
  private final Deadlines deadlines;
  private final ConsultationSettings settings;
  private final TaskSubjects subjects;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  LaunchingConsultations(Consultations consultations, Joining joining, StaffDirectory staff, Imports imports, List<StagedImport> files, Deadlines deadlines,
      ConsultationSettings settings, TaskSubjects subjects, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.consultations = consultations;
    this.joining = joining;
    this.staff = staff;
    this.imports = imports;
    this.staffFile = files.stream().filter(file -> file.file().equals(STAFF_FILE)).findFirst().orElseThrow();
    this.deadlines = deadlines;
    this.settings = settings;
    this.subjects = subjects;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Launches a consultation of the staff the database knows.
   *
   * @throws uk.gov.justice.probation.devolution.security.NotAllowedException where the colleague is not HR of the region
   * @throws LaunchRefusedException with every reason
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Launched launch(Launch launch, Colleague by) {
    mustBeHr(launch, by);
    return launch(launch, inScope(launch), launch.unitCode(), by.userName(), null);
  }

  /**
   * Imports a staff file and launches a consultation of the people in it.
   *
   * @throws uk.gov.justice.probation.devolution.imports.ImportRefusedException with every bad row; nothing is launched then
   * @throws LaunchRefusedException with every reason; nothing of the file is taken then
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Launched launch(Launch launch, InputStream staffCsv, Colleague by) throws IOException {
    mustBeHr(launch, by);
    byte[] csv = staffCsv.readNBytes(STAFF_FILE_AT_MOST + 1);
    if (csv.length > STAFF_FILE_AT_MOST) {
      throw new LaunchRefusedException(List.of("The staff file is larger than 1 MB. Import it as 'staff' first, then launch without a file, by unit and grade."), false);
    }
    imports.take(STAFF_FILE, new ByteArrayInputStream(csv), by);
    Set<String> numbers = new LinkedHashSet<>();
    new CsvFile(staffFile.columns()).read(new ByteArrayInputStream(csv), new BadRows(), row -> numbers.add(row.text("staffNumber")));
    return launch(launch, staff.all(numbers), launch.unitCode(), by.userName(), null);
  }

  /**
   * The consultation that this process instance runs: launched here as HR has confirmed it, or before by {@link #launch}.
   *
   * @param confirmed what came from Tasklist's start form and was confirmed; null where it was launched before
   * @param consultationId which was launched before
   * @throws LaunchRefusedException with every reason
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Launched begin(LaunchRequests.Confirmed confirmed, Long consultationId, long processInstanceKey) {
    Launched begun = running(confirmed, consultationId, processInstanceKey);
    Facts facts = begun.consultation();
    subjects.note(processInstanceKey, new TaskSubject("consultationId", facts.id(), facts.subject(), facts.regionCode()));
    return begun;
  }

  private Launched running(LaunchRequests.Confirmed confirmed, Long consultationId, long processInstanceKey) {
    Optional<Long> known = jdbc.sql("SELECT id FROM consultation WHERE process_instance_key = ?").param(processInstanceKey).query(Long.class).optional();
    if (known.isPresent()) return launched(known.get());
    if (confirmed != null) return launch(confirmed.launch(), inScope(confirmed.launch()), confirmed.launch().unitCode(), confirmed.by(), processInstanceKey);
    if (consultationId == null) throw new CannotSucceedException("Nobody has confirmed this launch. Cancel it in Operate and launch again");
    consultations.get(consultationId);
    int begun = jdbc.sql("UPDATE consultation SET process_instance_key = ?, version = version + 1 WHERE id = ? AND process_instance_key IS NULL")
        .params(processInstanceKey, consultationId)
        .update();
    if (begun == 0) throw new LaunchRefusedException(List.of("Consultation %d runs already.".formatted(consultationId)), true);
    return launched(consultationId);
  }

  /** The name of a region; the code itself where there is no such region. */
  public String regionName(String code) {
    return jdbc.sql("SELECT name FROM region WHERE code = ?").param(code).query(String.class).optional().orElse(code);
  }

  /** The regions of the programme. */
  public List<CodeAndName> regions() {
    return named("SELECT code, name FROM region WHERE code IN (SELECT region_code FROM pdu) ORDER BY name");
  }

  /** The units whose staff can be consulted. */
  public List<CodeAndName> units() {
    return named("SELECT code, name FROM unit WHERE kind <> 'REGION' ORDER BY kind DESC, name");
  }

  public List<CodeAndName> grades() {
    return named("SELECT code, name FROM grade ORDER BY name");
  }

  private List<CodeAndName> named(String sql) {
    return jdbc.sql(sql).query((row, n) -> new CodeAndName(row.getString(1), row.getString(2))).list();
  }

  private void mustBeHr(Launch launch, Colleague by) {
    if (!isRegion(launch.regionCode())) throw new LaunchRefusedException(List.of(unknownRegion(launch)), false);
    by.mustHold("hr", launch.regionCode(), "launch a consultation in " + regionName(launch.regionCode()));
  }

  private List<StaffMember> inScope(Launch launch) {
    return staff.of(launch.regionCode(), launch.unitCode(), launch.grades());
  }

  private Launched launch(Launch launch, List<StaffMember> people, String unitCode, String by, Long processInstanceKey) {
    joining.waitForOthers(launch.regionCode());
    List<String> running = joining.alreadyTakingPart(people);
    List<String> reasons = new ArrayList<>(reasons(launch, people));
    reasons.addAll(running);
    if (!reasons.isEmpty()) throw new LaunchRefusedException(reasons, !running.isEmpty());
    long id = insert(launch, title(launch), unitCode, by, processInstanceKey);
    try {
      joining.add(id, people);
    } catch (BeyondCalendarException e) {
      throw new LaunchRefusedException(List.of("Somebody's absence reaches beyond the known bank holidays. " + e.getMessage()), false);
    }
    audit.record(by, "CONSULTATION_LAUNCHED", Consultations.subject(id), launch.regionCode(),
        Map.of("people", people.size(), "objective", launch.objective(), "maxChoices", launch.maxChoices(), "mobilityLimit", launch.mobilityLimit()));
    if (processInstanceKey == null) {
      events.publishEvent(new EngineMessage("consultation.launched", Long.toString(id), "consultation-launched-" + id, Map.of("consultationId", id), KEPT));
    }
    return launched(id);
  }

  private List<String> reasons(Launch launch, List<StaffMember> people) {
    List<String> reasons = new ArrayList<>();
    boolean region = isRegion(launch.regionCode());
    if (!region) reasons.add(unknownRegion(launch));
    if (launch.unitCode() != null && unitName(launch.unitCode()).isEmpty()) reasons.add("'%s' is not a unit whose staff can be consulted.".formatted(launch.unitCode()));
    launch.grades().stream().filter(grade -> !isGrade(grade)).forEach(grade -> reasons.add("'%s' is not a grade.".formatted(grade)));
    if (launch.objective() == null || !OBJECTIVES.contains(launch.objective())) {
      reasons.add("Say how places are shared out: most first choices (GREEDY), nobody far down (GENEROUS) or best on the whole (BALANCED).");
    }
    if (launch.maxChoices() < 1 || launch.maxChoices() > MOST_CHOICES) reasons.add("Each person may rank 1 to %d places.".formatted(MOST_CHOICES));
    if (launch.mobilityLimit() < 1 || launch.mobilityLimit() > LONGEST_JOURNEY) reasons.add("A journey may take 1 to %d minutes each way.".formatted(LONGEST_JOURNEY));
    LocalDate unionsAtLeastUntil = deadlines.today().plus(settings.agreedPeriod());
    PREFERENCES_CLOSE_ON.and(afterTheUnions(unionsAtLeastUntil)).problem(launch.preferencesCloseOn(), deadlines).ifPresent(reasons::add);
    if (region && people.isEmpty()) {
      reasons.add("Nobody in %s would be consulted: no member of staff there belongs to the unit and the grades you chose.".formatted(regionName(launch.regionCode())));
    }
    long elsewhere = people.stream().filter(person -> !person.regionCode().equals(launch.regionCode())).count();
    if (elsewhere > 0) reasons.add("%d of the people in the file belong to another region. Leave them out, or launch there too.".formatted(elsewhere));
    List<String> notInScope = people.stream().filter(person -> !isInScope(launch, person)).map(StaffMember::staffNumber).toList();
    if (!notInScope.isEmpty()) {
      String more = notInScope.size() > NUMBERS_NAMED ? " and %d more".formatted(notInScope.size() - NUMBERS_NAMED) : "";
      reasons.add("The file has people who are not in scope, because of their unit or grade: %s%s. Leave them out, or consult their unit and grade too."
          .formatted(String.join(", ", notInScope.subList(0, Math.min(NUMBERS_NAMED, notInScope.size()))), more));
    }
    return reasons;
  }

  private static DayRule afterTheUnions(LocalDate until) {
    return (day, today) -> day.isAfter(until) ? Optional.empty()
        : Optional.of("the unions are consulted until %s at the earliest. Enter a later day, or none".formatted(Deadlines.inWords(until)));
  }

  private static boolean isInScope(Launch launch, StaffMember person) {
    return (launch.unitCode() == null || launch.unitCode().equals(person.unitCode())) && (launch.grades().isEmpty() || launch.grades().contains(person.grade()));
  }

  private long insert(Launch launch, String title, String unitCode, String by, Long processInstanceKey) {
    Instant closeAt = launch.preferencesCloseOn() == null ? null : deadlines.endOfDay(launch.preferencesCloseOn());
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
            INSERT INTO consultation (region_code, unit_code, grades, title, state, objective, max_choices, mobility_limit_minutes, launched_by, launched_at, process_instance_key,
              preferences_close_at)
            VALUES (?, ?, ?, ?, 'LAUNCHED', ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(Arrays.asList(
            launch.regionCode(), unitCode, String.join("|", launch.grades()), title, launch.objective(), launch.maxChoices(), launch.mobilityLimit(), by,
            Utc.of(clock.instant()), processInstanceKey, closeAt == null ? null : Utc.of(closeAt)))
        .update(key);
    return key.getKey().longValue();
  }

  private String title(Launch launch) {
    String who = launch.unitCode() == null ? regionName(launch.regionCode()) : unitName(launch.unitCode()).orElseThrow();
    return "%s, %s".formatted(who, YearMonth.from(deadlines.today()).format(MONTH));
  }

  private Launched launched(long id) {
    int people = jdbc.sql("SELECT COUNT(*) FROM cohort_member WHERE consultation_id = ? AND active_mark = 1").param(id).query(Integer.class).single();
    return new Launched(consultations.get(id), people);
  }

  private boolean isRegion(String code) {
    return code != null && jdbc.sql("SELECT COUNT(*) FROM pdu WHERE region_code = ?").param(code).query(Integer.class).single() > 0;
  }

  private boolean isGrade(String code) {
    return jdbc.sql("SELECT COUNT(*) FROM grade WHERE code = ?").param(code).query(Integer.class).single() > 0;
  }

  private Optional<String> unitName(String code) {
    return jdbc.sql("SELECT name FROM unit WHERE code = ? AND kind <> 'REGION'").param(code).query(String.class).optional();
  }

  private String unknownRegion(Launch launch) {
    return "'%s' is not a region of the programme.".formatted(launch.regionCode() == null ? "" : launch.regionCode());
  }
}
