package uk.gov.justice.probation.devolution.consultation.union;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/** The union consultation: every recognised union is asked; it ends when each has answered, or when the Regional Probation Director approves going on without an answer. */
@Service
public class ConsultingUnions {
  private static final String NO_COMMENT = "No comment.";
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_REASON = 1000;

  /** A recognised union and the task group of its representatives. */
  public record Union(String code, String name, String group) {}

  /** The unions still to answer, and until when. @param remindOn null where the closing date is too near for a reminder */
  public record Asked(List<Union> unions, LocalDate closesOn, LocalDate remindOn) {}

  private static final EnteredDay EXTENDED_TO =
      EnteredDay.required("the day until which the unions have more time", DayRule.toCome(), DayRule.workingDay());

  private final Consultations consultations;
  private final CollectiveDuty collectiveDuty;
  private final WorkingDays workingDays;
  private final Deadlines deadlines;
  private final ConsultationSettings settings;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  ConsultingUnions(Consultations consultations, CollectiveDuty collectiveDuty, WorkingDays workingDays, Deadlines deadlines, ConsultationSettings settings, Notifications notifications, AuditTrail audit,
      JdbcClient jdbc, Clock clock) {
    this.consultations = consultations;
    this.collectiveDuty = collectiveDuty;
    this.workingDays = workingDays;
    this.deadlines = deadlines;
    this.settings = settings;
    this.notifications = notifications;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Lasts the agreed period, or longer where the law asks for it. */
  @Transactional
  public Asked open(long consultationId) {
    Facts consultation = consultations.lock(consultationId);
    if (closesOn(consultationId) != null) return asked(consultationId);
    Duty duty = collectiveDuty.of(consultationId);
    if (duty.hr1() && !hr1Sent(consultationId)) {
      throw new CannotSucceedException("Form HR1 must be sent before the unions of '%s' are consulted, and nobody has recorded it".formatted(consultation.title()));
    }
    LocalDate agreed = deadlines.today().plus(settings.agreedPeriod());
    LocalDate atLeast = deadlines.today().plusDays(duty.minimumDays());
    LocalDate closesOn = workingDays.calendar().onOrAfter(agreed.isBefore(atLeast) ? atLeast : agreed);
    jdbc.sql("UPDATE consultation SET duty = ?, hr1_required = ?, union_closes_on = ?, version = version + 1 WHERE id = ?")
        .params(duty.kind(), duty.hr1(), closesOn, consultationId)
        .update();
    jdbc.sql("INSERT INTO consultation_union (consultation_id, union_code) SELECT ?, code FROM trade_union").param(consultationId).update();
    consultations.moveTo(consultationId, ConsultationState.UNION);
    audit.record("system", "UNION_CONSULTATION_OPENED", consultation.subject(), consultation.regionCode(), Map.of("duty", duty.kind(), "closesOn", closesOn));
    Asked asked = asked(consultationId);
    tell(asked.unions(), "union-opened-" + consultationId, "%s: your union is consulted".formatted(consultation.title()),
        "Give your union's feedback by %s: the task is in Tasklist. The proposals are on the page of the consultation.".formatted(Deadlines.inWords(closesOn)), consultation);
    return asked;
  }

  /**
   * What a union is asked in one of the tasks.
   *
   * @throws CannotSucceedException where the union has not been asked in this consultation, or has answered
   */
  @Transactional(readOnly = true)
  public TaskSubject subject(long consultationId, String unionCode) {
    Facts consultation = consultations.get(consultationId);
    if (missing(consultationId).stream().noneMatch(union -> union.code().equals(unionCode))) {
      throw new CannotSucceedException("No feedback of '%s' is awaited in '%s'. Cancel this step in Operate".formatted(unionCode, consultation.title()));
    }
    return new TaskSubject("unionCode", unionCode, consultation.subject(), consultation.regionCode());
  }

  /** @throws NotAllowedException where it is not given by a representative of the union */
  @Transactional
  public void recordFeedback(long consultationId, String unionCode, String feedback, TaskAnswer by) {
    Facts consultation = consultations.lock(consultationId);
    if (audit.isRecorded("union-feedback-" + by.taskInstance())) return;
    by.mustHold("tu", slug(unionCode), "give the union's feedback");
    if (feedback != null && feedback.length() > LONGEST_TEXT) throw new AnswerRefusedException("The feedback must be %,d characters or fewer.".formatted(LONGEST_TEXT));
    boolean comment = feedback != null && !feedback.isBlank();
    jdbc.sql("UPDATE consultation_union SET feedback = ?, recorded_by = ?, recorded_at = ? WHERE consultation_id = ? AND union_code = ? AND feedback IS NULL")
        .params(comment ? feedback.strip() : NO_COMMENT, by.by(), now(), consultationId, unionCode)
        .update();
    audit.recordOnce("union-feedback-" + by.taskInstance(), by.by(), "UNION_FEEDBACK_RECORDED", consultation.subject(), consultation.regionCode(),
        Map.of("union", unionCode, "comment", comment));
    goOnWhenAllIsIn(consultationId);
  }

  @Transactional
  public void remind(long consultationId) {
    Facts consultation = consultations.get(consultationId);
    Asked asked = asked(consultationId);
    tell(asked.unions(), "union-reminder-%d-%s".formatted(consultationId, asked.closesOn()), "%s: your union's feedback is due".formatted(consultation.title()),
        "It is awaited by %s. The task is in Tasklist.".formatted(Deadlines.inWords(asked.closesOn())), consultation);
  }

  /** Those that have not answered, and whose silence nobody has accepted. */
  @Transactional(readOnly = true)
  public List<Union> missing(long consultationId) {
    return jdbc.sql("""
            SELECT u.code, u.name, u.slug FROM consultation_union c JOIN trade_union u ON u.code = c.union_code
            WHERE c.consultation_id = ? AND c.feedback IS NULL AND c.absence_approved_by IS NULL ORDER BY u.name
            """)
        .param(consultationId)
        .query((row, n) -> new Union(row.getString(1), row.getString(2), "tu-" + row.getString(3)))
        .list();
  }

  /**
   * The Regional Probation Director gives the unions more time, or approves going on without those that have not answered; either with a reason.
   *
   * @throws AnswerRefusedException with why the decision does not stand
   */
  @Transactional
  public Asked decideOnMissing(long consultationId, String decision, LocalDate extendTo, String reason, TaskAnswer by) {
    Facts consultation = consultations.lock(consultationId);
    if (audit.isRecorded("union-missing-" + by.taskInstance())) return asked(consultationId);
    by.mustHold("rpd", consultation.regionCode(), "decide to wait for the unions or to go on without them");
    String refused = refusal(decision, extendTo, reason);
    if (refused != null) throw new AnswerRefusedException(refused);
    List<Union> missing = missing(consultationId);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("unions", missing.stream().map(Union::name).toList());
    facts.put("reason", reason);
    if (decision.equals("EXTEND")) {
      jdbc.sql("UPDATE consultation SET union_closes_on = ?, version = version + 1 WHERE id = ?").params(extendTo, consultationId).update();
      facts.put("extendedTo", extendTo);
      tell(missing, "union-extended-%d-%s".formatted(consultationId, extendTo), "%s: more time for your union's feedback".formatted(consultation.title()),
          "It is awaited by %s. The task is in Tasklist.".formatted(Deadlines.inWords(extendTo)), consultation);
    } else {
      jdbc.sql("""
              UPDATE consultation_union SET absence_approved_by = ?, absence_reason = ?, absence_approved_at = ?
              WHERE consultation_id = ? AND feedback IS NULL AND absence_approved_by IS NULL
              """)
          .params(by.by(), reason, now(), consultationId)
          .update();
    }
    audit.recordOnce("union-missing-" + by.taskInstance(), by.by(), "UNION_FEEDBACK_MISSING_" + decision, consultation.subject(), consultation.regionCode(), facts);
    goOnWhenAllIsIn(consultationId);
    return asked(consultationId);
  }

  @Transactional
  public void respond(long consultationId, String response, TaskAnswer by) {
    Facts consultation = consultations.lock(consultationId);
    if (audit.isRecorded("union-response-" + by.taskInstance())) return;
    by.mustHold("rpd", consultation.regionCode(), "respond to the unions");
    if (response == null || response.isBlank()) throw new AnswerRefusedException("Write your response to the unions.");
    if (response.length() > LONGEST_TEXT) throw new AnswerRefusedException("The response must be %,d characters or fewer.".formatted(LONGEST_TEXT));
    jdbc.sql("UPDATE consultation SET response = ?, responded_by = ?, version = version + 1 WHERE id = ?").params(response, by.by(), consultationId).update();
    audit.recordOnce("union-response-" + by.taskInstance(), by.by(), "UNIONS_RESPONDED_TO", consultation.subject(), consultation.regionCode(), Map.of());
  }

  private Asked asked(long consultationId) {
    LocalDate closesOn = closesOn(consultationId);
    LocalDate remindOn = workingDays.calendar().plus(closesOn, -settings.unionReminder());
    return new Asked(missing(consultationId), closesOn, remindOn.isAfter(deadlines.today()) ? remindOn : null);
  }

  private void goOnWhenAllIsIn(long consultationId) {
    if (missing(consultationId).isEmpty()) consultations.moveTo(consultationId, ConsultationState.RESPONSE);
  }

  private String refusal(String decision, LocalDate extendTo, String reason) {
    if (!"EXTEND".equals(decision) && !"APPROVE".equals(decision)) return "Choose more time, or going on without their answer.";
    if (reason == null || reason.isBlank()) return "Say why: the reason is kept.";
    if (reason.length() > LONGEST_REASON) return "The reason must be %,d characters or fewer.".formatted(LONGEST_REASON);
    if (decision.equals("EXTEND") && extendTo == null) return "More time needs a date that lies after today.";
    return decision.equals("APPROVE") ? null : EXTENDED_TO.problem(extendTo, deadlines).orElse(null);
  }

  private void tell(List<Union> unions, String key, String subject, String body, Facts consultation) {
    unions.forEach(union -> notifications.send(key + "-" + union.code(), union.group(), subject, body, consultation.subject()));
  }

  /** Empty for what is no union: nobody holds a role there. */
  private String slug(String unionCode) {
    return jdbc.sql("SELECT slug FROM trade_union WHERE code = ?").param(unionCode).query(String.class).optional().orElse("");
  }

  private LocalDate closesOn(long consultationId) {
    return jdbc.sql("SELECT union_closes_on FROM consultation WHERE id = ?").param(consultationId).query((row, n) -> row.getObject(1, LocalDate.class)).list().getFirst();
  }

  private boolean hr1Sent(long consultationId) {
    return jdbc.sql("SELECT COUNT(*) FROM consultation WHERE id = ? AND hr1_sent_on IS NOT NULL").param(consultationId).query(Integer.class).single() > 0;
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
