package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.start.MovingToNewPlaces;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The steps of an appeal after the panel's decision (process {@code preference-appeal}), and the number of appeals
 * still open. Each step takes effect once.
 */
@Service
public class ClosingAppeals {
    private static final EnteredDay ARRANGED_ON =
            EnteredDay.required("the day on which it was agreed", DayRule.happened());

    private final AppealRepository appeals;
    private final MovingToNewPlaces moving;
    private final Cohorts cohorts;
    private final Consultations consultations;
    private final Deadlines deadlines;
    private final AppealAudit audit;
    private final Clock clock;

    ClosingAppeals(
            AppealRepository appeals,
            MovingToNewPlaces moving,
            Cohorts cohorts,
            Consultations consultations,
            Deadlines deadlines,
            AppealAudit audit,
            Clock clock) {
        this.appeals = appeals;
        this.moving = moving;
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records what HR arranged for a person whose appeal was upheld but for whom no better place was free.
     *
     * @throws NotAllowedException if the colleague is not HR of the region, or is the person who appeals
     * @throws BreaksRules with a reason if the answer cannot be accepted
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if it cannot have been agreed on that day
     */
    @Transactional
    public void arranged(long appealId, String arrangement, LocalDate on, TaskAnswer by) {
        Appeal appeal = appeals.lock(appealId);
        if (appeal.arrangement() != null) return;
        Facts consultation = consultations.get(appeal.consultationId());
        by.mustHold(Role.HR, consultation.regionCode(), "record what was arranged after an appeal");
        if (by.by().equals(cohorts.get(appeal.memberId()).staffNumber()))
            throw new NotAllowedException(
                    "Somebody else in HR must record what was arranged, because it is your own appeal.");
        ARRANGED_ON
                .and(DayRule.notBefore(
                        deadlines.day(Utc.instant(appeal.lodgedAt())), "the day on which the appeal was lodged"))
                .mustHold(on, deadlines);
        Arrangement made = Arrays.stream(Arrangement.values())
                .filter(known -> known.name().equals(arrangement))
                .findFirst()
                .orElseThrow(() -> new BreaksRules("Choose what was agreed."));
        appeal.arrange(made, on, by.by());
        appeals.save(appeal);
        audit.step(appeal, by.by(), "APPEAL_ARRANGED", Map.of("arrangement", made));
    }

    /**
     * The letter has been sent: people who were given another place after they had moved now move again. The
     * consultation's process may be waiting for its last appeal and checks again.
     */
    @Transactional
    public void close(long appealId) {
        Appeal appeal = appeals.lock(appealId);
        if (!appeal.open()) return;
        appeal.close(clock.instant());
        appeals.save(appeal);
        appeal.places().keySet().forEach(moving::moveAgain);
        audit.step(appeal, "system", "APPEAL_CLOSED", Map.of("state", appeal.state()));
    }

    /** How many appeals of the consultation are not closed. */
    @Transactional(readOnly = true)
    public int stillOpen(long consultationId) {
        return appeals.countOpen(consultationId);
    }
}
