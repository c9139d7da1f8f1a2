package uk.gov.justice.probation.devolution.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.FormRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.ProcessRecord;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageStartEventSubscriptionRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.ProcessMessageSubscriptionRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.timer.TimerRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.intent.MessageCorrelationIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The content of the engine's log as the entities of the REST API; read on demand, so never out of date. */
final class EngineView {

    private final LogStreamReader log;
    private final Entities entities = new Entities();
    private final EntitySearch search = new EntitySearch(entities);
    private final ElementProjection elements = new ElementProjection(entities);
    private final WorkProjection work = new WorkProjection(entities, elements);
    private final MessageProjection messages = new MessageProjection(entities);
    private final DecisionProjection decisions = new DecisionProjection(entities);
    private final Map<Long, Rejection> rejections = new HashMap<>();
    private final Map<Long, UserTaskOutcome> userTaskOutcomes = new HashMap<>();
    private final Map<Long, Long> timers = new HashMap<>();
    private Correlation lastCorrelation;

    EngineView(LogStreamReader log) {
        this.log = log;
        log.seekToFirstEvent();
    }

    synchronized void catchUp() {
        while (log.hasNext()) {
            apply(log.next());
        }
    }

    synchronized ObjectNode search(String table, JsonNode query) {
        return search.search(table, query);
    }

    synchronized ObjectNode get(String table, String key) {
        return entities.get(table, key);
    }

    synchronized byte[] xml(long processDefinitionKey) {
        return elements.xml(processDefinitionKey);
    }

    synchronized Optional<Rejection> rejectionOf(long commandPosition) {
        return Optional.ofNullable(rejections.get(commandPosition));
    }

    synchronized Optional<UserTaskOutcome> userTaskOutcome(long userTaskKey) {
        return Optional.ofNullable(userTaskOutcomes.get(userTaskKey));
    }

    synchronized Optional<Correlation> correlatedAfter(long commandPosition) {
        return Optional.ofNullable(lastCorrelation).filter(correlation -> correlation.position > commandPosition);
    }

    /** Whether a timer is waiting that is due by now. */
    synchronized boolean isTimerDue(long nowMillis) {
        return timers.values().stream().anyMatch(due -> due <= nowMillis);
    }

    private void apply(LoggedEvent event) {
        RecordMetadata metadata = new RecordMetadata();
        event.readMetadata(metadata);
        if (metadata.getRecordType() == RecordType.COMMAND_REJECTION) {
            rejections.put(
                    event.getSourceEventPosition(),
                    new Rejection(metadata.getRejectionType(), metadata.getRejectionReason()));
        } else if (metadata.getRecordType() == RecordType.EVENT) {
            project(event, metadata);
        }
    }

    private void project(LoggedEvent event, RecordMetadata metadata) {
        String intent = metadata.getIntent().name();
        long key = event.getKey();
        String now = Instant.ofEpochMilli(event.getTimestamp()).toString();
        switch (metadata.getValueType()) {
            case PROCESS -> elements.process(read(event, new ProcessRecord()), intent, key);
            case FORM -> elements.form(read(event, new FormRecord()), intent);
            case PROCESS_INSTANCE -> elements.instance(read(event, new ProcessInstanceRecord()), intent, key, now);
            case VARIABLE -> elements.variable(read(event, new VariableRecord()), intent, key);
            case USER_TASK -> {
                UserTaskRecord task = read(event, new UserTaskRecord());
                work.userTask(task, UserTaskIntent.valueOf(intent), now);
                userTaskOutcomes.put(
                        task.getUserTaskKey(),
                        new UserTaskOutcome(
                                event.getPosition(), (UserTaskIntent) metadata.getIntent(), task.getDeniedReason()));
            }
            case INCIDENT -> work.incident(read(event, new IncidentRecord()), intent, key, now);
            case JOB -> work.job(read(event, new JobRecord()), intent, key, now);
            case PROCESS_MESSAGE_SUBSCRIPTION ->
                messages.subscription(read(event, new ProcessMessageSubscriptionRecord()), intent, key, now);
            case MESSAGE_START_EVENT_SUBSCRIPTION ->
                messages.startSubscription(read(event, new MessageStartEventSubscriptionRecord()), intent, key, now);
            case MESSAGE_CORRELATION -> {
                MessageCorrelationRecord message = read(event, new MessageCorrelationRecord());
                if (metadata.getIntent() == MessageCorrelationIntent.CORRELATED) {
                    lastCorrelation = new Correlation(
                            event.getPosition(), message.getMessageKey(), message.getProcessInstanceKey());
                }
            }
            case TIMER -> {
                if (metadata.getIntent() == TimerIntent.CREATED) {
                    timers.put(key, read(event, new TimerRecord()).getDueDate());
                } else {
                    timers.remove(key);
                }
            }
            case DECISION_EVALUATION ->
                decisions.evaluation(read(event, new DecisionEvaluationRecord()), intent, key, now);
            default -> {}
        }
    }

    private static <T extends UnifiedRecordValue> T read(LoggedEvent event, T value) {
        event.readValue(value);
        return value;
    }

    record Rejection(RejectionType type, String reason) {}

    record UserTaskOutcome(long position, UserTaskIntent intent, String deniedReason) {}

    record Correlation(long position, long messageKey, long processInstanceKey) {}
}
