package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.TradeUnions;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Whether an appeal is heard, what the review recommends and what the panel decides (process
 * {@code preference-appeal}). Each takes effect once; an answer delivered again changes nothing. An answer that cannot
 * be accepted is refused with a sentence for the person who gave it.
 */
@Service
public class HearingAppeals {
    private final AppealRepository appeals;
    private final Appellants appellants;
    private final Independence independence;
    private final Admissibility admissibility;
    private final Consultations consultations;
    private final TradeUnions unions;
    private final AppealAudit audit;
    private final Clock clock;

    HearingAppeals(
            AppealRepository appeals,
            Appellants appellants,
            Independence independence,
            Admissibility admissibility,
            Consultations consultations,
            TradeUnions unions,
            AppealAudit audit,
            Clock clock) {
        this.appeals = appeals;
        this.appellants = appellants;
        this.independence = independence;
        this.admissibility = admissibility;
        this.consultations = consultations;
        this.unions = unions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records the chair's decision about a late appeal.
     *
     * @param decision YES or NO
     * @return whether it is heard
     * @throws NotAllowedException if the colleague is not an independent chair of the region
     * @throws BreaksRules with a reason if the decision cannot be accepted
     */
    @Transactional
    public boolean admit(long appealId, String decision, TaskAnswer by) {
        Appeal appeal = appeals.lock(appealId);
        if (!appeal.waitsFor(AppealStep.ADMISSION)) return Boolean.TRUE.equals(appeal.admitted());
        mustBeTheirs(appeal, AppealStep.ADMISSION, by);
        boolean admit = "YES".equals(decision);
        if (!admit && !"NO".equals(decision)) throw new BreaksRules("Choose whether you admit the appeal.");
        appeal.admit(admit, by.by());
        appeals.save(appeal);
        audit.step(appeal, by.by(), admit ? "APPEAL_ADMITTED" : "APPEAL_NOT_ADMITTED", Map.of());
        return admit;
    }

    /** The rule or the chair did not admit the appeal. It ends with a letter. */
    @Transactional
    public void refuse(long appealId) {
        Appeal appeal = appeals.lock(appealId);
        if (appeal.state() == AppealState.REFUSED) return;
        if (admissibility.isHeard(appeal))
            throw new CannotSucceedException(
                    "Appeal %d is to be heard, so it cannot be refused. Go back to its review in Operate"
                            .formatted(appealId));
        appeal.refuse();
        appeals.save(appeal);
        audit.step(appeal, "system", "APPEAL_NOT_ADMITTED", Map.of());
    }

    /**
     * Records the independent manager's recommendation.
     *
     * @throws NotAllowedException if the colleague is not an independent manager of the region
     * @throws BreaksRules with a reason if the review cannot be accepted
     */
    @Transactional
    public void review(long appealId, String recommendation, TaskAnswer by) {
        Appeal appeal = appeals.lock(appealId);
        if (!appeal.waitsFor(AppealStep.REVIEW)) return;
        if (!admissibility.isHeard(appeal))
            throw new CannotSucceedException(
                    "Appeal %d was not admitted. In Operate, move its process back to the admissibility check"
                            .formatted(appealId));
        mustBeTheirs(appeal, AppealStep.REVIEW, by);
        Recommendation recommended = named(Recommendation.values(), recommendation);
        if (recommended == null) throw new BreaksRules("Choose what you recommend: uphold, uphold in part or reject.");
        appeal.review(recommended, by.by(), clock.instant());
        appeals.save(appeal);
        audit.step(appeal, by.by(), "APPEAL_REVIEWED", Map.of("recommendation", recommended));
    }

    /** The names of the unions, by their codes, of which a representative sits on the panel. */
    public Map<String, String> unions() {
        return unions.names();
    }

    /**
     * Records the decision of the panel, on which a union representative sits.
     *
     * @param unionCode the union whose representative sat on the panel
     * @throws NotAllowedException if the colleague is not on an independent panel of the region
     * @throws BreaksRules with a reason if the decision cannot be accepted
     */
    @Transactional
    public void decide(long appealId, String decision, String unionCode, TaskAnswer by) {
        Appeal appeal = appeals.lock(appealId);
        if (!appeal.waitsFor(AppealStep.DECISION)) return;
        mustBeTheirs(appeal, AppealStep.DECISION, by);
        AppealOutcome outcome = named(AppealOutcome.values(), decision);
        if (outcome == null)
            throw new BreaksRules("Choose what the panel decided: upheld, upheld in part or rejected.");
        if (!unions.isRecognised(unionCode))
            throw new BreaksRules(
                    "Choose which union's representative was on the panel. The panel cannot decide without one.");
        appeal.decide(outcome, unionCode, by.by(), clock.instant());
        appeals.save(appeal);
        audit.step(
                appeal,
                by.by(),
                "APPEAL_DECIDED",
                Map.of("outcome", outcome, "recommendation", appeal.recommendation(), "union", unionCode));
    }

    /**
     * A member of the group who is not independent is refused like anybody whose task it is not. The appeal's page says
     * why.
     */
    private void mustBeTheirs(Appeal appeal, AppealStep step, TaskAnswer by) {
        by.mustHold(
                step.role(), consultations.get(appeal.consultationId()).regionCode(), "decide about " + step.inWords());
        independence.missing(appeal, appellants.of(appeal), step, by.by()).ifPresent(notIndependent -> {
            throw new NotAllowedException(notIndependent);
        });
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
