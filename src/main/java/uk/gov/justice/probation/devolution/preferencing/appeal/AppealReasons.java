package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * The reasons for each step of an appeal. They are written on our page before the task in Tasklist is completed, and
 * stored encrypted. The engine never receives them.
 */
@Service
public class AppealReasons {

    /** In characters. */
    public static final int AT_MOST = 4000;

    private final AppealRepository appeals;
    private final Independence independence;
    private final Appellants appellants;
    private final Consultations consultations;
    private final ConfidentialRecords records;
    private final AppealAudit audit;

    AppealReasons(
            AppealRepository appeals,
            Independence independence,
            Appellants appellants,
            Consultations consultations,
            ConfidentialRecords records,
            AppealAudit audit) {
        this.appeals = appeals;
        this.independence = independence;
        this.appellants = appellants;
        this.consultations = consultations;
        this.records = records;
        this.audit = audit;
    }

    /**
     * Saves the reasons. They can be rewritten until the step is taken.
     *
     * @throws NotAllowedException if the colleague does not have the step's role in the region
     * @throws Refusal with a sentence for the colleague if they cannot be accepted
     */
    @Transactional
    public void write(long appealId, AppealStep step, String text, Colleague by) {
        Appeal appeal = appeals.lock(appealId);
        var consultation = consultations.get(appeal.consultationId());
        by.mustHold(
                step.role(),
                consultation.regionCode(),
                "write down the reasons for %s in %s".formatted(step.inWords(), consultation.regionName()));
        appeal.mustWaitFor(step);
        StaffMember person = appellants.of(appeal);
        independence.missing(appeal, person, step, by.userName()).ifPresent(refusal -> {
            throw new NotPossibleNow(refusal);
        });
        if (text == null || text.isBlank())
            throw new BreaksRules("text", "Enter the reasons for %s".formatted(step.inWords()));
        if (text.length() > AT_MOST)
            throw new BreaksRules("text", "The reasons must be %,d characters or fewer".formatted(AT_MOST));
        records.keep(person.staffNumber(), step.kind(), step.about(appeal), text.strip(), by);
        appeal.reasonsWritten(step, by.userName());
        appeals.save(appeal);
        audit.record(appeal, by.userName(), "APPEAL_REASONS_WRITTEN", Map.of("step", step));
    }
}
