package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.AnsweredTask;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers.Given;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approvals;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approver;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderQuestions;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/** The automated steps of {@code upw-beginning} concerning the assessment and the approvals. */
@Component
public class AssessmentWorkers {
    private static final String ORDER = "orderId";

    private final AssessingOrders assessing;
    private final OrderQuestions questions;
    private final LimitedAnswers onPages;
    private final CallsOfOrders calls;
    private final TaskAnswers answers;
    private final UnpaidWorkLinks links;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    AssessmentWorkers(
            AssessingOrders assessing,
            OrderQuestions questions,
            LimitedAnswers onPages,
            CallsOfOrders calls,
            TaskAnswers answers,
            UnpaidWorkLinks links,
            Deadlines deadlines,
            UnpaidWorkSettings settings) {
        this.assessing = assessing;
        this.questions = questions;
        this.onPages = onPages;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record AssessmentPrepared(
            String assessmentUrl,
            String firstAppointmentText,
            String assessDueAt,
            String assessNoticeCycle,
            String assessmentRefused) {}

    /**
     * For a limited-access case it is due a set time from now, so that the day of the allocation stays out of the
     * engine.
     */
    @JobWorker(
            type = "unpaidwork.prepareAssessment",
            fetchVariables = {"orderId", "limited"})
    public AssessmentPrepared prepareAssessment(@Variable long orderId, @Variable boolean limited, ActivatedJob job) {
        calls.claimBeginning(orderId, job);
        if (limited) {
            String due = deadlines.inWorkingDays(settings.firstAppointment());
            return new AssessmentPrepared(links.assessment(orderId), null, due, notice(due), null);
        }
        LocalDate by = assessing.firstAppointmentBy(orderId, settings.firstAppointment());
        String at = settings.firstAppointment() == 0 ? deadlines.inWorkingDays(0) : deadlines.endOf(by);
        return new AssessmentPrepared(links.assessment(orderId), Deadlines.inWords(by), at, notice(at), null);
    }

    record AssessmentAnswer(LocalDate inductionOn, Boolean assessmentOnPage) implements ForgottenAnswer {}

    @JobWorker(type = "unpaidwork.recordAssessment")
    public Map<String, Object> recordAssessment(ActivatedJob listener) {
        return answers.keep(
                listener,
                "assessmentRefused",
                AssessmentAnswer.class,
                (task, answer) -> onPages.keep(
                        questions,
                        task.id(ORDER),
                        OrderQuestions.INDUCTION,
                        answer.inductionOn(),
                        Given::onDay,
                        task.answer(),
                        inductionOn -> assessing.record(task.id(ORDER), inductionOn, task.answer())));
    }

    record ApprovalsRead(
            int way,
            String approvalDueAt,
            String approvalNoticeCycle,
            String assessmentUrl,
            String approvalRefused,
            String unsuitableRefused) {}

    /** What a process of an earlier model uses. */
    record EarlierApprovalsRead(
            boolean suitable,
            boolean spoApproval,
            boolean practitionerApproval,
            String approvalDueAt,
            String approvalNoticeCycle,
            String assessmentUrl) {}

    @JobWorker(type = "unpaidwork.readApprovals", fetchVariables = "orderId")
    public Record readApprovals(@Variable long orderId, ActivatedJob job) {
        calls.claimBeginning(orderId, job);
        Approvals approvals = assessing.approvals(orderId);
        if (job.getElementId().equals("Task_ReadApprovals")) {
            return new EarlierApprovalsRead(
                    approvals.suitable(),
                    approvals.spo(),
                    approvals.practitioner(),
                    due(),
                    notice(due()),
                    links.assessment(orderId));
        }
        return new ApprovalsRead(way(approvals), due(), notice(due()), links.assessment(orderId), null, null);
    }

    /**
     * The engine learns which path to take, and not why: 0 if it is not suitable, 1 if the senior is asked, 2 if the
     * practitioner is asked, 3 if no approval is missing.
     */
    private static int way(Approvals approvals) {
        if (!approvals.suitable()) return 0;
        if (approvals.spo()) return 1;
        return approvals.practitioner() ? 2 : 3;
    }

    record ApprovalAnswer(String approval) implements ForgottenAnswer {}

    @JobWorker(type = "unpaidwork.recordSpoApproval")
    public Map<String, Object> recordSpoApproval(ActivatedJob listener) {
        return answers.take(
                listener,
                "approvalRefused",
                ApprovalAnswer.class,
                (task, answer) -> approved(task, Approver.SPO, answer, listener));
    }

    @JobWorker(type = "unpaidwork.recordPractitionerApproval")
    public Map<String, Object> recordPractitionerApproval(ActivatedJob listener) {
        return answers.take(
                listener,
                "approvalRefused",
                ApprovalAnswer.class,
                (task, answer) -> approved(task, Approver.PRACTITIONER, answer, listener));
    }

    /** The next approver gets the full time. A process of an earlier model uses the answer itself. */
    private Map<String, Object> approved(
            AnsweredTask task, Approver approver, ApprovalAnswer answer, ActivatedJob listener) {
        String question = approver == Approver.SPO ? OrderQuestions.SPO_APPROVAL : OrderQuestions.PRACTITIONER_APPROVAL;
        boolean approved = onPages.take(
                questions,
                task.id(ORDER),
                question,
                answer.approval(),
                Given::choice,
                task.answer(),
                approval -> assessing.approve(task.id(ORDER), approver, approval, task.answer()));
        Map<String, Object> learned = new HashMap<>(Map.of(
                "way",
                way(assessing.approvals(task.id(ORDER))),
                "approvalDueAt",
                due(),
                "approvalNoticeCycle",
                notice(due())));
        if (listener.getVariablesAsMap().containsKey("spoApproval")) learned.put("approved", approved);
        return learned;
    }

    record UnsuitableAnswer(String unsuitableDecision, Boolean understood) implements ForgottenAnswer, Irreversible {

        @Override
        public boolean cannotBeUndone() {
            return "APPLY_TO_COURT".equals(unsuitableDecision);
        }
    }

    @JobWorker(type = "unpaidwork.recordNotSuitable")
    public Map<String, Object> recordNotSuitable(ActivatedJob listener) {
        return answers.take(
                listener,
                "unsuitableRefused",
                UnsuitableAnswer.class,
                (task, answer) -> onPages.take(
                        questions,
                        task.id(ORDER),
                        OrderQuestions.NOT_SUITABLE,
                        answer.unsuitableDecision(),
                        Given::choice,
                        task.answer(),
                        decision -> notSuitable(task, decision, listener)));
    }

    /** A process of an earlier model uses the decision itself. */
    private Map<String, Object> notSuitable(AnsweredTask task, String decision, ActivatedJob listener) {
        Map<String, Object> learned = new HashMap<>(
                Map.of("way", assessing.decideNotSuitable(task.id(ORDER), decision, task.answer()) ? 1 : 0));
        if (listener.getVariablesAsMap().containsKey("standsAt")) learned.put("unsuitableDecision", decision);
        return learned;
    }

    private String due() {
        return deadlines.inWorkingDays(settings.taskDue());
    }

    private String notice(String dueAt) {
        return deadlines.noticeCycle(dueAt, settings.reminder());
    }
}
