package uk.gov.justice.probation.devolution.engine;

import static uk.gov.justice.probation.devolution.engine.Entities.key;
import static uk.gov.justice.probation.devolution.engine.Entities.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.protocol.impl.record.value.deployment.FormRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.ProcessRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableRecord;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Projects what is deployed and what is running: definitions, forms, process and element instances, sequence flows,
 * variables.
 */
final class ElementProjection {

    private static final Definition UNKNOWN = new Definition(null, null, Map.of(), null);

    private final Entities entities;
    private final Map<Long, Definition> definitions = new HashMap<>();

    ElementProjection(Entities entities) {
        this.entities = entities;
    }

    byte[] xml(long definitionKey) {
        return definition(definitionKey).xml;
    }

    Definition definition(long definitionKey) {
        return definitions.getOrDefault(definitionKey, UNKNOWN);
    }

    void process(ProcessRecord process, String intent, long key) {
        if (!intent.equals("CREATED")) {
            return;
        }
        Definition definition = Definition.of(process);
        definitions.put(key, definition);
        entities.row("process-definitions", key, -1)
                .put("processDefinitionKey", key(key))
                .put("processDefinitionId", process.getBpmnProcessId())
                .put("name", definition.name)
                .put("resourceName", process.getResourceName())
                .put("version", process.getVersion())
                .put("versionTag", definition.versionTag)
                .put("tenantId", process.getTenantId())
                .put("hasStartForm", false);
    }

    void form(FormRecord form, String intent) {
        if (intent.equals("CREATED")) {
            entities.row("forms", form.getFormKey(), -1)
                    .put("formKey", key(form.getFormKey()))
                    .put("formId", form.getFormId())
                    .put("version", form.getVersion())
                    .put("tenantId", form.getTenantId())
                    .put("schema", new String(form.getResource(), StandardCharsets.UTF_8));
        }
    }

    void instance(ProcessInstanceRecord instance, String intent, long key, String now) {
        boolean isProcess = instance.getBpmnElementType() == BpmnElementType.PROCESS;
        String table = isProcess ? "process-instances" : "element-instances";
        switch (intent) {
            case "SEQUENCE_FLOW_TAKEN" -> sequenceFlow(instance);
            case "ELEMENT_ACTIVATING", "ELEMENT_MIGRATED", "ANCESTOR_MIGRATED" -> {
                ObjectNode row = common(table, instance, key).put("state", "ACTIVE");
                if (!row.has("startDate")) {
                    row.put("startDate", now).put("hasIncident", false).putNull("endDate");
                }
                if (isProcess) {
                    processInstance(row, instance);
                } else {
                    elementInstance(row, instance, key);
                }
            }
            case "ELEMENT_COMPLETED" ->
                entities.row(table, key, instance.getProcessInstanceKey())
                        .put("state", "COMPLETED")
                        .put("endDate", now);
            case "ELEMENT_TERMINATED" ->
                entities.row(table, key, instance.getProcessInstanceKey())
                        .put("state", "TERMINATED")
                        .put("endDate", now);
            default -> {}
        }
    }

    void variable(VariableRecord variable, String intent, long key) {
        if (!intent.equals("MIGRATED")) {
            entities.row("variables", key, variable.getProcessInstanceKey())
                    .put("variableKey", key(key))
                    .put("name", variable.getName())
                    .put("value", variable.getValue())
                    .put("isTruncated", false)
                    .put("scopeKey", key(variable.getScopeKey()))
                    .put("processInstanceKey", key(variable.getProcessInstanceKey()))
                    .put("tenantId", variable.getTenantId());
        }
    }

    private void sequenceFlow(ProcessInstanceRecord flow) {
        String id = flow.getProcessInstanceKey() + "_" + flow.getElementId();
        common("sequence-flows", flow, id).put("sequenceFlowId", id).put("elementId", flow.getElementId());
    }

    private ObjectNode common(String table, ProcessInstanceRecord instance, Object key) {
        return entities.row(table, key, instance.getProcessInstanceKey())
                .put("tenantId", instance.getTenantId())
                .put("processInstanceKey", key(instance.getProcessInstanceKey()))
                .put("processDefinitionKey", key(instance.getProcessDefinitionKey()))
                .put("processDefinitionId", instance.getBpmnProcessId());
    }

    private void processInstance(ObjectNode row, ProcessInstanceRecord instance) {
        Definition definition = definition(instance.getProcessDefinitionKey());
        row.put("processDefinitionName", definition.name)
                .put("processDefinitionVersion", instance.getVersion())
                .put("processDefinitionVersionTag", definition.versionTag)
                .put("parentProcessInstanceKey", key(instance.getParentProcessInstanceKey()))
                .put("parentElementInstanceKey", key(instance.getParentElementInstanceKey()));
        ArrayNode tags = row.putArray("tags");
        instance.getTags().forEach(tags::add);
    }

    private void elementInstance(ObjectNode row, ProcessInstanceRecord element, long key) {
        row.put("elementInstanceKey", key(key))
                .put("elementId", element.getElementId())
                .put(
                        "elementName",
                        definition(element.getProcessDefinitionKey()).elementName(element.getElementId()))
                .put("type", element.getBpmnElementType().name())
                .put("elementInstanceScopeKey", key(element.getFlowScopeKey()));
    }

    record Definition(String name, String versionTag, Map<String, String> elementNames, byte[] xml) {
        private static final Map<List<Object>, Definition> READ = new ConcurrentHashMap<>();

        /** Read once: each life of the engine begins with the same models. */
        private static Definition of(ProcessRecord process) {
            return READ.computeIfAbsent(
                    List.of(process.getBpmnProcessId(), ByteBuffer.wrap(process.getChecksum())),
                    unknown -> read(process));
        }

        private static Definition read(ProcessRecord process) {
            var model = Bpmn.readModelFromStream(new ByteArrayInputStream(process.getResource()));
            Map<String, String> names = new HashMap<>();
            model.getModelElementsByType(FlowElement.class)
                    .forEach(element -> names.put(element.getId(), element.getName()));
            String name = model.getModelElementById(process.getBpmnProcessId()).getAttributeValue("name");
            return new Definition(name, text(process.getVersionTag()), names, process.getResource());
        }

        String elementName(String elementId) {
            return elementNames.get(elementId);
        }
    }
}
