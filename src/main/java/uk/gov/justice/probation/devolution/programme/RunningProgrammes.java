package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.handover.HandoverState;
import uk.gov.justice.probation.devolution.handover.ScopeQuery;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** A regional programme from its first row to its signed closing report. */
@Service
public class RunningProgrammes {

  /** What a region's process starts with. */
  public record Begun(long programmeId, long regionalProgrammeId, String regionName, LocalDate backstop, List<Row> rows) {}

  public record Row(Handover handover, String serviceName) {}

  /** {@code rows} is one Markdown line each. */
  public record StillOpen(int count, String rows) {}

  public record Report(int rows, int moved, int leftBehind, int calledOff, int cancelled) {}

  private static final EnteredDay REACHED_ON = EnteredDay.required("the day on which the milestone was reached", DayRule.happened());

  private static final Role OFFICE = Role.PROGRAMME;
  private static final int NOTE = 2000;

  private final Programmes launching;
  private final RegionalProgrammeRepository programmes;
  private final HandoverRepository handovers;
  private final ScopeQuery scopes;
  private final Deadlines deadlines;
  private final AskedLaunches asked;
  private final TaskSubjects subjects;
  private final ExpectedCalls calls;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final PlaceQuery places;
  private final Clock clock;

  RunningProgrammes(Programmes launching, RegionalProgrammeRepository programmes, HandoverRepository handovers, ScopeQuery scopes, Deadlines deadlines,
      AskedLaunches asked, TaskSubjects subjects, ExpectedCalls calls, Notifications notifications, AuditTrail audit, PlaceQuery places, Clock clock) {
    this.launching = launching;
    this.programmes = programmes;
    this.handovers = handovers;
    this.scopes = scopes;
    this.deadlines = deadlines;
    this.asked = asked;
    this.subjects = subjects;
    this.calls = calls;
    this.notifications = notifications;
    this.audit = audit;
    this.places = places;
    this.clock = clock;
  }

  /**
   * The programme begins: its handovers and site moves are expected from now on, and begin when their windows open.
   *
   * @throws uk.gov.justice.probation.devolution.refusal.Refusal with every reason
   */
  @Transactional
  public Begun begin(Long programmeId, String regionCode, long processInstanceKey) {
    RegionalProgramme programme = launching.begin(programmeId, asked.confirmed(processInstanceKey).orElse(null), regionCode, processInstanceKey);
    subjects.note(processInstanceKey, new TaskSubject("regionalProgrammeId", programme.id(), programme.subject(), programme.regionCode()));
    List<Handover> all = rows(programme.id());
    all.stream().filter(row -> row.kind().process() != null).forEach(row -> calls.expect(row.kind().process(), row.id(), processInstanceKey));
    List<Row> rows = all.stream().map(handover -> new Row(handover, scopes.serviceName(handover.service()).orElse(handover.service()))).toList();
    return new Begun(programme.programmeId(), programme.id(), regionName(regionCode), programme.backstop(), rows);
  }

  public String regionName(String code) {
    return places.regionName(code);
  }

  /**
   * A milestone's task begins.
   *
   * @throws CannotSucceedException if the row is no milestone of the programme that this process runs
   */
  @Transactional
  public void noteMilestone(long handoverId, long processInstanceKey, long taskInstance) {
    Handover milestone = handovers.get(handoverId);
    boolean ours = programmes.get(milestone.regionalProgrammeId()).runBy(processInstanceKey) && milestone.kind() == HandoverKind.MILESTONE;
    if (!ours) throw new CannotSucceedException("%s is no milestone of the programme that this process runs. Nothing was changed. End this process".formatted(milestone.planRowId()));
    subjects.note(taskInstance, milestone.asTaskSubject());
  }

