package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.ConfirmingInventory;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TakingInventory.Inventory;

/** The automated steps with which {@code service-handover} and {@code site-move} take their inventory. */
@Component
public class InventoryWorkers {
    private final TakingInventory taking;
    private final ConfirmingInventory confirming;
    private final TaskAnswers answers;
    private final ConsoleLinks links;
    private final Deadlines deadlines;
    private final HandoverSettings settings;

    InventoryWorkers(
            TakingInventory taking,
            ConfirmingInventory confirming,
            TaskAnswers answers,
            ConsoleLinks links,
            Deadlines deadlines,
            HandoverSettings settings) {
        this.taking = taking;
        this.confirming = confirming;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record InventoryTaken(
            int inScope, int openWork, int staffToBrief, String teamName, String inventoryUrl, String taskDueAt) {}

    @JobWorker(type = "handover.takeInventory")
    public InventoryTaken takeInventory(@Variable long handoverId) {
        Inventory inventory = taking.take(handoverId);
        return new InventoryTaken(
                inventory.inScope(),
                inventory.workInProgress(),
                inventory.staffToBrief(),
                inventory.teamName(),
                links.inventory(handoverId),
                deadlines.inWorkingDays(settings.taskDue()));
    }

    record InventoryAnswer(String inventoryAnswer, String inventoryNote) {}

    @JobWorker(type = "handover.recordInventory")
    public Map<String, Object> recordInventory(ActivatedJob listener) {
        return answers.keep(
                listener,
                "inventoryRefused",
                InventoryAnswer.class,
                (task, answer) -> confirming.confirm(
                        task.id("handoverId"), answer.inventoryAnswer(), answer.inventoryNote(), task.answer()));
    }
}
