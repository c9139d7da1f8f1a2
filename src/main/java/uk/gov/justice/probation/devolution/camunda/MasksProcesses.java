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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Overwrites what running processes know of a case to which access has been limited, in every scope, until only what
 * may stay is left. What has ended cannot be overwritten, nor can drafts of open tasks; they are deleted from the
 * records.
 */
@Component
class MasksProcesses {
    private static final int ROUNDS = 5;
    /** The records of a process's variables lag a second or two behind. */
    private static final Duration BEHIND = Duration.ofSeconds(2);

    private final CamundaClient camunda;
    private final ProcessVariables variables;
    private final FinishedProcesses finished;

    MasksProcesses(CamundaClient camunda, ProcessVariables variables, FinishedProcesses finished) {
        this.camunda = camunda;
        this.variables = variables;
        this.finished = finished;
    }

    @Async(Deliveries.NAME)
    @TransactionalEventListener
    void mask(ProcessesToMask what) {
        Map<Long, Set<Long>> ended = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            ended.clear();
            List<Long> known = what.processInstances().stream()
                    .filter(instance -> maskOnce(instance, what.stays(), what.instead(), ended))
                    .toList();
            if (known.isEmpty() && round > 0) break;
            if (!pause()) break;
        }
        what.processInstances().forEach(instance -> finished.forget(instance, ended.getOrDefault(instance, Set.of())));
    }

    /** @return whether there was something to mask in what is still running */
    private boolean maskOnce(long instance, Set<String> stays, Map<String, ?> instead, Map<Long, Set<Long>> ended) {
        Map<Long, Set<String>> scopes = variables.of(instance).stream()
                .filter(held -> !stays.contains(held.name()))
                .collect(Collectors.groupingBy(
                        ProcessVariables.Held::scope,
                        Collectors.mapping(ProcessVariables.Held::name, Collectors.toSet())));
        boolean masked = false;
        for (var scope : scopes.entrySet()) {
            Map<String, Object> overwritten = new HashMap<>();
            scope.getValue().forEach(name -> overwritten.put(name, instead.get(name)));
            if (!overwrite(scope.getKey(), overwritten))
                ended.computeIfAbsent(instance, one -> new TreeSet<>()).add(scope.getKey());
            else masked |= !instead.keySet().containsAll(scope.getValue());
        }
        return masked;
    }

    private boolean overwrite(long scope, Map<String, Object> values) {
        try {
            camunda.newSetVariablesCommand(scope)
                    .variables(values)
                    .local(true)
                    .send()
                    .join();
            return true;
        } catch (ClientException refused) {
            if (!hasEnded(refused)) throw refused;
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
