package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The outbox to the engine: delivers each {@link EngineMessage} after the commit, repeatedly until the engine has it. A
 * file with a week's outcomes produces fifteen thousand at once; they queue ({@link Deliveries}), and no database
 * connection is held while the engine answers (ADR 0046). None is sent before the models of this release have been
 * deployed: a message that starts a process starts the newest version, under the name in that version (ADR 0068).
 */
@Component
class EngineMessages {
    private static final Duration LATE = Duration.ofSeconds(20);

    /** How many late messages are taken up at a time; another replica may be working on the rest. */
    private static final int TAKEN_UP_AGAIN = 500;

    private final CamundaClient camunda;
    private final ProcessModels models;
    private final FormerNames names;
    private final IncompleteEventPublications outstanding;
    private final ThreadPoolTaskExecutor deliveries;
    private final Clock clock;

    EngineMessages(
            CamundaClient camunda,
            ProcessModels models,
            FormerNames names,
            IncompleteEventPublications outstanding,
            @Qualifier(Deliveries.NAME) ThreadPoolTaskExecutor deliveries,
            Clock clock) {
        this.camunda = camunda;
        this.models = models;
        this.names = names;
        this.outstanding = outstanding;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Async(Deliveries.NAME)
    @TransactionalEventListener
    void deliver(EngineMessage told) {
        models.awaitDeployed();
        EngineMessage message = names.asItsProcessKnowsIt(told);
        try {
            camunda.newPublishMessageCommand()
                    .messageName(message.name())
                    .correlationKey(message.correlationKey())
                    .messageId(message.messageId())
                    .timeToLive(message.timeToLive())
                    .variables(message.variables())
                    .send()
                    .join();
        } catch (ClientException refused) {
            if (!alreadyThere(refused)) throw refused;
        }
    }

    private static boolean alreadyThere(ClientException refused) {
        return switch (refused) {
            case ClientStatusException grpc -> grpc.getStatusCode() == Status.Code.ALREADY_EXISTS;
            case ProblemException rest -> rest.code() == 409;
            default -> false;
        };
    }

    /** Does nothing while messages of this application are still queued, because they would be delivered twice. */
    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    void deliverWhatIsLate() {
        if (!models.areDeployed() || deliveries.getQueueSize() > 0) return;
        AtomicInteger taken = new AtomicInteger();
        outstanding.resubmitIncompletePublications(
                publication -> isLate(publication) && taken.incrementAndGet() <= TAKEN_UP_AGAIN);
    }

    private boolean isLate(EventPublication publication) {
        return publication.getPublicationDate().isBefore(clock.instant().minus(LATE));
    }
}
