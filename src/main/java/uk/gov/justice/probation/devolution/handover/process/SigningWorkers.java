package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.TransferExceptions;

/**
 * The automated steps at the end of {@code case-transfer}: exceptions are decided, both sides sign, or the transfer is
 * called off.
 */
@Component
public class SigningWorkers {
    private final EndingHandovers ending;
    private final TransferExceptions exceptions;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final HandoverSettings settings;

    SigningWorkers(
            EndingHandovers ending,
            TransferExceptions exceptions,
            TaskAnswers answers,
            Deadlines deadlines,
            HandoverSettings settings) {
        this.ending = ending;
        this.exceptions = exceptions;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record ExceptionsAnswer(String exceptionsAnswer, String exceptionsNote, Boolean understood)
            implements Irreversible {

        @Override
        public boolean cannotBeUndone() {
            return "CALL_OFF".equals(exceptionsAnswer);
        }
    }

    @JobWorker(type = "handover.recordExceptions")
    public Map<String, Object> recordExceptions(ActivatedJob listener) {
        return answers.take(listener, "exceptionsRefused", ExceptionsAnswer.class, (task, answer) -> {
            TransferExceptions.ExceptionsOutcome outcome = exceptions.complete(
                    task.id("handoverId"), answer.exceptionsAnswer(), answer.exceptionsNote(), task.answer());
            return Map.of("exceptionsOutcome", outcome.outcome(), "undecided", outcome.undecided());
        });
    }

    record ReleasingAnswer(String releasingSignature, String releasingNote, Boolean understood)
            implements Irreversible {}

    @JobWorker(type = "handover.recordReleasingSignature")
    public Map<String, Object> recordReleasingSignature(ActivatedJob listener) {
        return answers.keep(
                listener,
                "releasingRefused",
                ReleasingAnswer.class,
                (task, answer) -> ending.signReleasing(
                        task.id("handoverId"), answer.releasingSignature(), answer.releasingNote(), task.answer()));
    }

    record ReceivingAnswer(String receivingSignature, String receivingNote, Boolean understood)
            implements Irreversible {}

    @JobWorker(type = "handover.recordReceivingSignature")
    public Map<String, Object> recordReceivingSignature(ActivatedJob listener) {
        return answers.keep(
                listener,
                "receivingRefused",
                ReceivingAnswer.class,
                (task, answer) -> ending.signReceiving(
                        task.id("handoverId"), answer.receivingSignature(), answer.receivingNote(), task.answer()));
    }

    record SignatureAnswer(String signature, String signatureNote) {}

    /** Kept for transfers that began when both sides had the same form. The step says which side it is for. */
    @JobWorker(type = "handover.recordSignature")
    public Map<String, Object> recordSignature(ActivatedJob listener) {
        return answers.keep(listener, "signatureRefused", SignatureAnswer.class, (task, answer) -> {
            if (listener.getElementId().equals("Task_SignReceiving")) {
                ending.signReceiving(task.id("handoverId"), answer.signature(), answer.signatureNote(), task.answer());
            } else {
                ending.signReleasing(task.id("handoverId"), answer.signature(), answer.signatureNote(), task.answer());
            }
        });
    }

    record TransferEnded(String transferOutcome, String hypercareEndsAt) {}

    @JobWorker(type = "handover.completeTransfer")
    public TransferEnded completeTransfer(@Variable long handoverId) {
        ending.completeTransfer(handoverId);
        return new TransferEnded("TRANSFERRED", deadlines.inWorkingDays(settings.hypercare()));
    }

    @JobWorker(type = "handover.recordCalledOff")
    public TransferEnded recordCalledOff(@Variable long handoverId) {
        ending.calledOff(handoverId);
        return new TransferEnded("CALLED_OFF", null);
    }
}
