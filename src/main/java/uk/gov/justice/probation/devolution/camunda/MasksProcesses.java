package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Overwrites what running processes know of a case to which access was limited, in every scope, until nothing is left but what may stay. What has ended cannot be overwritten;
 * its keys are logged, so that it can be deleted in Operate.
 */
@Component
class MasksProcesses {
  private static final int ROUNDS = 5;
  /** The records that say what a process knows run a second or two behind. */
  private static final Duration BEHIND = Duration.ofSeconds(2);
  private static final Logger log = LoggerFactory.getLogger(MasksProcesses.class);

  private final CamundaClient camunda;
  private final ProcessVariables variables;

  MasksProcesses(CamundaClient camunda, ProcessVariables variables) {
    this.camunda = camunda;
    this.variables = variables;
  }

  @Async(Deliveries.NAME)
  @TransactionalEventListener
  void mask(ProcessesToMask what) {
    for (int round = 0; round < ROUNDS; round++) {
      List<Long> known = what.processInstances().stream().filter(instance -> maskOnce(instance, what.stays(), what.instead())).toList();
      if (known.isEmpty() && round > 0) return;
      if (!pause()) return;
    }
  }

  /** @return whether there was something to mask in what still runs */
  private boolean maskOnce(long instance, Set<String> stays, Map<String, ?> instead) {
    Map<Long, Set<String>> scopes = variables.of(instance).stream().filter(held -> !stays.contains(held.name()))
        .collect(Collectors.groupingBy(ProcessVariables.Held::scope, Collectors.mapping(ProcessVariables.Held::name, Collectors.toSet())));
    boolean masked = false;
    for (var scope : scopes.entrySet()) {
      Map<String, Object> overwritten = new HashMap<>();
      scope.getValue().forEach(name -> overwritten.put(name, instead.get(name)));
      masked |= overwrite(scope.getKey(), overwritten) && !instead.keySet().containsAll(scope.getValue());
    }
    return masked;
  }

  private boolean overwrite(long scope, Map<String, Object> values) {
    try {
      camunda.newSetVariablesCommand(scope).variables(values).local(true).send().join();
      return true;
    } catch (ClientException refused) {
      if (!hasEnded(refused)) throw refused;
      log.info("Scope {} has ended and keeps its variables in the records of Operate: delete its process instance there", scope);
      return false;
    }
  }

  private static boolean hasEnded(ClientException refused) {
    return switch (refused) {
      case ClientStatusException grpc -> grpc.getStatusCode() == Status.Code.NOT_FOUND;
      case ProblemException rest -> rest.code() == 404;
      default -> false;
    };
  }

  private static boolean pause() {
    try {
      Thread.sleep(BEHIND);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
