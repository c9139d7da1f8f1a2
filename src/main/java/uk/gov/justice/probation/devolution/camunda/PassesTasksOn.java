package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.gov.justice.probation.devolution.notification.Notifications;

/**
 * Tells the engine who has a task that was passed on, until it has heard. Whoever passes it on, or is away and stood in
 * for, gets it first, so that it is taken from nobody else; who passed it on is told if somebody else has it by now.
 */
@Component
class PassesTasksOn {
    private final CamundaClient camunda;
    private final ClaimingTasks claiming;
    private final Notifications notifications;

    PassesTasksOn(CamundaClient camunda, ClaimingTasks claiming, Notifications notifications) {
        this.camunda = camunda;
        this.claiming = claiming;
        this.notifications = notifications;
    }

    @Async(Deliveries.NAME)
    @TransactionalEventListener
    void deliver(TaskPassedOn passed) {
        switch (claiming.claim(passed.task(), passed.from())) {
            case THEIRS -> pass(passed);
            case GONE -> tell(passed, "It had ended before.");
            case OF_ANOTHER -> tell(passed, "Somebody else has claimed it.");
            case NO_ANSWER, NOT_ALLOWED ->
                throw new IllegalStateException(
                        "Task %d cannot be passed on for now: Camunda gave no answer, or does not allow it. It is tried again"
                                .formatted(passed.task()));
        }
    }

    private void pass(TaskPassedOn passed) {
        try {
            if (passed.to() == null)
                camunda.newUnassignUserTaskCommand(passed.task()).send().join();
            else
                camunda.newAssignUserTaskCommand(passed.task())
                        .assignee(passed.to())
                        .send()
                        .join();
        } catch (ProblemException refused) {
            if (refused.code() != 404 && refused.code() != 409) throw refused;
            tell(passed, "It had ended before.");
        }
    }

    private void tell(TaskPassedOn passed, String why) {
        notifications.send(
                "not-passed-on-%d-%s".formatted(passed.task(), passed.by()),
                passed.by(),
                "A task could not be passed on: %s".formatted(passed.name()),
                why,
                "task/" + passed.task());
    }
}
