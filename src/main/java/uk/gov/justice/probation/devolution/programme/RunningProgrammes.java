package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.handover.HandoverState;
import uk.gov.justice.probation.devolution.handover.Scopes;
import uk.gov.justice.probation.devolution.notification.Notifications;

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

  private final Programmes launching;
  private final RegionalProgrammeRepository programmes;
  private final HandoverRepository handovers;
  private final Scopes scopes;
  private final Deadlines deadlines;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  RunningProgrammes(Programmes launching, RegionalProgrammeRepository programmes, HandoverRepository handovers, Scopes scopes, Deadlines deadlines,
      Notifications notifications, AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.launching = launching;
    this.programmes = programmes;
    this.handovers = handovers;
    this.scopes = scopes;
    this.deadlines = deadlines;
    this.notifications = notifications;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @throws LaunchRefusedException with every reason */
  @Transactional
  public Begun begin(Long programmeId, String regionCode, LocalDate baseDate, long processInstanceKey) {
    RegionalProgramme programme = launching.begin(programmeId, regionCode, baseDate, processInstanceKey);
    List<Row> rows = rows(programme.id()).stream().map(handover -> new Row(handover, scopes.serviceName(handover.service()).orElse(handover.service()))).toList();
    return new Begun(programme.programmeId(), programme.id(), regionName(regionCode), programme.backstop(), rows);
  }

  public String regionName(String code) {
    return jdbc.sql("SELECT name FROM region WHERE code = ?").param(code).query(String.class).optional().orElse(code);
  }

  /** @throws uk.gov.justice.probation.devolution.calendar.DateRefusedException where it cannot have been reached on that day */
  @Transactional
  public void reachMilestone(long handoverId, LocalDate reachedOn, String note, long taskInstance, String by) {
    Handover milestone = handovers.lock(handoverId);
    if (milestone.state().ended()) return;
    REACHED_ON.mustHold(reachedOn, deadlines);
    milestone.reached(clock.instant());
    audit.recordOnce("milestone-" + taskInstance, by, "MILESTONE_REACHED", milestone.subject(), milestone.regionCode(),
        Map.of("planRow", milestone.planRowId(), "reachedOn", reachedOn, "note", note == null ? "" : note));
  }

  /** Warns the RPD once that the backstop date has passed. */
  @Transactional
  public StillOpen warnOfBackstop(long regionalProgrammeId) {
    RegionalProgramme programme = programmes.get(regionalProgrammeId);
    List<Handover> open = rows(regionalProgrammeId).stream().filter(row -> !row.state().ended()).toList();
    String listed = open.stream()
        .map(row -> "- %s (%s%s)".formatted(row.planRowId(), row.state().label().toLowerCase(Locale.ROOT), row.due() == null ? "" : ", due " + Deadlines.inWords(row.due())))
        .collect(Collectors.joining("\n"));
    notifications.send("backstop-" + regionalProgrammeId, "rpd-" + programme.regionCode().toLowerCase(Locale.ROOT),
        "The backstop date %s has passed".formatted(Deadlines.inWords(programme.backstop())),
        open.isEmpty() ? "Every row of the plan is closed." : "%d rows of the plan are still open.".formatted(open.size()), programme.subject());
    return new StillOpen(open.size(), listed);
  }

  @Transactional
  public void noteBackstop(long regionalProgrammeId, String note, long taskInstance, String by) {
    RegionalProgramme programme = programmes.get(regionalProgrammeId);
    audit.recordOnce("backstop-" + taskInstance, by, "BACKSTOP_NOTED", programme.subject(), programme.regionCode(), Map.of("note", note == null ? "" : note));
  }

  @Transactional(readOnly = true)
  public Report report(long regionalProgrammeId) {
    List<Handover> rows = rows(regionalProgrammeId);
    return new Report(
        rows.size(), rows.stream().mapToInt(Handover::moved).sum(), rows.stream().mapToInt(Handover::leftBehind).sum(), in(rows, HandoverState.CALLED_OFF),
        in(rows, HandoverState.CANCELLED));
  }

  @Transactional
  public void close(long regionalProgrammeId, String note, long taskInstance, String by) {
    RegionalProgramme programme = programmes.get(regionalProgrammeId);
    if (!programme.running()) return;
    programme.close(clock.instant());
    audit.recordOnce("programme-closed-" + taskInstance, by, "PROGRAMME_CLOSED", programme.subject(), programme.regionCode(),
        Map.of("report", report(regionalProgrammeId), "note", note == null ? "" : note));
  }

  private List<Handover> rows(long regionalProgrammeId) {
    return handovers.findByRegionalProgrammeIdOrderById(regionalProgrammeId);
  }

  private static int in(List<Handover> rows, HandoverState state) {
    return (int) rows.stream().filter(row -> row.state() == state).count();
  }
}
