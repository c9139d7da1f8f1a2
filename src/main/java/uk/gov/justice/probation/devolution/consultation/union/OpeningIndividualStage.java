package uk.gov.justice.probation.devolution.consultation.union;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions.Union;
import uk.gov.justice.probation.devolution.handover.ConsultationStages;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * The gate before every step with a single person: it opens only when the database holds every union's feedback, or the director's approval without it, and the response
 * (seed 000). Handovers of the region that wait for it go on then.
 */
@Service
public class OpeningIndividualStage {
  private final Consultations consultations;
  private final ConsultingUnions unions;
  private final ConsultationStages stages;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  OpeningIndividualStage(Consultations consultations, ConsultingUnions unions, ConsultationStages stages, Notifications notifications, AuditTrail audit, JdbcClient jdbc,
      Clock clock) {
    this.consultations = consultations;
    this.unions = unions;
    this.stages = stages;
    this.notifications = notifications;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @throws CannotSucceedException where feedback or the response is missing */
  @Transactional
  public void open(long consultationId) {
    Facts consultation = consultations.lock(consultationId);
    if (consultation.isIndividual()) return;
    mustBeHeard(consultation);
    jdbc.sql("UPDATE consultation SET individual_stage_at = ?, version = version + 1 WHERE id = ?").params(Utc.of(clock.instant()), consultationId).update();
    consultations.moveTo(consultationId, ConsultationState.INDIVIDUAL);
    audit.record("system", "INDIVIDUAL_STAGE_OPENED", consultation.subject(), consultation.regionCode(), Map.of());
    stages.reached(consultation.regionCode(), Colleague.system());
    notifications.send("individual-stage-" + consultationId, "hr-" + consultation.regionSlug(), "%s: the individual stage is open".formatted(consultation.title()),
        "One-to-ones begin. Schedule the events: the task is in Tasklist.", consultation.subject());
  }

  private void mustBeHeard(Facts consultation) {
    List<String> missing = unions.missing(consultation.id()).stream().map(Union::name).toList();
    boolean asked = count("SELECT COUNT(*) FROM consultation_union WHERE consultation_id = ?", consultation) > 0;
    boolean responded = count("SELECT COUNT(*) FROM consultation WHERE id = ? AND response IS NOT NULL", consultation) > 0;
    if (asked && missing.isEmpty() && responded) return;
    String why = !asked ? "no union has been asked" : missing.isEmpty() ? "the Regional Probation Director has not responded to the unions"
        : "the feedback of %s is neither in nor approved as missing".formatted(String.join(", ", missing));
    throw new CannotSucceedException("The individual stage of '%s' cannot be opened: %s".formatted(consultation.title(), why));
  }

  private int count(String sql, Facts consultation) {
    return jdbc.sql(sql).param(consultation.id()).query(Integer.class).single();
  }
}
