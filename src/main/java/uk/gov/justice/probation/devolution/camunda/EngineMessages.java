package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.time.Duration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The outbox to the engine: delivers each {@link EngineMessage} after the commit, again and again until the engine has it. */
@Component
class EngineMessages {
  private static final Duration LATE = Duration.ofSeconds(20);

  private final CamundaClient camunda;
  private final IncompleteEventPublications outstanding;

  EngineMessages(CamundaClient camunda, IncompleteEventPublications outstanding) {
    this.camunda = camunda;
    this.outstanding = outstanding;
  }

  @ApplicationModuleListener
  void deliver(EngineMessage message) {
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

  @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
  void deliverWhatIsLate() {
    outstanding.resubmitIncompletePublicationsOlderThan(LATE);
  }
}
