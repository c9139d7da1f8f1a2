package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.OpeningHandovers;
import uk.gov.justice.probation.devolution.handover.Queues;
import uk.gov.justice.probation.devolution.handover.TransferExceptions;
import uk.gov.justice.probation.devolution.handover.TransferringCases;

/** The automated steps of {@code case-transfer}. */
@Component
public class TransferWorkers {
  private final OpeningHandovers opening;
  private final Queues queues;
  private final TransferringCases transferring;
  private final TransferExceptions exceptions;
  private final EndingHandovers ending;
  private final ExpectedCalls calls;
  private final TaskAnswers answers;
  private final ConsoleLinks links;
  private final Deadlines deadlines;
  private final HandoverSettings settings;

  TransferWorkers(OpeningHandovers opening, Queues queues, TransferringCases transferring, TransferExceptions exceptions, EndingHandovers ending,
      ExpectedCalls calls, TaskAnswers answers, ConsoleLinks links, Deadlines deadlines, HandoverSettings settings) {
    this.opening = opening;
    this.queues = queues;
    this.transferring = transferring;
    this.exceptions = exceptions;
    this.ending = ending;
    this.calls = calls;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  @JobWorker(type = "handover.expectTransfer")
  public void expectTransfer(ActivatedJob listener) {
    calls.expectForTheSame("case-transfer", "handoverId", listener.getProcessInstanceKey(), listener.getElementInstanceKey());
  }

  @JobWorker(type = "handover.freezeQueue")
  public void freezeQueue(@Variable long handoverId, ActivatedJob job) {
    calls.claim("case-transfer", handoverId, job.getProcessInstanceKey(), opening.processesOf(handoverId));
    transferring.begin(handoverId, job.getProcessInstanceKey());
  }

  @JobWorker(type = "handover.unfreezeQueue")
  public void unfreezeQueue(@Variable long handoverId) {
    queues.unfreeze(handoverId);
  }

  record BatchesPlanned(List<Integer> batches, int round) {}

  @JobWorker(type = "handover.planBatches")
  public BatchesPlanned planBatches(@Variable long handoverId) {
    TransferringCases.Batches planned = transferring.plan(handoverId);
    return new BatchesPlanned(planned.numbers(), planned.round());
  }

  @JobWorker(type = "handover.transferCaseBatch")
  public void transferCaseBatch(@Variable long handoverId, @Variable int round, @Variable int batch) {
    transferring.transfer(handoverId, round, batch);
  }

  @JobWorker(type = "handover.bringCasesBack")
  public void bringCasesBack(@Variable long handoverId) {
    transferring.bringBack(handoverId);
  }

  record Reconciled(
      int inScope, int moved, int leftBehind, int undecided, String exceptionsUrl, String taskDueAt, String signDueAt, String exceptionsRefused, String releasingRefused,
      String receivingRefused) {}

  @JobWorker(type = "handover.reconcile")
  public Reconciled reconcile(@Variable long handoverId) {
    TransferringCases.Balance balance = transferring.reconcile(handoverId);
    String due = deadlines.inWorkingDays(settings.taskDue());
    return new Reconciled(balance.inScope(), balance.moved(), balance.left(), balance.undecided(), links.exceptions(handoverId), due, due, null, null, null);
  }

  record ExceptionsAnswer(String exceptionsAnswer, String exceptionsNote, Boolean understood) implements Irreversible {

    @Override
    public boolean cannotBeUndone() {
      return "CALL_OFF".equals(exceptionsAnswer);
    }
  }

  @JobWorker(type = "handover.recordExceptions")
  public Map<String, Object> recordExceptions(ActivatedJob listener) {
    return answers.take(listener, "exceptionsRefused", ExceptionsAnswer.class, (task, answer) -> {
      TransferExceptions.Outcome outcome = exceptions.complete(task.id("handoverId"), answer.exceptionsAnswer(), answer.exceptionsNote(), task.answer());
      return Map.of("exceptionsOutcome", outcome.outcome(), "undecided", outcome.undecided());
    });
  }

  record ReleasingAnswer(String releasingSignature, String releasingNote, Boolean understood) implements Irreversible {}

  @JobWorker(type = "handover.recordReleasingSignature")
  public Map<String, Object> recordReleasingSignature(ActivatedJob listener) {
    return answers.keep(listener, "releasingRefused", ReleasingAnswer.class,
        (task, answer) -> ending.signReleasing(task.id("handoverId"), answer.releasingSignature(), answer.releasingNote(), task.answer()));
  }

  record ReceivingAnswer(String receivingSignature, String receivingNote, Boolean understood) implements Irreversible {}

  @JobWorker(type = "handover.recordReceivingSignature")
  public Map<String, Object> recordReceivingSignature(ActivatedJob listener) {
    return answers.keep(listener, "receivingRefused", ReceivingAnswer.class,
        (task, answer) -> ending.signReceiving(task.id("handoverId"), answer.receivingSignature(), answer.receivingNote(), task.answer()));
  }

  record SignatureAnswer(String signature, String signatureNote) {}

  /** For transfers that began when both sides had the same form; the step says which side it is for. */
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
