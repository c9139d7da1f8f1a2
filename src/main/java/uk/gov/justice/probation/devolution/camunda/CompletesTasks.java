package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.gov.justice.probation.devolution.notification.Notifications;

/**
 * Tells the engine that tasks were done on our pages, after the commit and until it has heard; {@link EngineMessages}
 * takes up what is late. While the engine was away, somebody else may have got the task: then it is theirs, and whoever
 * did it on the page is told.
 */
@Component
class CompletesTasks {
    private static final Logger log = LoggerFactory.getLogger(CompletesTasks.class);

    private final CamundaClient camunda;
    private final ClaimingTasks claiming;
    private final PageCompletions completions;
    private final Notifications notifications;

    CompletesTasks(
            CamundaClient camunda, ClaimingTasks claiming, PageCompletions completions, Notifications notifications) {
        this.camunda = camunda;
        this.claiming = claiming;
        this.completions = completions;
        this.notifications = notifications;
    }

    @Async(Deliveries.NAME)
    @TransactionalEventListener
    void deliver(TaskCompletion completion) {
        switch (claiming.claim(completion.task(), completion.by())) {
            case THEIRS -> complete(completion);
            case GONE -> log.info("Task {} had ended before it was completed from its page", completion.task());
            case OF_ANOTHER -> tell(completion);
            case NO_ANSWER, NOT_ALLOWED ->
                throw new IllegalStateException(
                        "Task %d cannot be completed for now: Camunda gave no answer, or does not allow it. It is tried again"
                                .formatted(completion.task()));
        }
    }

    private void complete(TaskCompletion completion) {
        try {
            camunda.newCompleteUserTaskCommand(completion.task())
                    .variables(completion.answers())
                    .send()
                    .join();
            completions.accepted(completion);
        } catch (ProblemException refused) {
            if (refused.code() != 404 && refused.code() != 409) throw refused;
            log.info("Task {} is completed already", completion.task());
        }
    }

    private void tell(TaskCompletion completion) {
        notifications.send(
                "task-of-another-%d-%s".formatted(completion.task(), completion.by()),
                completion.by(),
                "Somebody else has a task that you did on its page",
                "What you entered on the page is saved. While Camunda was away somebody else claimed the task, so it is theirs to complete.",
                "task/" + completion.task());
    }
}
