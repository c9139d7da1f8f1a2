package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Choice;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Asks each person once for their preferences, reminds them before closing, and after it asks their line manager to contact them: no return is never a default. */
@Service
public class AskingPeople {

  /**
   * What a person is asked.
   *
   * @param needed whether anybody has to ask: not where they have left, have answered, or are being asked by another process
   * @param firstReminderOn null where that day has passed or there is nothing to remind of
   */
  public record Asked(boolean needed, Choice choice, Instant closesAt, LocalDate firstReminderOn, LocalDate secondReminderOn) {}

  /** Whom the line manager has to contact. */
  public record ToContact(StaffMember person, LineManagers.Asked manager) {}

  private final Offers offers;
  private final Answers answers;
  private final Rounds rounds;
  private final Consultations consultations;
  private final Cohorts cohorts;
  private final StaffDirectory staff;
  private final LineManagers lineManagers;
  private final Notifications notifications;
  private final Deadlines deadlines;
  private final WorkingDays workingDays;
  private final PreferencingSettings settings;
  private final TaskSubjects subjects;
  private final JdbcClient jdbc;
  private final Clock clock;

  AskingPeople(Offers offers, Answers answers, Rounds rounds, Consultations consultations, Cohorts cohorts, StaffDirectory staff, LineManagers lineManagers,
      Notifications notifications, Deadlines deadlines, WorkingDays workingDays, PreferencingSettings settings, TaskSubjects subjects, JdbcClient jdbc, Clock clock) {
    this.offers = offers;
    this.answers = answers;
    this.rounds = rounds;
    this.consultations = consultations;
    this.cohorts = cohorts;
    this.staff = staff;
    this.lineManagers = lineManagers;
    this.notifications = notifications;
    this.deadlines = deadlines;
    this.workingDays = workingDays;
    this.settings = settings;
    this.subjects = subjects;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The member ids of everybody who takes part. */
  @Transactional(readOnly = true)
  public List<Long> people(long consultationId) {
    consultations.mustBeIndividual(consultationId);
    return cohorts.active(consultationId).stream().map(Member::id).toList();
  }

  /** Claims the person for one process; it may ask again, with other dates, as often as it likes. */
  @Transactional
  public Asked prepare(long memberId, long processInstanceKey) {
    Choice choice = offers.to(memberId);
    boolean answered = answers.last(memberId).isPresent();
    boolean needed = choice.member().active() && !answered && isClaimed(choice, processInstanceKey);
    if (!needed) return new Asked(false, choice, rounds.get(choice.consultation().id()).closesAt(), null, null);
    subjects.note(processInstanceKey, new TaskSubject("memberId", memberId, "staff/" + choice.member().staffNumber(), choice.consultation().regionCode()));
    Instant closesAt = rounds.closesFor(memberId);
    LocalDate closesOn = LocalDate.ofInstant(closesAt, clock.getZone());
    return new Asked(true, choice, closesAt, reminder(closesOn, settings.firstReminder()), reminder(closesOn, settings.secondReminder()));
  }

  /** Tells the person that closing comes near; once for each closing date and day. */
  @Transactional
  public void remind(long memberId) {
    Member member = cohorts.get(memberId);
    if (!member.active() || answers.last(memberId).isPresent()) return;
    Consultations.Facts consultation = consultations.get(member.consultationId());
    LocalDate closesOn = LocalDate.ofInstant(rounds.closesFor(memberId), clock.getZone());
    notifications.send("ranking-reminder-%d-%s-%s".formatted(memberId, closesOn, deadlines.today()), member.staffNumber(),
        "Your location preferences close on %s".formatted(Deadlines.inWords(closesOn)),
        "We have no answer from you yet in '%s'. Rank the places you would take in Tasklist, or on the page of your choices, by then.".formatted(consultation.title()),
        consultation.subject());
  }

  /** Who speaks with a person that has not answered. */
  @Transactional(readOnly = true)
  public ToContact toContact(long memberId) {
    StaffMember person = staff.find(cohorts.get(memberId).staffNumber()).orElseThrow();
    return new ToContact(person, lineManagers.of(person));
  }

  /** Tells HR, once for each person, that a line manager has not recorded anything in time. */
  @Transactional
  public void escalateContact(long memberId) {
    Consultations.Facts consultation = consultations.get(cohorts.get(memberId).consultationId());
    notifications.send("contact-overdue-" + memberId, "hr-" + consultation.regionSlug(), "A line manager has not yet recorded somebody's preferences",
        "In '%s' somebody did not answer by closing, and their line manager has not recorded what they want, or that they cannot be reached, in time. ".formatted(consultation.title())
            + "The allocation waits for it. The task is in Tasklist.",
        consultation.subject());
  }

  private boolean isClaimed(Choice choice, long processInstanceKey) {
    Round round = rounds.get(choice.consultation().id());
    jdbc.sql("INSERT IGNORE INTO preference_asking (member_id, process_instance_key, closes_at) VALUES (?, ?, ?)")
        .params(choice.member().id(), processInstanceKey, Utc.of(ownClosing(choice.member(), round))).update();
    return jdbc.sql("SELECT process_instance_key FROM preference_asking WHERE member_id = ?").param(choice.member().id()).query(Long.class).single() == processInstanceKey;
  }

  /** Who joined after the options were published has at least the time that the first reminder gives. */
  private Instant ownClosing(Member member, Round round) {
    Instant joined = jdbc.sql("SELECT joined_at FROM cohort_member WHERE id = ?").param(member.id()).query(LocalDateTime.class).single().toInstant(ZoneOffset.UTC);
    if (!joined.isAfter(round.publishedAt())) return round.closesAt();
    Instant atLeast = Optional.ofNullable(settings.closeWithin()).map(clock.instant()::plus)
        .orElseGet(() -> rounds.endOf(deadlines.workingDaysFrom(deadlines.today(), settings.firstReminder())));
    return atLeast.isAfter(round.closesAt()) ? atLeast : round.closesAt();
  }

  private LocalDate reminder(LocalDate closesOn, int workingDaysBefore) {
    LocalDate day = workingDays.calendar().plus(closesOn, -workingDaysBefore);
    return day.isAfter(deadlines.today()) ? day : null;
  }
}
