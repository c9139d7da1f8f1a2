package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.Queues;
import uk.gov.justice.probation.devolution.handover.TransferExceptions;
import uk.gov.justice.probation.devolution.handover.TransferringCases;

/** The automated steps of {@code case-transfer}. */
@Component
public class TransferWorkers {
  private final Queues queues;
  private final TransferringCases transferring;
  private final TransferExceptions exceptions;
  private final EndingHandovers ending;
  private final TaskAnswers answers;
  private final ConsoleLinks links;
  private final Deadlines deadlines;
  private final HandoverSettings settings;

  TransferWorkers(Queues queues, TransferringCases transferring, TransferExceptions exceptions, EndingHandovers ending, TaskAnswers answers, ConsoleLinks links,
      Deadlines deadlines, HandoverSettings settings) {
    this.queues = queues;
    this.transferring = transferring;
    this.exceptions = exceptions;
    this.ending = ending;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  @JobWorker(type = "handover.freezeQueue")
  public void freezeQueue(@Variable long handoverId) {
    queues.freeze(handoverId);
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

  record Reconciled(int inScope, int moved, int leftBehind, int undecided, String exceptionsUrl, String taskDueAt, String signDueAt) {}

  @JobWorker(type = "handover.reconcile")
  public Reconciled reconcile(@Variable long handoverId) {
    TransferringCases.Balance balance = transferring.reconcile(handoverId);
    String due = deadlines.inWorkingDays(settings.taskDue());
    return new Reconciled(balance.inScope(), balance.moved(), balance.left(), balance.undecided(), links.exceptions(handoverId), due, due);
  }

  record ExceptionsRecorded(String exceptionsOutcome, int undecided) {}

  @JobWorker(type = "handover.recordExceptions")
  public ExceptionsRecorded recordExceptions(@Variable long handoverId, @Variable String exceptionsAnswer, @Variable(optional = true) String exceptionsNote, ActivatedJob listener) {
    TransferExceptions.Outcome outcome = exceptions.complete(handoverId, exceptionsAnswer, exceptionsNote, answers.of(listener));
    return new ExceptionsRecorded(outcome.outcome(), outcome.undecided());
  }

  @JobWorker(type = "handover.recordSignature")
  public void recordSignature(
      @Variable long handoverId, @Variable String side, @Variable String signature, @Variable(optional = true) String signatureNote, ActivatedJob listener) {
    ending.sign(handoverId, side, signature, signatureNote, answers.of(listener));
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
