package uk.gov.justice.probation.devolution.consultation;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;

/** What a consultation is about: posts, reasons and proposals, and the form the law asks for. HR says so. */
@Service
public class SettingScope {

  /** Posts, not people. */
  public record Scope(int affectedPosts, int proposedRedundancies, String businessCase, String proposals) {}

  private static final EnteredDay HR1_SENT_ON = EnteredDay.required("the day on which form HR1 was sent", DayRule.happened());

  private final Consultations consultations;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final JdbcClient jdbc;

  SettingScope(Consultations consultations, Deadlines deadlines, AuditTrail audit, JdbcClient jdbc) {
    this.consultations = consultations;
    this.deadlines = deadlines;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  @Transactional
  public void set(long consultationId, Scope scope, TaskAnswer by) {
    Facts consultation = consultations.lock(consultationId);
    jdbc.sql("UPDATE consultation SET affected_posts = ?, proposed_redundancies = ?, business_case = ?, proposals = ?, version = version + 1 WHERE id = ?")
        .params(scope.affectedPosts(), scope.proposedRedundancies(), scope.businessCase(), scope.proposals(), consultationId)
        .update();
    audit.recordOnce("consultation-scope-" + by.taskInstance(), by.by(), "CONSULTATION_SCOPE_SET", consultation.subject(), consultation.regionCode(),
        Map.of("affectedPosts", scope.affectedPosts(), "proposedRedundancies", scope.proposedRedundancies()));
  }

  /** @throws uk.gov.justice.probation.devolution.calendar.DateRefusedException where it cannot have been sent on that day */
  @Transactional
  public void hr1Sent(long consultationId, LocalDate on, String reference, TaskAnswer by) {
    HR1_SENT_ON.mustHold(on, deadlines);
    Facts consultation = consultations.lock(consultationId);
    jdbc.sql("UPDATE consultation SET hr1_required = TRUE, hr1_sent_on = ?, hr1_reference = ?, version = version + 1 WHERE id = ?")
        .params(on, reference, consultationId)
        .update();
    audit.recordOnce("consultation-hr1-" + by.taskInstance(), by.by(), "CONSULTATION_HR1_SENT", consultation.subject(), consultation.regionCode(),
        Map.of("sentOn", on, "reference", reference));
  }
}
