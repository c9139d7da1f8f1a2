package uk.gov.justice.probation.devolution.consultation.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationMessages;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.cohort.CohortBatch;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.CsvFile;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Launches consultations, by HR of the region: of the staff the database knows, or of those in a staff file, which is imported first. All of it or nothing; nobody takes part
 * in two running consultations.
 */
@Service
public class LaunchingConsultations {
  /** Bytes of a staff file: it is read twice, and its page carries it to the confirmation page. Enough for some 8,000 people; no region has so many. */
  public static final int STAFF_FILE_AT_MOST = 1 << 20;

  private static final String STAFF_FILE = "staff";
  private static final Set<String> OBJECTIVES = Set.of("GREEDY", "GENEROUS", "BALANCED");
  private static final int MOST_CHOICES = 5;
  private static final int LONGEST_JOURNEY = 240;
  private static final int NUMBERS_NAMED = 10;
  private static final EnteredDay PREFERENCES_CLOSE_ON = EnteredDay.optional("the last day to rank places", DayRule.toCome());
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

  /** A launched consultation and how many people take part. */
  public record Launched(Facts consultation, int people) {}

  private final ConsultationRepository consultations;
  private final CohortMemberRepository members;
  private final CohortBatch cohort;
  private final ChoicesQuery choices;
  private final StaffDirectory staff;
  private final Imports imports;
  private final StagedImport staffFile;
  private final Deadlines deadlines;
  private final ConsultationSettings settings;
  private final TaskSubjects subjects;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LaunchingConsultations(ConsultationRepository consultations, CohortMemberRepository members, CohortBatch cohort, ChoicesQuery choices, StaffDirectory staff, Imports imports,
      List<StagedImport> files, Deadlines deadlines, ConsultationSettings settings, TaskSubjects subjects, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.consultations = consultations;
    this.members = members;
    this.cohort = cohort;
    this.choices = choices;
    this.staff = staff;
    this.imports = imports;
    this.staffFile = files.stream().filter(file -> file.file().equals(STAFF_FILE)).findFirst().orElseThrow();
    this.deadlines = deadlines;
    this.settings = settings;
    this.subjects = subjects;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Launches a consultation of the staff the database knows.
   *
   * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague is not HR of the region
   * @throws Refusal with every reason
   */
  @Transactional
  public Launched launch(Launch launch, Colleague by) {
    mustBeHr(launch, by);
    return launch(launch, inScope(launch), by.userName(), null);
  }

  /**
   * Imports a staff file and launches a consultation of the people in it.
   *
   * @throws uk.gov.justice.probation.devolution.imports.ImportRefusedException with every bad row; nothing is launched then
   * @throws Refusal with every reason; nothing of the file is taken then
   */
  @Transactional
  public Launched launch(Launch launch, InputStream staffCsv, Colleague by) throws IOException {
    mustBeHr(launch, by);
    byte[] csv = staffCsv.readNBytes(STAFF_FILE_AT_MOST + 1);
    if (csv.length > STAFF_FILE_AT_MOST) {
      throw new NotPossibleNow(List.of("The staff file is larger than 1 MB. Import it as 'staff' first, then launch without a file, by unit and grade."));
    }
    imports.take(STAFF_FILE, new ByteArrayInputStream(csv), by);
    Set<String> numbers = new LinkedHashSet<>();
    new CsvFile(staffFile.columns()).read(new ByteArrayInputStream(csv), new BadRows(), row -> numbers.add(row.text("staffNumber")));
    return launch(launch, staff.all(numbers), by.userName(), null);
  }

  /**
   * The consultation that this process instance runs: launched here as HR has confirmed it, or before by {@link #launch}.
   *
   * @param confirmed what came from Tasklist's start form and was confirmed; null if it was launched before
   * @param consultationId which was launched before
   * @throws Refusal with every reason
   */
  @Transactional
  public Launched begin(LaunchRequests.Confirmed confirmed, Long consultationId, long processInstanceKey) {
    Launched begun = running(confirmed, consultationId, processInstanceKey);
    Facts facts = begun.consultation();
    subjects.note(processInstanceKey, new TaskSubject("consultationId", facts.id(), facts.subject(), facts.regionCode()));
    return begun;
  }

  private Launched running(LaunchRequests.Confirmed confirmed, Long consultationId, long processInstanceKey) {
    Optional<Consultation> known = consultations.findByProcessInstanceKey(processInstanceKey);
    if (known.isPresent()) return launched(known.get());
    if (confirmed != null) return launch(confirmed.launch(), inScope(confirmed.launch()), confirmed.by(), processInstanceKey);
    if (consultationId == null) throw new CannotSucceedException("Nobody has confirmed this launch. Cancel it in Operate and launch again");
    Consultation consultation = consultations.lock(consultationId);
    if (!consultation.runBy(processInstanceKey)) throw new Taken(List.of("Consultation %d runs already.".formatted(consultationId)));
    return launched(consultation);
  }

  /** The name of a region; the code itself if there is no such region. */
  public String regionName(String code) {
    return choices.regionName(code);
  }

  /** The regions of the programme. */
  public List<CodeAndName> regions() {
    return choices.regions();
  }

  /** The units whose staff can be consulted. */
  public List<CodeAndName> units() {
    return choices.units();
  }

  public List<CodeAndName> grades() {
    return choices.grades();
  }

  private void mustBeHr(Launch launch, Colleague by) {
    if (!choices.isRegion(launch.regionCode())) throw new NotPossibleNow(List.of(unknownRegion(launch)));
    by.mustHold(Role.HR, launch.regionCode(), "launch a consultation in " + regionName(launch.regionCode()));
  }

  private List<StaffMember> inScope(Launch launch) {
    return staff.of(launch.regionCode(), launch.unitCode(), launch.grades());
  }

  private Launched launch(Launch launch, List<StaffMember> people, String by, Long processInstanceKey) {
    cohort.waitForOthers(launch.regionCode());
    List<String> running = cohort.alreadyTakingPart(people);
    List<String> reasons = new ArrayList<>(reasons(launch, people));
    reasons.addAll(running);
    if (!running.isEmpty()) throw new Taken(reasons);
    if (!reasons.isEmpty()) throw new NotPossibleNow(reasons);
    Consultation consultation = consultations.save(consultation(launch, by, processInstanceKey));
    long id = consultation.id();
    try {
      cohort.add(id, people);
    } catch (BeyondCalendarException e) {
      throw new NotPossibleNow(List.of("Somebody's absence reaches beyond the known bank holidays. " + e.getMessage()));
    }
    audit.record(by, "CONSULTATION_LAUNCHED", consultation.subject(), launch.regionCode(),
        Map.of("people", people.size(), "objective", launch.objective(), "maxChoices", launch.maxChoices(), "mobilityLimit", launch.mobilityLimit()));
    if (processInstanceKey == null) {
      events.publishEvent(ConsultationMessages.launched(id));
    }
    return launched(consultation);
  }

  private List<String> reasons(Launch launch, List<StaffMember> people) {
    List<String> reasons = new ArrayList<>();
    boolean region = choices.isRegion(launch.regionCode());
    if (!region) reasons.add(unknownRegion(launch));
    if (launch.unitCode() != null && choices.unitName(launch.unitCode()).isEmpty()) reasons.add("'%s' is not a unit whose staff can be consulted.".formatted(launch.unitCode()));
    launch.grades().stream().filter(grade -> !choices.isGrade(grade)).forEach(grade -> reasons.add("'%s' is not a grade.".formatted(grade)));
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

  private Consultation consultation(Launch launch, String by, Long processInstanceKey) {
    String region = choices.regionName(launch.regionCode());
    String who = launch.unitCode() == null ? region : choices.unitName(launch.unitCode()).orElseThrow();
    Instant closeAt = launch.preferencesCloseOn() == null ? null : deadlines.endOfDay(launch.preferencesCloseOn());
    Consultation consultation = new Consultation(launch.regionCode(), region, launch.unitCode(), launch.grades(),
        "%s, %s".formatted(who, YearMonth.from(deadlines.today()).format(MONTH)), launch.objective(), launch.maxChoices(), launch.mobilityLimit());
    if (processInstanceKey != null) consultation.runBy(processInstanceKey);
    return consultation.launched(by, clock.instant(), closeAt);
  }

  private Launched launched(Consultation consultation) {
    return new Launched(consultation.facts(), members.countActive(consultation.id()));
  }

  private String unknownRegion(Launch launch) {
    return "'%s' is not a region of the programme.".formatted(launch.regionCode() == null ? "" : launch.regionCode());
  }
}
