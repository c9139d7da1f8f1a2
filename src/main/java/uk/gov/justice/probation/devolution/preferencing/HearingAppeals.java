package uk.gov.justice.probation.devolution.preferencing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * The steps of an appeal, from its start to its closing (preference-appeal). Each is taken once; an answer delivered again changes nothing. An answer that cannot stand is
 * refused with a sentence for the person who gave it.
 */
@Service
public class HearingAppeals {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final EnteredDay ARRANGED_ON = EnteredDay.required("the day on which it was agreed", DayRule.happened());

  /**
   * What the process and its forms need to know.
   *
   * @param outcomeIsFinal whether there is an outcome to appeal against: the person's letter is written
   */
  public record Opened(long id, Facts consultation, long memberId, String personName, boolean inTime, boolean outcomeIsFinal) {}

  /** Whether a late appeal is heard, or why the answer does not stand. */
  public record Admission(boolean admitted, String refused) {}

  private final AppealRepository appeals;
  private final Independence independence;
  private final OutcomeLetters letters;
  private final StartingInNewPlaces starting;
  private final Cohorts cohorts;
  private final Consultations consultations;
  private final StaffDirectory staff;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  HearingAppeals(AppealRepository appeals, Independence independence, OutcomeLetters letters, StartingInNewPlaces starting, Cohorts cohorts, Consultations consultations,
      StaffDirectory staff, Deadlines deadlines, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.appeals = appeals;
    this.independence = independence;
    this.letters = letters;
    this.starting = starting;
    this.cohorts = cohorts;
    this.consultations = consultations;
    this.staff = staff;
    this.deadlines = deadlines;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  public Opened open(long appealId, long processInstanceKey) {
    Appeal appeal = appeals.lock(appealId);
    appeal.opened(processInstanceKey);
    String name = staff.find(cohorts.get(appeal.memberId()).staffNumber()).orElseThrow().inFull();
    return new Opened(appealId, consultations.get(appeal.consultationId()), appeal.memberId(), name, appeal.inTime(), letters.written(appeal.memberId()));
  }

  /** The chair decides about a late appeal. */
  @Transactional
  public Admission admit(long appealId, boolean admit, TaskAnswer by) {
    Appeal appeal = appeals.lock(appealId);
    if (!appeal.waitsFor(AppealStep.ADMISSION)) return new Admission(Boolean.TRUE.equals(appeal.admitted()), null);
    Optional<String> refused = refusal(appeal, AppealStep.ADMISSION, by);
    if (refused.isPresent()) return new Admission(false, refused.get());
    appeal.admission(admit, by.by());
    audit(appeal, by.by(), admit ? "APPEAL_ADMITTED" : "APPEAL_NOT_ADMITTED", Map.of());
    return new Admission(admit, null);
  }

  /** The rule, or the chair, did not admit the appeal: it ends with a letter. */
  @Transactional
  public void refuse(long appealId) {
    Appeal appeal = appeals.lock(appealId);
    if (appeal.state() == AppealState.REFUSED) return;
    appeal.refused();
    audit(appeal, "system", "APPEAL_NOT_ADMITTED", Map.of());
  }

  /** @return why the review does not stand; empty where it does */
  @Transactional
  public Optional<String> review(long appealId, String recommendation, TaskAnswer by) {
    Appeal appeal = appeals.lock(appealId);
    if (!appeal.waitsFor(AppealStep.REVIEW)) return Optional.empty();
    Recommendation recommended = named(Recommendation.values(), recommendation);
    if (recommended == null) return Optional.of("Choose what you recommend: uphold, partly uphold or reject.");
    Optional<String> refused = refusal(appeal, AppealStep.REVIEW, by);
    if (refused.isPresent()) return refused;
    appeal.reviewed(recommended, by.by(), clock.instant());
    audit(appeal, by.by(), "APPEAL_REVIEWED", Map.of("recommendation", recommended));
    return Optional.empty();
  }

  /**
   * The panel decides, with a union representative.
   *
   * @param unionCode whose representative sat on the panel
   * @return why the decision does not stand; empty where it does
   */
  @Transactional
  public Optional<String> decide(long appealId, String decision, String unionCode, TaskAnswer by) {
    Appeal appeal = appeals.lock(appealId);
    if (!appeal.waitsFor(AppealStep.DECISION)) return Optional.empty();
    AppealOutcome outcome = named(AppealOutcome.values(), decision);
    if (outcome == null) return Optional.of("Choose what the panel decided: upheld, partly upheld or rejected.");
    if (!isUnion(unionCode)) return Optional.of("Say which union's representative sat on the panel. Without one the panel cannot decide.");
    Optional<String> refused = refusal(appeal, AppealStep.DECISION, by);
    if (refused.isPresent()) return refused;
    appeal.decided(outcome, unionCode, by.by(), clock.instant());
    audit(appeal, by.by(), "APPEAL_DECIDED", Map.of("outcome", outcome, "recommendation", appeal.recommendation(), "union", unionCode));
    return Optional.empty();
  }

  /**
   * HR arranged something for a person whose appeal was upheld and for whom no better place was free.
   *
   * @throws uk.gov.justice.probation.devolution.calendar.DateRefusedException where it cannot have been agreed on that day
   */
  @Transactional
  public void arranged(long appealId, String arrangement, LocalDate on, TaskAnswer by) {
    Appeal appeal = appeals.lock(appealId);
    if (appeal.arrangement() != null) return;
    ARRANGED_ON.and(DayRule.notBefore(deadlines.day(appeal.lodgedAt().toInstant(ZoneOffset.UTC)), "the day on which the appeal was lodged")).mustHold(on, deadlines);
    Arrangement made = named(Arrangement.values(), arrangement);
    if (made == null) throw new CannotSucceedException("Appeal %d: '%s' is not an arrangement. Correct the variable arrangement to KEEP_PLACE, WAIT_FOR_VACANCY or OTHER, then retry"
        .formatted(appealId, arrangement));
    appeal.arranged(made, on, by.by());
    audit(appeal, by.by(), "APPEAL_ARRANGED", Map.of("arrangement", made));
  }

  /** The letter is out: who was given a place and had moved already moves again, and the consultation's process, which may wait for its last appeal, looks again. */
  @Transactional
  public void close(long appealId) {
    Appeal appeal = appeals.lock(appealId);
    if (!appeal.open()) return;
    appeal.closed(clock.instant());
    jdbc.sql("SELECT member_id FROM appeal_place WHERE appeal_id = ? ORDER BY member_id").param(appealId).query(Long.class).list().forEach(starting::moveAgain);
    audit(appeal, "system", "APPEAL_CLOSED", Map.of("state", appeal.state()));
    events.publishEvent(
        new EngineMessage("preferencing.appealsDecided", Long.toString(appeal.consultationId()), "appealClosed-" + appealId, Map.of(), KEPT));
  }

  /** Appeals of the consultation that are not closed. */
  @Transactional(readOnly = true)
  public int stillOpen(long consultationId) {
    return appeals.countOpen(consultationId);
  }

  private Optional<String> refusal(Appeal appeal, AppealStep step, TaskAnswer by) {
    Optional<String> notIndependent = independence.missing(appeal, step, by.by());
    if (notIndependent.isPresent()) return notIndependent;
    return appeal.reasonsBy(step) != null ? Optional.empty()
        : Optional.of("There are no reasons for %s on the appeal's page. Write them there, then complete this task again.".formatted(step.inWords()));
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
