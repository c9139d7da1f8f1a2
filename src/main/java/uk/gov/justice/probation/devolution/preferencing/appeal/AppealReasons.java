package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/** The reasons for each step of an appeal, written on our page before the task in Tasklist is completed: sealed, and never in the engine. */
@Service
public class AppealReasons {

  /** Characters. */
  public static final int AT_MOST = 4000;

  private final AppealRepository appeals;
  private final Independence independence;
  private final Cohorts cohorts;
  private final Consultations consultations;
  private final ConfidentialRecords records;
  private final AuditTrail audit;

  AppealReasons(AppealRepository appeals, Independence independence, Cohorts cohorts, Consultations consultations, ConfidentialRecords records, AuditTrail audit) {
    this.appeals = appeals;
    this.independence = independence;
    this.cohorts = cohorts;
    this.consultations = consultations;
    this.records = records;
    this.audit = audit;
  }

  /**
   * Keeps the reasons; who changes them before the step is taken writes them anew.
   *
   * @throws NotAllowedException where the colleague does not hold the step's role in the region
   * @throws Refusal where they cannot be taken, with a sentence for the colleague
   */
  @Transactional
  public void write(long appealId, AppealStep step, String text, Colleague by) {
    Appeal appeal = appeals.lock(appealId);
    var consultation = consultations.get(appeal.consultationId());
    by.mustHold(step.role(), consultation.regionCode(), "write down the reasons for %s in %s".formatted(step.inWords(), consultation.regionName()));
    if (!appeal.waitsFor(step)) throw new NotPossibleNow("This appeal no longer waits for %s. Load the page again to see where it stands.".formatted(step.inWords()));
    independence.missing(appeal, step, by.userName()).ifPresent(refusal -> {
      throw new NotPossibleNow(refusal);
    });
    if (text == null || text.isBlank()) throw new BreaksRules("text", "Enter the reasons for %s".formatted(step.inWords()));
    if (text.length() > AT_MOST) throw new BreaksRules("text", "The reasons must be %,d characters or fewer".formatted(AT_MOST));
    records.keep(cohorts.get(appeal.memberId()).staffNumber(), step.kind(), step.about(appeal), text.strip(), by);
    appeal.reasonsWritten(step, by.userName());
    audit.record(by.userName(), "APPEAL_REASONS_WRITTEN", appeal.subject(), consultation.regionCode(), Map.of("step", step));
  }
}
