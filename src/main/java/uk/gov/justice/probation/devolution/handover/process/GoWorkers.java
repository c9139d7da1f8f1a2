package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.AssessingReadiness;
import uk.gov.justice.probation.devolution.handover.AssessingReadiness.Facts;
import uk.gov.justice.probation.devolution.handover.Deciding;
import uk.gov.justice.probation.devolution.handover.Deciding.Proposal;
import uk.gov.justice.probation.devolution.handover.Gate;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.OpeningHandovers;
import uk.gov.justice.probation.devolution.handover.TakingBackGo;

/**
 * The automated steps of {@code service-handover} and {@code site-move} that lead to a decision: when readiness is
 * assessed, on which facts, and what was decided.
 */
@Component
public class GoWorkers {
    private final OpeningHandovers opening;
    private final AssessingReadiness readiness;
    private final Deciding deciding;
    private final TakingBackGo takingBack;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final HandoverSettings settings;

    GoWorkers(
            OpeningHandovers opening,
            AssessingReadiness readiness,
            Deciding deciding,
            TakingBackGo takingBack,
            ExpectedCalls calls,
            TaskAnswers answers,
            Deadlines deadlines,
            HandoverSettings settings) {
        this.opening = opening;
        this.readiness = readiness;
        this.deciding = deciding;
        this.takingBack = takingBack;
        this.calls = calls;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record ReadinessPlan(
            List<Gate> outstandingGates,
            String readinessAt,
            String gateDueAt,
            String reminderAt,
            String transferAt,
            String plannedDate,
            String plannedDateText) {}

    @JobWorker(type = "handover.planReadiness")
    public ReadinessPlan planReadiness(@Variable long handoverId) {
        AssessingReadiness.Plan plan = readiness.plan(handoverId);
        String assessAt = deadlines.endOf(plan.assessOn());
        return new ReadinessPlan(
                plan.openGates(),
                assessAt,
                assessAt,
                deadlines.startOf(plan.remindOn()),
                deadlines.startOf(plan.plannedDate()),
                plan.plannedDate().toString(),
                Deadlines.inWords(plan.plannedDate()));
    }

    record FactsCollected(Facts facts, String decideDueAt, String proposedDate) {}

    /** Runs again if a decision was refused. The due date stays the same. */
    @JobWorker(type = "handover.collectReadinessFacts")
    public FactsCollected collectReadinessFacts(
            @Variable long handoverId,
            @Variable(optional = true) String decisionRefused,
            @Variable(optional = true) String decideDueAt) {
        boolean again = decisionRefused != null && decideDueAt != null;
        Facts facts = readiness.collect(handoverId);
        return new FactsCollected(
                facts,
                again ? decideDueAt : deadlines.inWorkingDays(settings.taskDue()),
                deciding.proposedDate(handoverId).map(LocalDate::toString).orElse(null));
    }

    record DecisionAnswer(String decision, LocalDate transferDate, String decisionNote, Boolean understood)
            implements Irreversible {

        @Override
        public boolean cannotBeUndone() {
            return "GO".equals(decision) || "CANCEL".equals(decision);
        }
    }

    @JobWorker(type = "handover.recordDecision")
    public Map<String, Object> recordDecision(ActivatedJob listener) {
        return answers.take(listener, "decisionRefused", DecisionAnswer.class, (task, answer) -> {
            long handoverId = task.id("handoverId");
            boolean canBeTakenBack = !calls.isFromBefore(opening.processesOf(handoverId));
            LocalDate planned = deciding.decide(
                    handoverId,
                    new Proposal(answer.decision(), answer.transferDate(), answer.decisionNote(), canBeTakenBack),
                    task.answer());
            String inWords = Deadlines.inWords(planned);
            return Map.of(
                    "goKey",
                    TakingBackGo.goKey(handoverId, task.answer().taskInstance()),
                    "transferAt",
                    deadlines.startOf(planned),
                    "transferDateText",
                    inWords,
                    "plannedDate",
                    planned.toString(),
                    "plannedDateText",
                    inWords);
        });
    }

    record GoSeen(boolean goStands) {}

    /**
     * Sends the decision back to be made again if go was taken back at the last moment and the process was not informed
     * in time.
     */
    @JobWorker(type = "handover.seeThatGoStands")
    public GoSeen seeThatGoStands(@Variable long handoverId) {
        return new GoSeen(takingBack.stands(handoverId));
    }

    @JobWorker(type = "handover.cancel")
    public void cancel(@Variable long handoverId) {
        deciding.cancel(handoverId);
    }
}
