package uk.gov.justice.probation.devolution.preferencing.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.consultation.LineManagers.Asked;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.MovingStaff;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks.Compared;

/**
 * People begin in their new place: the line manager settles induction, tools and the learning plan, which is what differs from today's tasks; a welcome letter goes out; base
 * and role are updated (location-preferencing, steps 8 and 9; seed 000: "the support and tools"). Who has left, or has no place, is passed over.
 */
@Service
public class StartingInNewPlaces {

  /** A start that is to be prepared. {@code newTasks}: what the learning plan must cover. */
  public record Start(Facts consultation, String personName, Asked manager, Option place, List<String> newTasks) {}

  /** What the line manager recorded. */
  public record Recorded(LocalDate startsOn, boolean inductionBooked, boolean toolsReady, boolean learningPlanAgreed) {}

  private static final EnteredDay STARTS_ON = EnteredDay.required("the first day in the new place", DayRule.notPast());

  private final Placements placements;
  private final Options options;
  private final Cohorts cohorts;
  private final Consultations consultations;
  private final LineManagers lineManagers;
  private final StaffDirectory staff;
  private final Deadlines deadlines;
  private final TodaysTasks today;
  private final MovingStaff moving;
  private final Letters letters;
  private final Notifications notifications;
  private final TaskSubjects subjects;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  StartingInNewPlaces(Placements placements, Options options, Cohorts cohorts, Consultations consultations, LineManagers lineManagers, StaffDirectory staff,
      Deadlines deadlines, TodaysTasks today, MovingStaff moving, Letters letters, Notifications notifications, TaskSubjects subjects, AuditTrail audit, JdbcClient jdbc,
      Clock clock) {
    this.placements = placements;
    this.options = options;
    this.cohorts = cohorts;
    this.consultations = consultations;
    this.lineManagers = lineManagers;
    this.staff = staff;
    this.deadlines = deadlines;
    this.today = today;
    this.moving = moving;
    this.letters = letters;
    this.notifications = notifications;
    this.subjects = subjects;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The members who have a place and have not moved yet. */
  @Transactional(readOnly = true)
  public List<Long> starters(long consultationId) {
    return placements.ofConsultation(consultationId).stream().filter(placement -> placement.optionId() != null && placement.movedAt() == null).map(Placement::memberId).toList();
  }

  /**
   * Empty where there is nothing to prepare: the person has left, has no place, or has moved already.
   *
   * @throws CannotSucceedException where nobody starts yet, whoever began this
   */
  @Transactional
  public Optional<Start> prepare(long memberId, long processInstanceKey) {
    Member member = cohorts.get(memberId);
    Facts consultation = consultations.get(member.consultationId());
    Placement placement = placements.of(memberId).orElse(null);
    if (!member.active() || placement == null || placement.optionId() == null || placement.movedAt() != null) return Optional.empty();
    StaffMember person = staff.find(member.staffNumber()).orElseThrow();
    Option place = options.get(placement.optionId());
    mustBeTime(consultation);
    subjects.note(processInstanceKey, subject(member));
    jdbc.sql("UPDATE placement SET start_begun = ? WHERE member_id = ?").params(processInstanceKey, memberId).update();
    return Optional.of(new Start(consultation, person.inFull(), lineManagers.of(person), place, today.compare(place.tasks(), person.teamKind()).newTasks()));
  }

  /** What the task of a person's start is about. */
  TaskSubject subject(Member member) {
    return new TaskSubject("memberId", member.id(), "staff/" + member.staffNumber(), consultations.get(member.consultationId()).regionCode());
  }

  /**
   * The first answer counts.
   *
   * @throws NotAllowedException where it is not given by the person's line manager or HR of their region
   * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules where nobody can start on that day
   */
  @Transactional
  public void record(long memberId, Recorded answer, TaskAnswer by) {
    Member member = cohorts.get(memberId);
    Facts consultation = consultations.get(member.consultationId());
    if (jdbc.sql("SELECT COUNT(*) FROM start_in_place WHERE member_id = ?").param(memberId).query(Integer.class).single() > 0) return;
    lineManagers.mustBeOneOf(staff.find(member.staffNumber()).orElseThrow(), by.colleague(), "settle somebody's start in a new place");
    STARTS_ON.mustHold(answer.startsOn(), deadlines);
    int recorded = jdbc.sql("""
            INSERT IGNORE INTO start_in_place (member_id, starts_on, induction_booked, tools_ready, learning_plan_agreed, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(memberId, answer.startsOn(), answer.inductionBooked(), answer.toolsReady(), answer.learningPlanAgreed(), by.by(), Utc.of(clock.instant()))
        .update();
    if (recorded == 0) return;
    jdbc.sql("UPDATE placement SET started_on = ? WHERE member_id = ?").params(answer.startsOn(), memberId).update();
    audit.record(by.by(), "START_RECORDED", consultation.subject(), consultation.regionCode(),
        Map.of("member", memberId, "startsOn", answer.startsOn(), "inductionBooked", answer.inductionBooked(), "toolsReady", answer.toolsReady(),
            "learningPlanAgreed", answer.learningPlanAgreed()));
  }

  /** Tells HR of the region that a start is not settled yet; once, and naming nobody. */
  @Transactional
  public void escalate(long memberId) {
    Facts consultation = consultations.get(cohorts.get(memberId).consultationId());
    notifications.send("start-overdue-" + memberId, "hr-" + consultation.regionSlug(), "%s: a start in a new place is not settled".formatted(consultation.title()),
        "A line manager has not yet settled a person's start, tools and learning plan. See in Tasklist whose task is overdue, and help.", consultation.subject());
  }

  /** @return the batch the letter is sent under */
  @Transactional
  public String writeWelcome(long memberId) {
    Member member = cohorts.get(memberId);
    StaffMember person = staff.find(member.staffNumber()).orElseThrow();
    Option place = place(memberId);
    Compared tasks = today.compare(place.tasks(), person.teamKind());
    Map<String, Object> model = new HashMap<>();
    model.put("personName", person.displayName());
    model.put("title", consultations.get(member.consultationId()).title());
    model.put("siteName", place.siteName());
    model.put("roleName", place.roleName());
    model.put("startsOnText", Deadlines.inWords(placements.of(memberId).orElseThrow().startedOn()));
    model.put("managerName", lineManagers.of(person).name());
    model.put("newTasks", tasks.newTasks());
    model.put("keptTasks", tasks.keptTasks());
    String batch = "welcome-" + memberId;
    letters.write(new LetterRequest(batch, batch, Template.WELCOME, person.staffNumber(), person.regionCode(), model));
    return batch;
  }

  /** Updates the person's base and role, once. */
  @Transactional
  public void move(long memberId) {
    Member member = cohorts.get(memberId);
    if (!member.active()) return;
    Option place = place(memberId);
    int moved = jdbc.sql("UPDATE placement SET moved_at = ? WHERE member_id = ? AND moved_at IS NULL").params(Utc.of(clock.instant()), memberId).update();
    if (moved > 0) moving.move(member.staffNumber(), place.siteCode(), place.roleCode(), "system");
  }

  /** Who has moved already and was given another place since, by a late appeal, moves there; HR hears that the start has to be settled by hand. */
  @Transactional
  public void moveAgain(long memberId) {
    Member member = cohorts.get(memberId);
    boolean hasMoved = placements.of(memberId).map(Placement::movedAt).isPresent();
    if (!member.active() || !hasMoved) return;
    Option place = place(memberId);
    moving.move(member.staffNumber(), place.siteCode(), place.roleCode(), "system");
    Facts consultation = consultations.get(member.consultationId());
    notifications.send("moved-again-%d-%d".formatted(memberId, place.id()), "hr-" + consultation.regionSlug(),
        "%s: somebody who had started has another place".formatted(consultation.title()),
        "A late appeal gave a person another place after they had started. Their base and role are updated. Settle with their line manager the start at %s.".formatted(place.name()),
        consultation.subject());
  }

  private void mustBeTime(Facts consultation) {
    boolean appealsClosed = consultation.appealsCloseAt() != null && !consultation.appealsCloseAt().isAfter(clock.instant());
    if (consultation.state() == ConsultationState.OUTCOME && appealsClosed) return;
    throw new CannotSucceedException("Nobody of '%s' starts in a new place yet: its outcome has to be confirmed, and the time for appeals has to be over. Nothing was changed. End this process"
        .formatted(consultation.title()));
  }

  private Option place(long memberId) {
    return placements.of(memberId).map(Placement::optionId).map(options::get).orElseThrow(() -> new CannotSucceedException(
        "The person whose start is prepared (member %d) has no place any more. Cancel this step in Operate and speak with HR of the region".formatted(memberId)));
  }
}
