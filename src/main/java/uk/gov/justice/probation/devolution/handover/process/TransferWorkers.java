package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.OpeningHandovers;
import uk.gov.justice.probation.devolution.handover.Queues;
import uk.gov.justice.probation.devolution.handover.TransferringCases;

/** The automated steps of {@code case-transfer} until the cases are moved and reconciled. */
@Component
public class TransferWorkers {
    private final OpeningHandovers opening;
    private final Queues queues;
    private final TransferringCases transferring;
    private final ExpectedCalls calls;
    private final ConsoleLinks links;
    private final Deadlines deadlines;
    private final HandoverSettings settings;

    TransferWorkers(
            OpeningHandovers opening,
            Queues queues,
            TransferringCases transferring,
            ExpectedCalls calls,
            ConsoleLinks links,
            Deadlines deadlines,
            HandoverSettings settings) {
        this.opening = opening;
        this.queues = queues;
        this.transferring = transferring;
        this.calls = calls;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @JobWorker(type = "handover.expectTransfer")
    public void expectTransfer(ActivatedJob listener) {
        calls.expectForTheSame(
                "case-transfer", "handoverId", listener.getProcessInstanceKey(), listener.getElementInstanceKey());
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
            int inScope,
            int moved,
            int leftBehind,
            int undecided,
            String exceptionsUrl,
            String taskDueAt,
            String signDueAt,
            String exceptionsRefused,
            String releasingRefused,
            String receivingRefused) {}

    @JobWorker(type = "handover.reconcile")
    public Reconciled reconcile(@Variable long handoverId) {
        TransferringCases.Balance balance = transferring.reconcile(handoverId);
        String due = deadlines.inWorkingDays(settings.taskDue());
        return new Reconciled(
                balance.inScope(),
                balance.moved(),
                balance.left(),
                balance.undecided(),
                links.exceptions(handoverId),
                due,
                due,
                null,
                null,
                null);
    }
}
