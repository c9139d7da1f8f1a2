package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.TradeUnions;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Whether an appeal is heard, what the review recommends and what the panel decides (preference-appeal). Each is taken
 * once; an answer delivered again changes nothing. An answer that cannot stand is refused with a sentence for the
 * person who gave it.
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
     * The chair decides about a late appeal.
     *
     * @param decision YES or NO
     * @return whether it is heard
     * @throws NotAllowedException if it is not decided by an independent chair of the region
     * @throws AnswerRefusedException with the reason why the decision does not stand
     */
    @Transactional
    public boolean admit(long appealId, String decision, TaskAnswer by) {
        Appeal appeal = appeals.lock(appealId);
        if (!appeal.waitsFor(AppealStep.ADMISSION)) return Boolean.TRUE.equals(appeal.admitted());
        mustBeTheirs(appeal, AppealStep.ADMISSION, by);
        boolean admit = "YES".equals(decision);
        if (!admit && !"NO".equals(decision)) throw new AnswerRefusedException("Choose whether you admit the appeal.");
        appeal.admit(admit, by.by());
        appeals.save(appeal);
        audit.step(appeal, by.by(), admit ? "APPEAL_ADMITTED" : "APPEAL_NOT_ADMITTED", Map.of());
        return admit;
    }

    /** The rule, or the chair, did not admit the appeal: it ends with a letter. */
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
     * @throws NotAllowedException if it is not given by an independent manager of the region
     * @throws AnswerRefusedException with the reason why the review does not stand
     */
    @Transactional
    public void review(long appealId, String recommendation, TaskAnswer by) {
        Appeal appeal = appeals.lock(appealId);
        if (!appeal.waitsFor(AppealStep.REVIEW)) return;
        if (!admissibility.isHeard(appeal))
            throw new CannotSucceedException(
                    "Appeal %d is not to be heard. Go back to where it is found out in Operate".formatted(appealId));
        mustBeTheirs(appeal, AppealStep.REVIEW, by);
        Recommendation recommended = named(Recommendation.values(), recommendation);
        if (recommended == null)
            throw new AnswerRefusedException("Choose what you recommend: uphold, partly uphold or reject.");
        appeal.review(recommended, by.by(), clock.instant());
        appeals.save(appeal);
        audit.step(appeal, by.by(), "APPEAL_REVIEWED", Map.of("recommendation", recommended));
    }

    /**
     * The panel decides, with a union representative.
     *
     * @param unionCode whose representative sat on the panel
     * @throws NotAllowedException if it is not decided by an independent panel of the region
     * @throws AnswerRefusedException with the reason why the decision does not stand
     */
    @Transactional
    public void decide(long appealId, String decision, String unionCode, TaskAnswer by) {
        Appeal appeal = appeals.lock(appealId);
        if (!appeal.waitsFor(AppealStep.DECISION)) return;
        mustBeTheirs(appeal, AppealStep.DECISION, by);
        AppealOutcome outcome = named(AppealOutcome.values(), decision);
        if (outcome == null)
            throw new AnswerRefusedException("Choose what the panel decided: upheld, partly upheld or rejected.");
        if (!unions.isRecognised(unionCode))
            throw new AnswerRefusedException(
                    "Say which union's representative sat on the panel. Without one the panel cannot decide.");
        appeal.decide(outcome, unionCode, by.by(), clock.instant());
        appeals.save(appeal);
        audit.step(
                appeal,
                by.by(),
                "APPEAL_DECIDED",
                Map.of("outcome", outcome, "recommendation", appeal.recommendation(), "union", unionCode));
    }

    /**
     * Somebody in the group who is not independent is refused like everybody else whose task it is not; the appeal's
     * page says why.
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
