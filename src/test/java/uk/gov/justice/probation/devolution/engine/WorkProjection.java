package uk.gov.justice.probation.devolution.engine;

import static uk.gov.justice.probation.devolution.engine.Entities.date;
import static uk.gov.justice.probation.devolution.engine.Entities.key;
import static uk.gov.justice.probation.devolution.engine.Entities.text;
import static uk.gov.justice.probation.devolution.engine.RestServer.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.time.Instant;
import java.util.Set;

/** Projects pending work: user tasks, jobs, incidents. */
final class WorkProjection {

    private static final Set<String> JOB_STATES = Set.of(
            "CREATED", "COMPLETED", "TIMED_OUT", "FAILED", "RETRIES_UPDATED", "CANCELED", "ERROR_THROWN", "MIGRATED");
    private static final Set<String> JOB_ENDS = Set.of("COMPLETED", "CANCELED", "ERROR_THROWN");

    private final Entities entities;
    private final ElementProjection elements;

    WorkProjection(Entities entities, ElementProjection elements) {
        this.entities = entities;
        this.elements = elements;
    }

    void userTask(UserTaskRecord task, UserTaskIntent intent, String now) {
        ObjectNode row = entities.row("user-tasks", task.getUserTaskKey(), task.getProcessInstanceKey());
        row.put("state", state(row, intent));
        boolean underWay = intent.name().endsWith("ING") && row.has("userTaskKey");
        if (underWay || intent.name().endsWith("_DENIED")) {
            return;
        }
        var definition = elements.definition(task.getProcessDefinitionKey());
        row.put("userTaskKey", key(task.getUserTaskKey()))
                .put("elementId", task.getElementId())
                .put("name", definition.elementName(task.getElementId()))
                .put("elementInstanceKey", key(task.getElementInstanceKey()))
                .put("processName", definition.name())
                .put("processDefinitionId", task.getBpmnProcessId())
                .put("processDefinitionKey", key(task.getProcessDefinitionKey()))
                .put("processDefinitionVersion", task.getProcessDefinitionVersion())
                .put("processInstanceKey", key(task.getProcessInstanceKey()))
                .put("assignee", text(task.getAssignee()))
                .put("dueDate", date(task.getDueDate()))
                .put("followUpDate", date(task.getFollowUpDate()))
                .put("formKey", key(task.getFormKey()))
                .put("externalFormReference", text(task.getExternalFormReference()))
                .put("priority", task.getPriority())
                .put("tenantId", task.getTenantId());
        row.set("candidateGroups", JSON.valueToTree(task.getCandidateGroupsList()));
        row.set("candidateUsers", JSON.valueToTree(task.getCandidateUsersList()));
        row.set("customHeaders", JSON.valueToTree(task.getCustomHeaders()));
        if (!row.has("creationDate")) {
            row.put("creationDate", now);
        }
        if (intent == UserTaskIntent.COMPLETED || intent == UserTaskIntent.CANCELED) {
            row.put("completionDate", now);
        }
    }

    void job(JobRecord job, String intent, long key, String now) {
        ObjectNode row = entities.row("jobs", key, job.getProcessInstanceKey());
        if (JOB_STATES.contains(intent)) {
            row.put("state", intent);
        }
        row.put("jobKey", key(key))
                .put("type", job.getType())
                .put("worker", job.getWorker())
                .put("retries", job.getRetries())
                .put("kind", job.getJobKind().name())
                .put("listenerEventType", job.getJobListenerEventType().name())
                .put("elementId", job.getElementId())
                .put("elementInstanceKey", key(job.getElementInstanceKey()))
                .put("processInstanceKey", key(job.getProcessInstanceKey()))
                .put("processDefinitionKey", key(job.getProcessDefinitionKey()))
                .put("processDefinitionId", job.getBpmnProcessId())
                .put("tenantId", job.getTenantId())
                .put("isDenied", false)
                .put("errorMessage", text(job.getErrorMessage()))
                .put("errorCode", text(job.getErrorCode()))
                .put("hasFailedWithRetriesLeft", intent.equals("FAILED") && job.getRetries() > 0);
        row.set("customHeaders", JSON.valueToTree(job.getCustomHeaders()));
        if (job.getDeadline() > 0) {
            row.put("deadline", Instant.ofEpochMilli(job.getDeadline()).toString());
        }
        if (JOB_ENDS.contains(intent)) {
            row.put("endTime", now);
        }
    }

    void incident(IncidentRecord incident, String intent, long key, String now) {
        if (intent.equals("MIGRATED")) {
            return;
        }
        boolean active = !intent.equals("RESOLVED");
        ObjectNode row = entities.row("incidents", key, incident.getProcessInstanceKey())
                .put("state", active ? "ACTIVE" : "RESOLVED");
        if (intent.equals("CREATED")) {
            row.put("incidentKey", key(key))
                    .put("errorType", incident.getErrorType().name())
                    .put("errorMessage", incident.getErrorMessage())
                    .put("creationTime", now)
                    .put("processDefinitionId", incident.getBpmnProcessId())
                    .put("processDefinitionKey", key(incident.getProcessDefinitionKey()))
                    .put("processInstanceKey", key(incident.getProcessInstanceKey()))
                    .put("elementId", incident.getElementId())
                    .put("elementInstanceKey", key(incident.getElementInstanceKey()))
                    .put("jobKey", key(incident.getJobKey()))
                    .put("tenantId", incident.getTenantId());
        }
        ObjectNode element = entities.get("element-instances", incident.getElementInstanceKey());
        if (element != null) {
            element.put("hasIncident", active).put("incidentKey", active ? key(key) : null);
        }
        markInstances(key(incident.getProcessInstanceKey()));
    }

    /** An incident is shown on its own instance and on every instance that called it. */
    private void markInstances(String processInstance) {
        for (String instance = processInstance; instance != null; instance = caller(instance)) {
            ObjectNode row = entities.get("process-instances", instance);
            if (row != null) {
                String called = instance;
                row.put(
                        "hasIncident",
                        entities.all("incidents").stream()
                                .anyMatch(incident ->
                                        incident.path("state").asText().equals("ACTIVE")
                                                && isWithin(
                                                        incident.path("processInstanceKey")
                                                                .asText(),
                                                        called)));
            }
        }
    }

    private boolean isWithin(String processInstance, String ancestor) {
        for (String instance = processInstance; instance != null; instance = caller(instance)) {
            if (instance.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private String caller(String processInstance) {
        ObjectNode instance = entities.get("process-instances", processInstance);
        return instance == null
                ? null
                : instance.path("parentProcessInstanceKey").textValue();
    }

    private static String state(ObjectNode row, UserTaskIntent intent) {
        return switch (intent) {
            case CREATING, UPDATING, COMPLETING, CANCELING, COMPLETED, CANCELED -> intent.name();
            case ASSIGNING, CLAIMING -> "ASSIGNING";
            case CREATED, ASSIGNED, UPDATED, MIGRATED, COMPLETION_DENIED, ASSIGNMENT_DENIED, UPDATE_DENIED -> "CREATED";
            default -> row.path("state").asText("CREATED");
        };
    }
}