  /** @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if it cannot have been reached on that day */
  @Transactional
  public void reachMilestone(long handoverId, LocalDate reachedOn, String note, TaskAnswer by) {
    Handover milestone = handovers.lock(handoverId);
    String key = "milestone-" + by.taskInstance();
    if (audit.isRecorded(key)) return;
    by.mustHold(OFFICE, milestone.regionCode(), "report that the milestone was reached");
    REACHED_ON.mustHold(reachedOn, deadlines);
    String shown = new Entered("What shows that it was reached", note).required(NOTE);
    if (!milestone.reached(clock.instant())) return;
    audit.recordOnce(key, by.by(), "MILESTONE_REACHED", milestone.subject(), milestone.regionCode(), Map.of("planRow", milestone.planRowId(), "reachedOn", reachedOn, "note", shown));
  }

  /** Warns the RPD once that the backstop date has passed. */
  @Transactional
  public StillOpen warnOfBackstop(long regionalProgrammeId) {
    RegionalProgramme programme = programmes.get(regionalProgrammeId);
    List<Handover> open = rows(regionalProgrammeId).stream().filter(row -> !row.state().ended()).toList();
    String listed = open.stream()
        .map(row -> "- %s (%s%s)".formatted(row.planRowId(), row.state().label().toLowerCase(Locale.ROOT), row.due() == null ? "" : ", due " + Deadlines.inWords(row.due())))
        .collect(Collectors.joining("\n"));
    notifications.send("backstop-" + regionalProgrammeId, TaskGroup.of(Role.RPD, programme.regionCode()).name(),
        "The backstop date %s has passed".formatted(Deadlines.inWords(programme.backstop())),
        open.isEmpty() ? "Every row of the plan is closed." : "%d rows of the plan are still open.".formatted(open.size()), programme.subject());
    return new StillOpen(open.size(), listed);
  }

  @Transactional
  public void noteBackstop(long regionalProgrammeId, String note, TaskAnswer by) {
    RegionalProgramme programme = programmes.get(regionalProgrammeId);
    String key = "backstop-" + by.taskInstance();
    if (audit.isRecorded(key)) return;
    by.mustHold(Role.RPD, programme.regionCode(), "note what is done about the rows that are open");
    String done = new Entered("What is being done about it", note).required(NOTE);
    audit.recordOnce(key, by.by(), "BACKSTOP_NOTED", programme.subject(), programme.regionCode(), Map.of("note", done));
  }

  /** The programme office has read why a launch was refused. */
  @Transactional
  public void readRefusal(String regionCode, TaskAnswer by) {
    String key = "refusal-read-" + by.taskInstance();
    if (audit.isRecorded(key)) return;
    by.mustHold(OFFICE, regionCode, "close a launch that was refused");
    audit.recordOnce(key, by.by(), "LAUNCH_REFUSAL_READ", "region/" + regionCode, regionCode, Map.of());
  }

  @Transactional(readOnly = true)
  public Report report(long regionalProgrammeId) {
    List<Handover> rows = rows(regionalProgrammeId);
    return new Report(
        rows.size(), rows.stream().mapToInt(Handover::moved).sum(), rows.stream().mapToInt(Handover::leftBehind).sum(), in(rows, HandoverState.CALLED_OFF),
        in(rows, HandoverState.CANCELLED));
  }

  @Transactional
  public void close(long regionalProgrammeId, Boolean checked, String note, TaskAnswer by) {
    RegionalProgramme programme = programmes.get(regionalProgrammeId);
    String key = "programme-closed-" + by.taskInstance();
    if (audit.isRecorded(key)) return;
    by.mustHold(OFFICE, programme.regionCode(), "sign the closing report");
    if (!Boolean.TRUE.equals(checked)) throw new AnswerRefusedException("Tick that you have checked the report, or leave the task open.");
    String kept = new Entered("What is to be kept with the report", note).atMost(NOTE);
    if (!programme.close(clock.instant())) return;
    audit.recordOnce(key, by.by(), "PROGRAMME_CLOSED", programme.subject(), programme.regionCode(), Map.of("report", report(regionalProgrammeId), "note", kept == null ? "" : kept));
  }

  private List<Handover> rows(long regionalProgrammeId) {
    return handovers.findByRegionalProgrammeIdOrderById(regionalProgrammeId);
  }

  private static int in(List<Handover> rows, HandoverState state) {
    return (int) rows.stream().filter(row -> row.state() == state).count();
  }
}
