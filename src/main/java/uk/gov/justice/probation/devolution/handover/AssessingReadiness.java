package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.handover.ReadinessRules.Readiness;

/** Plans when readiness is assessed, and collects the inputs of the decision table {@code handover-readiness}. */
@Service
public class AssessingReadiness {

    /**
     * @param assessOn the day until which the gates are open
     * @param remindOn may lie in the past
     */
    public record Plan(List<Gate> openGates, LocalDate plannedDate, LocalDate assessOn, LocalDate remindOn) {}

    /** The inputs of {@code handover-readiness.dmn}, under the table's names. */
    public record Facts(
            String service,
            List<Gate> gates,
            int vettingOutstanding,
            int briefedPercent,
            boolean eqipReferenceRecorded,
            int headcountRequired,
            int headcountInPost,
            boolean trainingComplete,
            boolean consultationReached,
            boolean leaseEnded,
            boolean teamHasBase) {}

    private final ReadinessRules rules;
    private final HandoverRepository handovers;
    private final ReceivingTeamQuery teams;
    private final ConsultationStages consultations;
    private final BaseQuery bases;
    private final HandoverSettings settings;
    private final Deadlines deadlines;
    private final Clock clock;

    AssessingReadiness(
            ReadinessRules rules,
            HandoverRepository handovers,
            ReceivingTeamQuery teams,
            ConsultationStages consultations,
            BaseQuery bases,
            HandoverSettings settings,
            Deadlines deadlines,
            Clock clock) {
        this.rules = rules;
        this.handovers = handovers;
        this.teams = teams;
        this.consultations = consultations;
        this.bases = bases;
        this.settings = settings;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Opens the gates that are not met. Those met in an earlier round stay met. */
    @Transactional
    public Plan plan(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        handover.gatesOpened();
        LocalDate beforePlanned = deadlines.workingDaysFrom(handover.plannedDate(), -settings.readinessBefore());
        LocalDate atLeast = deadlines.workingDaysFrom(deadlines.today(), settings.gatesAtLeast());
        LocalDate assessOn = beforePlanned.isAfter(atLeast) ? beforePlanned : atLeast;
        return new Plan(
                handover.openGates(),
                handover.plannedDate(),
                assessOn,
                deadlines.workingDaysFrom(handover.plannedDate(), -settings.reminderBefore()));
    }

    @Transactional
    public Facts collect(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        handover.comesToDecision();
        Facts facts = facts(handover);
        int waiting = facts.vettingOutstanding();
        if (handover.gates().contains(Gate.VETTING)
                && handover.answerTo(Gate.VETTING)
                        .map(Answer::actual)
                        .filter(known -> known == waiting)
                        .isEmpty()) {
            handover.answer(
                    Gate.VETTING,
                    Answer.of(waiting == 0, "%d outstanding".formatted(waiting), 0, waiting),
                    "system",
                    clock.instant());
        }
        return facts;
    }

    /**
     * The readiness at this moment, from the same decision table that the process uses. It is based on our own records,
     * never on data sent with the answer.
     */
    Readiness assess(Handover handover) {
        return rules.apply(facts(handover));
    }

    private Facts facts(Handover handover) {
        List<String> awaitingVetting = teams.waitingForVetting(handover);
        int confirmed =
                handover.answerTo(Gate.RECRUITMENT).map(Answer::actual).orElseGet(() -> teams.headcount(handover));
        LocalDate today = deadlines.today();
        return new Facts(
                handover.service(),
                handover.gates(),
                awaitingVetting.size(),
                teams.progress(handover).percent(),
                handover.meets(Gate.EQIP),
                teams.headcountRequired(handover),
                confirmed,
                handover.meets(Gate.TRAINING_OASYS),
                consultations.reached(handover.regionCode()),
                bases.leaseEnded(handover.fromUnits(), today),
                bases.teamsHaveBase(handover.fromUnits(), today));
    }
}
