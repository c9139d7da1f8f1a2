package uk.gov.justice.probation.devolution.engine;

import static uk.gov.justice.probation.devolution.engine.Entities.key;
import static uk.gov.justice.probation.devolution.engine.RestServer.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageStartEventSubscriptionRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.ProcessMessageSubscriptionRecord;
import java.util.Set;

/** Projects which messages are awaited and which have arrived. */
final class MessageProjection {

    private static final Set<String> SUBSCRIPTION_STATES = Set.of("CREATED", "CORRELATED", "DELETED", "MIGRATED");

    private final Entities entities;

    MessageProjection(Entities entities) {
        this.entities = entities;
    }

    void subscription(ProcessMessageSubscriptionRecord subscription, String intent, long key, String now) {
        if (!SUBSCRIPTION_STATES.contains(intent)) {
            return;
        }
        ObjectNode instance = entities.get("process-instances", subscription.getProcessInstanceKey());
        ObjectNode about = node().put("messageName", subscription.getMessageName())
                .put("correlationKey", subscription.getCorrelationKey())
                .put("processDefinitionId", subscription.getBpmnProcessId())
                .put(
                        "processDefinitionKey",
                        instance == null
                                ? null
                                : instance.path("processDefinitionKey").textValue())
                .put("processInstanceKey", key(subscription.getProcessInstanceKey()))
                .put("elementId", subscription.getElementId())
                .put("elementInstanceKey", key(subscription.getElementInstanceKey()))
                .put("tenantId", subscription.getTenantId());
        ObjectNode row = entities.row("message-subscriptions", key, subscription.getProcessInstanceKey());
        row.setAll(about);
        row.put("messageSubscriptionKey", key(key))
                .put("messageSubscriptionState", intent)
                .put("lastUpdatedDate", now);
        if (intent.equals("CORRELATED")) {
            correlated(about, key, subscription.getMessageKey(), subscription.getProcessInstanceKey(), now);
        }
    }

    void startSubscription(MessageStartEventSubscriptionRecord subscription, String intent, long key, String now) {
        if (intent.equals("CORRELATED")) {
            ObjectNode about = node().put("messageName", subscription.getMessageName())
                    .put("correlationKey", subscription.getCorrelationKey())
                    .put("processDefinitionId", subscription.getBpmnProcessId())
                    .put("processDefinitionKey", key(subscription.getProcessDefinitionKey()))
                    .put("processInstanceKey", key(subscription.getProcessInstanceKey()))
                    .put("elementId", subscription.getStartEventId())
                    .put("tenantId", subscription.getTenantId());
            correlated(about, key, subscription.getMessageKey(), subscription.getProcessInstanceKey(), now);
        }
    }

    private void correlated(ObjectNode about, long subscriptionKey, long messageKey, long processInstance, String now) {
        ObjectNode row =
                entities.row("correlated-message-subscriptions", messageKey + "_" + subscriptionKey, processInstance);
        row.setAll(about);
        row.put("subscriptionKey", key(subscriptionKey))
                .put("messageKey", key(messageKey))
                .put("correlationTime", now)
                .put("partitionId", 1);
    }
}
