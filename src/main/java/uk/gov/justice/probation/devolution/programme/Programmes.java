package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/** Launches the plan for regions: with its own dates (replay), or moved so that it begins on a base date. A region that is running is not launched again. */
@Service
public class Programmes {
  private static final int BEGAN_AT_MOST = 31;
  private static final EnteredDay BASE_DATE = EnteredDay.optional("the base date", DayRule.since(BEGAN_AT_MOST));

  /**
   * What a launch would do in a region.
   *
   * @param openAtOnce rows whose window is open on the day of the launch
   * @param lateAtOnce rows whose due date is past on that day, so that the director is informed at once
   * @param lastDue null if no row has a due date
   */
  public record Outlook(String regionCode, int rows, int openAtOnce, int lateAtOnce, LocalDate firstStart, LocalDate lastDue, LocalDate backstop) {}

  private final PlanQuery plan;
  private final PlanRules rules;
  private final ProgrammeRepository launches;
  private final RegionalProgrammeRepository programmes;
  private final HandoverRepository handovers;
  private final WorkingDays workingDays;
  private final Deadlines deadlines;
  private final ProgrammeSettings settings;
  private final AuditTrail audit;
  private final Clock clock;

  Programmes(PlanQuery plan, PlanRules rules, ProgrammeRepository launches, RegionalProgrammeRepository programmes, HandoverRepository handovers, WorkingDays workingDays, Deadlines deadlines,
      ProgrammeSettings settings, AuditTrail audit, Clock clock) {
    this.plan = plan;
    this.rules = rules;
    this.launches = launches;
    this.programmes = programmes;
    this.handovers = handovers;
    this.workingDays = workingDays;
    this.deadlines = deadlines;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param baseDate the day on which the plan's first window opens; null for the plan's own dates
   * @throws NotAllowedException if the colleague does not run the programme of every region named
   * @throws Refusal with every reason
   */
  @Transactional
  public LaunchedProgramme launch(LocalDate baseDate, List<String> regions, Colleague by) {
    mustRun(regions, by);
    return launch(baseDate, regions, by.userName(), null);
  }

  /**
   * What {@link #launch} would do; nothing is launched.
   *
   * @throws NotAllowedException if the colleague does not run the programme of every region named
   * @throws Refusal with every reason for which it would not be launched
   */
  @Transactional(readOnly = true)
  public List<Outlook> outlook(LocalDate baseDate, List<String> regions, Colleague by) {
    mustRun(regions, by);
    return outlook(baseDate, regions);
  }

  /** As {@link #outlook(LocalDate, List, Colleague)}, for somebody who is still to be asked. */
  List<Outlook> outlook(LocalDate baseDate, List<String> regions) {
    List<PlanRow> rows = plan.rows();
    List<String> named = List.copyOf(new LinkedHashSet<>(regions));
    check(rows, named, baseDate);
    named.forEach(this::mustNotRun);
    LocalDate start = start(rows, baseDate);
    PlanDates dates = dates(rows, start);
    try {
      return named.stream().map(region -> outlook(region, rows, dates)).toList();
    } catch (BeyondCalendarException e) {
      throw beyond(start, e);
    }
  }

  /**
   * The regional programme that this process instance runs: launched before by {@link #launch}, or launched here in the name of whoever confirmed the request made in Tasklist.
   *
   * @param programmeId null if it comes from the start form
   * @param confirmed null if the console or the API launched it
   * @throws Refusal with every reason
   */
  @Transactional
  RegionalProgramme begin(Long programmeId, AskedLaunches.Confirmed confirmed, String regionCode, long processInstanceKey) {
    var known = programmes.findByProcessInstanceKey(processInstanceKey);
    if (known.isPresent()) return known.get();
    if (programmeId == null && confirmed == null) throw new CannotSucceedException("Nobody has confirmed this launch. Launch the region from the console and end this process");
    long id = programmeId == null ? launch(confirmed.baseDate(), List.of(confirmed.regionCode()), confirmed.by(), processInstanceKey).id() : programmeId;
    RegionalProgramme programme = programmes.findByProgrammeIdAndRegionCode(id, regionCode)
        .orElseThrow(() -> new NotPossibleNow(List.of("Programme %d has no region %s.".formatted(id, regionCode))));
    if (!programme.runBy(processInstanceKey)) throw running(regionCode);
    return programme;
  }

  private LaunchedProgramme launch(LocalDate baseDate, List<String> regions, String by, Long processInstanceKey) {
    List<PlanRow> rows = plan.rows();
    List<String> named = List.copyOf(new LinkedHashSet<>(regions));
    check(rows, named, baseDate);
    LocalDate start = start(rows, baseDate);
    PlanDates dates = dates(rows, start);
    long programmeId = launches.save(new Programme(start, dates.shiftDays(), by, clock.instant())).id();
    try {
      named.forEach(region -> launchRegion(programmeId, region, rows, dates, by, processInstanceKey));
    } catch (BeyondCalendarException e) {
      throw beyond(start, e);
    }
    return new LaunchedProgramme(programmeId, named, start, dates.shiftDays());
  }

  private Outlook outlook(String region, List<PlanRow> rows, PlanDates dates) {
    LocalDate today = deadlines.today();
    List<PlanRow> its = rows.stream().filter(row -> row.regions().contains(region)).toList();
    List<LocalDate> starts = its.stream().map(row -> dates.start(row.windowStart())).sorted().toList();
    List<LocalDate> due = its.stream().map(row -> dates.due(row.due(), dates.start(row.windowStart()))).filter(Objects::nonNull).sorted().toList();
    return new Outlook(region, its.size(), count(starts, start -> !start.isAfter(today)), count(due, day -> day.isBefore(today)), starts.getFirst(),
        due.isEmpty() ? null : due.getLast(), backstop(dates));
  }

  private static int count(List<LocalDate> days, Predicate<LocalDate> which) {
    return (int) days.stream().filter(which).count();
  }

  private static LocalDate start(List<PlanRow> rows, LocalDate baseDate) {
    return baseDate == null ? planStart(rows) : baseDate;
  }

  private PlanDates dates(List<PlanRow> rows, LocalDate start) {
    return new PlanDates((int) ChronoUnit.DAYS.between(planStart(rows), start), workingDays.calendar());
  }

  private static LocalDate planStart(List<PlanRow> rows) {
    return rows.stream().map(PlanRow::windowStart).min(LocalDate::compareTo).orElseThrow();
  }

  private LocalDate backstop(PlanDates dates) {
    return dates.due(settings.backstop(), LocalDate.MIN);
  }

  private static void mustRun(List<String> regions, Colleague by) {
    for (String region : regions) {
      if (!by.holds(Role.PROGRAMME, region)) throw new NotAllowedException("You may not launch the programme of %s".formatted(region));
    }
  }

  private void mustNotRun(String region) {
    if (programmes.existsByRegionCodeAndState(region, RegionalProgramme.State.RUNNING)) throw running(region);
  }

  private void check(List<PlanRow> rows, List<String> regions, LocalDate baseDate) {
    if (rows.isEmpty()) throw new NotPossibleNow(List.of("No plan has been imported. Import one first."));
    List<String> reasons = new ArrayList<>();
    if (regions.isEmpty()) reasons.add("Name at least one region.");
    for (String region : regions) {
      if (!rules.regions().contains(region)) {
        reasons.add("'%s' is not a region.".formatted(region));
      } else if (rows.stream().noneMatch(row -> row.regions().contains(region))) {
        reasons.add("The plan has no row for %s.".formatted(region));
      }
    }
    if (!planStart(rows).equals(baseDate)) BASE_DATE.problem(baseDate, deadlines).ifPresent(reasons::add);
    if (!reasons.isEmpty()) throw new NotPossibleNow(reasons);
  }

  private void launchRegion(long programmeId, String region, List<PlanRow> rows, PlanDates dates, String by, Long processInstanceKey) {
    mustNotRun(region);
    LocalDate backstop = backstop(dates);
    RegionalProgramme programme;
    try {
      programme = programmes.saveAndFlush(new RegionalProgramme(programmeId, region, backstop, processInstanceKey));
    } catch (DataIntegrityViolationException launchedMeanwhile) {
      throw running(region);
    }
    rows.stream().filter(row -> row.regions().contains(region)).forEach(row -> handovers.save(handover(programme.id(), region, row, dates)));
    audit.record(by, "PROGRAMME_LAUNCHED", programme.subject(), region, Map.of("programme", programmeId, "region", region, "shiftDays", dates.shiftDays()));
    if (processInstanceKey == null) {
      programme.launched();
      programmes.saveAndFlush(programme);
    }
  }

  private Handover handover(long regionalProgrammeId, String region, PlanRow row, PlanDates dates) {
    LocalDate start = dates.start(row.windowStart());
    return new Handover(
        regionalProgrammeId, row.id(), row.kind(), region, row.service(), row.scope(), PlanQuery.join(row.fromUnits()), row.toUnit(), start, dates.due(row.due(), start),
        PlanQuery.join(row.gates())).launchedOn(deadlines.today());
  }

  private static NotPossibleNow beyond(LocalDate start, BeyondCalendarException e) {
    return new NotPossibleNow(List.of("With the base date %s the plan reaches beyond the known bank holidays. %s".formatted(start, e.getMessage())));
  }

  private static Taken running(String region) {
    return new Taken(List.of("The programme of %s is running already. Close it before you launch it again.".formatted(region)));
  }
}
