package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.PreferencingMessages;
import uk.gov.justice.probation.devolution.preferencing.outcome.OutcomeLetters;
import uk.gov.justice.probation.devolution.preferencing.start.MovingToNewPlaces;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * The steps of an appeal, from its start to its closing (preference-appeal). Each is taken once; an answer delivered again changes nothing. An answer that cannot stand is
 * refused with a sentence for the person who gave it.
 */
@Service
public class HearingAppeals {
  private static final EnteredDay ARRANGED_ON = EnteredDay.required("the day on which it was agreed", DayRule.happened());

  /**
   * What the process and its forms need to know.
   *
   * @param outcomeIsFinal whether there is an outcome to appeal against: the person's letter is written
   */
  public record Opened(long id, Facts consultation, long memberId, String personName, boolean inTime, boolean outcomeIsFinal) {}

  private final AppealRepository appeals;
  private final Independence independence;
  private final Admissibility admissibility;
  private final OutcomeLetters letters;
  private final MovingToNewPlaces moving;
  private final Cohorts cohorts;
  private final Consultations consultations;
  private final StaffDirectory staff;
  private final Deadlines deadlines;
  private final TaskSubjects subjects;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  HearingAppeals(AppealRepository appeals, Independence independence, Admissibility admissibility, OutcomeLetters letters, MovingToNewPlaces moving, Cohorts cohorts,
      Consultations consultations, StaffDirectory staff, Deadlines deadlines, TaskSubjects subjects, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc,
      Clock clock) {
    this.appeals = appeals;
    this.independence = independence;
    this.admissibility = admissibility;
    this.letters = letters;
    this.moving = moving;
    this.cohorts = cohorts;
    this.consultations = consultations;
    this.staff = staff;
    this.deadlines = deadlines;
    this.subjects = subjects;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  public Opened open(long appealId, long processInstanceKey) {
    Appeal appeal = appeals.lock(appealId);
    appeal.opened(processInstanceKey);
    subjects.note(processInstanceKey, new TaskSubject("appealId", appealId, appeal.subject(), consultations.get(appeal.consultationId()).regionCode()));
    String name = staff.find(cohorts.get(appeal.memberId()).staffNumber()).orElseThrow().inFull();
    return new Opened(appealId, consultations.get(appeal.consultationId()), appeal.memberId(), name, appeal.inTime(), letters.written(appeal.memberId()));
  }

  /**
   * The chair decides about a late appeal.
   *
   * @param decision YES or NO
   * @return whether it is heard
   * @throws NotAllowedException where it is not decided by an independent chair of the region
   * @throws AnswerRefusedException with why the decision does not stand
   */
  @Transactional
  public boolean admit(long appealId, String decision, TaskAnswer by) {
    Appeal appeal = appeals.lock(appealId);
    if (!appeal.waitsFor(AppealStep.ADMISSION)) return Boolean.TRUE.equals(appeal.admitted());
    mustBeTheirs(appeal, AppealStep.ADMISSION, by);
    boolean admit = "YES".equals(decision);
    if (!admit && !"NO".equals(decision)) throw new AnswerRefusedException("Choose whether you admit the appeal.");
    mustHaveReasons(appeal, AppealStep.ADMISSION);
    appeal.admission(admit, by.by());
    audit(appeal, by.by(), admit ? "APPEAL_ADMITTED" : "APPEAL_NOT_ADMITTED", Map.of());
    return admit;
  }

  /** The rule, or the chair, did not admit the appeal: it ends with a letter. */
  @Transactional
  public void refuse(long appealId) {
    Appeal appeal = appeals.lock(appealId);
    if (appeal.state() == AppealState.REFUSED) return;
    if (admissibility.isHeard(appeal)) throw new CannotSucceedException("Appeal %d is to be heard, so it cannot be refused. Go back to its review in Operate".formatted(appealId));
    appeal.refused();
    audit(appeal, "system", "APPEAL_NOT_ADMITTED", Map.of());
  }

  /**
   * @throws NotAllowedException where it is not given by an independent manager of the region
   * @throws AnswerRefusedException with why the review does not stand
   */
  @Transactional
  public void review(long appealId, String recommendation, TaskAnswer by) {
    Appeal appeal = appeals.lock(appealId);
    if (!appeal.waitsFor(AppealStep.REVIEW)) return;
    if (!admissibility.isHeard(appeal)) throw new CannotSucceedException("Appeal %d is not to be heard. Go back to where it is found out in Operate".formatted(appealId));
    mustBeTheirs(appeal, AppealStep.REVIEW, by);
    Recommendation recommended = named(Recommendation.values(), recommendation);
    if (recommended == null) throw new AnswerRefusedException("Choose what you recommend: uphold, partly uphold or reject.");
    mustHaveReasons(appeal, AppealStep.REVIEW);
    appeal.reviewed(recommended, by.by(), clock.instant());
    audit(appeal, by.by(), "APPEAL_REVIEWED", Map.of("recommendation", recommended));
  }

  /**
   * The panel decides, with a union representative.
   *
   * @param unionCode whose representative sat on the panel
   * @throws NotAllowedException where it is not decided by an independent panel of the region
   * @throws AnswerRefusedException with why the decision does not stand
   */
  @Transactional
  public void decide(long appealId, String decision, String unionCode, TaskAnswer by) {
    Appeal appeal = appeals.lock(appealId);
    if (!appeal.waitsFor(AppealStep.DECISION)) return;
    mustBeTheirs(appeal, AppealStep.DECISION, by);
    AppealOutcome outcome = named(AppealOutcome.values(), decision);
    if (outcome == null) throw new AnswerRefusedException("Choose what the panel decided: upheld, partly upheld or rejected.");
    if (!isUnion(unionCode)) throw new AnswerRefusedException("Say which union's representative sat on the panel. Without one the panel cannot decide.");
    mustHaveReasons(appeal, AppealStep.DECISION);
    appeal.decided(outcome, unionCode, by.by(), clock.instant());
    audit(appeal, by.by(), "APPEAL_DECIDED", Map.of("outcome", outcome, "recommendation", appeal.recommendation(), "union", unionCode));
  }

  /**
   * HR arranged something for a person whose appeal was upheld and for whom no better place was free.
   *
   * @throws NotAllowedException where it is not recorded by HR of the region, or by the person themself
   * @throws AnswerRefusedException with why it does not stand
   * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules where it cannot have been agreed on that day
   */
  @Transactional
  public void arranged(long appealId, String arrangement, LocalDate on, TaskAnswer by) {
    Appeal appeal = appeals.lock(appealId);
    if (appeal.arrangement() != null) return;
    Facts consultation = consultations.get(appeal.consultationId());
    by.mustHold(Role.HR, consultation.regionCode(), "record what was arranged after an appeal");
    if (by.by().equals(cohorts.get(appeal.memberId()).staffNumber())) throw new NotAllowedException("Somebody else in HR records what was arranged: it is your own appeal.");
    ARRANGED_ON.and(DayRule.notBefore(deadlines.day(appeal.lodgedAt().toInstant(ZoneOffset.UTC)), "the day on which the appeal was lodged")).mustHold(on, deadlines);
    Arrangement made = named(Arrangement.values(), arrangement);
    if (made == null) throw new AnswerRefusedException("Choose what was agreed.");
    appeal.arranged(made, on, by.by());
    audit(appeal, by.by(), "APPEAL_ARRANGED", Map.of("arrangement", made));
  }

  /** The letter is out: who was given a place and had moved already moves again, and the consultation's process, which may wait for its last appeal, looks again. */
  @Transactional
  public void close(long appealId) {
    Appeal appeal = appeals.lock(appealId);
    if (!appeal.open()) return;
    appeal.closed(clock.instant());
    jdbc.sql("SELECT member_id FROM appeal_place WHERE appeal_id = ? ORDER BY member_id").param(appealId).query(Long.class).list().forEach(moving::moveAgain);
    audit(appeal, "system", "APPEAL_CLOSED", Map.of("state", appeal.state()));
    events.publishEvent(PreferencingMessages.appealClosed(appeal.consultationId(), appealId));
  }

  /** Appeals of the consultation that are not closed. */
  @Transactional(readOnly = true)
  public int stillOpen(long consultationId) {
    return appeals.countOpen(consultationId);
  }

  /** Who is in the group and yet not independent is refused like everybody else whose task it is not; the appeal's page tells them why. */
  private void mustBeTheirs(Appeal appeal, AppealStep step, TaskAnswer by) {
    by.mustHold(step.role(), consultations.get(appeal.consultationId()).regionCode(), "decide about " + step.inWords());
    independence.missing(appeal, step, by.by()).ifPresent(notIndependent -> {
      throw new NotAllowedException(notIndependent);
    });
  }

  private static void mustHaveReasons(Appeal appeal, AppealStep step) {
    if (appeal.reasonsBy(step) != null) return;
    throw new AnswerRefusedException("There are no reasons for %s on the appeal's page. Write them there, then complete this task again.".formatted(step.inWords()));
  }

  private boolean isUnion(String code) {
    return code != null && jdbc.sql("SELECT COUNT(*) FROM trade_union WHERE code = ?").param(code).query(Integer.class).single() > 0;
  }

  private void audit(Appeal appeal, String actor, String action, Map<String, ?> facts) {
    Map<String, Object> all = new LinkedHashMap<>(Map.of("consultation", appeal.consultationId(), "member", appeal.memberId()));
    all.putAll(facts);
    audit.record(actor, action, appeal.subject(), consultations.get(appeal.consultationId()).regionCode(), all);
  }

  private static <E extends Enum<E>> E named(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst().orElse(null);
  }
}
