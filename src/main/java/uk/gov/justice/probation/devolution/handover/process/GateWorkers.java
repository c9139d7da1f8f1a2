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
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.AnsweringGates;
import uk.gov.justice.probation.devolution.handover.ConsultationStages;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.OpeningHandovers;
import uk.gov.justice.probation.devolution.handover.VettingChecks;
import uk.gov.justice.probation.devolution.workforce.NameInFull;

/** The automated steps of {@code handover-gates}, and the briefing of {@code site-move}. */
@Component
public class GateWorkers {
    private final OpeningHandovers opening;
    private final AnsweringGates gates;
    private final VettingChecks vetting;
    private final ConsultationStages consultations;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final HandoverSettings settings;

    GateWorkers(
            OpeningHandovers opening,
            AnsweringGates gates,
            VettingChecks vetting,
            ConsultationStages consultations,
            ExpectedCalls calls,
            TaskAnswers answers,
            Deadlines deadlines,
            HandoverSettings settings) {
        this.opening = opening;
        this.gates = gates;
        this.vetting = vetting;
        this.consultations = consultations;
        this.calls = calls;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @JobWorker(type = "handover.expectGates")
    public void expectGates(ActivatedJob listener) {
        calls.expectForTheSame(
                "handover-gates", "handoverId", listener.getProcessInstanceKey(), listener.getElementInstanceKey());
    }

    @JobWorker(type = "handover.noteGates")
    public void noteGates(@Variable long handoverId, ActivatedJob job) {
        calls.claim("handover-gates", handoverId, job.getProcessInstanceKey(), opening.processesOf(handoverId));
        gates.begin(handoverId, job.getProcessInstanceKey());
    }

    record Option(String value, String label) {}

    record Roster(List<Option> roster, String rosterText, int briefedPercent, String taskDueAt) {}

    @JobWorker(type = "handover.listStaffToBrief")
    public Roster listStaffToBrief(@Variable long handoverId) {
        List<Option> roster = gates.staffToBrief(handoverId).stream()
                .map(member ->
                        new Option(member.staffNumber(), NameInFull.of(member.displayName(), member.staffNumber())))
                .toList();
        AnsweringGates.Progress progress = gates.briefing(handoverId);
        String text = "New to this work: %d. Briefed so far: %d.".formatted(progress.all(), progress.briefed());
        return new Roster(roster, text, progress.percent(), deadlines.inWorkingDays(settings.taskDue()));
    }

    record BriefingAnswer(List<String> briefedStaff, LocalDate briefedOn, String noneBriefedReason) {}

    @JobWorker(type = "handover.recordBriefing")
    public Map<String, Object> recordBriefing(ActivatedJob listener) {
        return answers.take(listener, "briefingRefused", BriefingAnswer.class, (task, answer) -> {
            List<String> briefed = answer.briefedStaff() == null ? List.of() : answer.briefedStaff();
            return Map.of(
                    "briefedPercent",
                    gates.briefed(
                            task.id("handoverId"),
                            briefed,
                            answer.briefedOn(),
                            answer.noneBriefedReason(),
                            task.answer()));
        });
    }

    record EqipAnswer(String eqipReference, LocalDate eqipPublishedOn) {}

    @JobWorker(type = "handover.recordEqip")
    public Map<String, Object> recordEqip(ActivatedJob listener) {
        return answers.keep(
                listener,
                "eqipRefused",
                EqipAnswer.class,
                (task, answer) -> gates.publishedOnEqip(
                        task.id("handoverId"), answer.eqipReference(), answer.eqipPublishedOn(), task.answer()));
    }

    record TrainingAnswer(String trainingComplete, String trainingNote) {}

    @JobWorker(type = "handover.recordTraining")
    public Map<String, Object> recordTraining(ActivatedJob listener) {
        return answers.keep(
                listener,
                "trainingRefused",
                TrainingAnswer.class,
                (task, answer) -> gates.trained(
                        task.id("handoverId"), answer.trainingComplete(), answer.trainingNote(), task.answer()));
    }

    record HeadcountCounted(int headcountRequired, int headcountInPost) {}

    @JobWorker(type = "handover.countHeadcount")
    public HeadcountCounted countHeadcount(@Variable long handoverId) {
        AnsweringGates.Headcount headcount = gates.headcount(handoverId);
        return new HeadcountCounted(headcount.required(), headcount.inPost());
    }

    record RecruitmentAnswer(Integer headcountConfirmed, String recruitmentNote) {}

    @JobWorker(type = "handover.recordRecruitment")
    public Map<String, Object> recordRecruitment(ActivatedJob listener) {
        return answers.keep(
                listener,
                "recruitmentRefused",
                RecruitmentAnswer.class,
                (task, answer) -> gates.recruited(
                        task.id("handoverId"), answer.headcountConfirmed(), answer.recruitmentNote(), task.answer()));
    }

    record VettingListed(List<String> vettingOutstanding, String chaseAt) {}

    @JobWorker(type = "handover.listVettingOutstanding")
    public VettingListed listVettingOutstanding(@Variable long handoverId) {
        return new VettingListed(vetting.outstanding(handoverId), nextChase());
    }

    @JobWorker(type = "handover.chaseVetting")
    public Map<String, String> chaseVetting(@Variable long handoverId, @Variable String staffNumber, ActivatedJob job) {
        vetting.chase(handoverId, staffNumber, job.getElementInstanceKey());
        return Map.of("chaseAt", nextChase());
    }

    @JobWorker(type = "handover.checkConsultation")
    public Map<String, Boolean> checkConsultation(@Variable long handoverId) {
        return Map.of("consultationReached", consultations.check(handoverId));
    }

    private String nextChase() {
        return deadlines.inWorkingDays(settings.chaseVettingEvery());
    }
}
