package uk.gov.justice.probation.devolution.engine;

import static uk.gov.justice.probation.devolution.engine.RestServer.Reply.json;
import static uk.gov.justice.probation.devolution.engine.RestServer.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.MessageCorrelationIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.agrona.concurrent.UnsafeBuffer;
import uk.gov.justice.probation.devolution.engine.EngineView.Rejection;
import uk.gov.justice.probation.devolution.engine.EngineView.UserTaskOutcome;
import uk.gov.justice.probation.devolution.engine.RestServer.Problem;
import uk.gov.justice.probation.devolution.engine.RestServer.Reply;

/** The commands that a client can only send by REST: work on user tasks, and messages correlated immediately. */
final class CommandApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<UserTaskIntent> DONE = EnumSet.of(
            UserTaskIntent.COMPLETED, UserTaskIntent.ASSIGNED, UserTaskIntent.UPDATED, UserTaskIntent.CANCELED);

    private final EmbeddedCamunda camunda;

    CommandApi(EmbeddedCamunda camunda) {
        this.camunda = camunda;
    }

    void addTo(RestServer rest) {
        rest.on(
                "POST",
                "/v2/user-tasks/(\\d+)/completion",
                (path, body) -> command(UserTaskIntent.COMPLETE, task(path, body, "complete")));
        rest.on(
                "POST",
                "/v2/user-tasks/(\\d+)/assignment",
                (path, body) -> command(
                        body.path("allowOverride").asBoolean(true) ? UserTaskIntent.ASSIGN : UserTaskIntent.CLAIM,
                        task(path, body, "assign")
                                .setAssignee(body.path("assignee").asText(""))));
        rest.on(
                "DELETE",
                "/v2/user-tasks/(\\d+)/assignee",
                (path, body) -> command(
                        UserTaskIntent.ASSIGN, task(path, body, "unassign").setAssignee("")));
        rest.on("PATCH", "/v2/user-tasks/(\\d+)", this::update);
        rest.on("POST", "/v2/messages/correlation", this::correlate);
    }

    private Reply update(Matcher path, JsonNode body) throws InterruptedException {
        UserTaskRecord task = task(path, body, "update");
        JsonNode changes = body.path("changeset");
        if (changes.hasNonNull("candidateGroups")) {
            task.setCandidateGroupsList(strings(changes.get("candidateGroups"))).setCandidateGroupsChanged();
        }
        if (changes.hasNonNull("candidateUsers")) {
            task.setCandidateUsersList(strings(changes.get("candidateUsers"))).setCandidateUsersChanged();
        }
        if (changes.hasNonNull("dueDate")) {
            task.setDueDate(changes.get("dueDate").asText()).setDueDateChanged();
        }
        if (changes.hasNonNull("followUpDate")) {
            task.setFollowUpDate(changes.get("followUpDate").asText()).setFollowUpDateChanged();
        }
        if (changes.hasNonNull("priority")) {
            task.setPriority(changes.get("priority").asInt()).setPriorityChanged();
        }
        return command(UserTaskIntent.UPDATE, task);
    }

    private Reply correlate(Matcher path, JsonNode body) throws Exception {
        MessageCorrelationRecord message = new MessageCorrelationRecord()
                .setName(body.path("name").asText())
                .setCorrelationKey(body.path("correlationKey").asText(""))
                .setTenantId(body.path("tenantId").asText("<default>"));
        if (body.hasNonNull("variables")) {
            message.setVariables(packed(body.get("variables")));
        }
        var correlated = submit(
                ValueType.MESSAGE_CORRELATION,
                MessageCorrelationIntent.CORRELATE,
                -1,
                message,
                EngineView::correlatedAfter);
        return json(node().put("messageKey", Long.toString(correlated.messageKey()))
                .put("processInstanceKey", Long.toString(correlated.processInstanceKey()))
                .put("tenantId", message.getTenantId()));
    }

    private Reply command(UserTaskIntent command, UserTaskRecord task) throws InterruptedException {
        submit(
                ValueType.USER_TASK,
                command,
                task.getUserTaskKey(),
                task,
                (view, position) -> view.userTaskOutcome(task.getUserTaskKey())
                        .filter(outcome -> outcome.position() > position)
                        .filter(CommandApi::isDone));
        return Reply.noContent();
    }

    private static boolean isDone(UserTaskOutcome outcome) {
        if (outcome.intent().name().endsWith("_DENIED")) {
            throw new Problem(409, outcome.deniedReason());
        }
        return DONE.contains(outcome.intent());
    }

    private <T> T submit(ValueType type, Intent intent, long key, UnifiedRecordValue value, Answer<T> answer)
            throws InterruptedException {
        EngineRun run = camunda.run();
        long position = run.append(type, intent, key, value);
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(1)) {
            EngineView view = run.view();
            view.rejectionOf(position).ifPresent(rejection -> {
                throw problem(intent, rejection);
            });
            Optional<T> answered = answer.in(view, position);
            if (answered.isPresent()) {
                return answered.get();
            }
        }
        throw new Problem(504, "no answer from the engine for " + intent);
    }

    private static Problem problem(Intent intent, Rejection rejection) {
        int status = rejection.type() == RejectionType.NOT_FOUND
                ? 404
                : rejection.type() == RejectionType.INVALID_STATE ? 409 : 400;
        return new Problem(
                status,
                "Command '%s' rejected with code '%s': %s".formatted(intent, rejection.type(), rejection.reason()));
    }

    private static UserTaskRecord task(Matcher path, JsonNode body, String action) {
        UserTaskRecord task = new UserTaskRecord()
                .setUserTaskKey(Long.parseLong(path.group(1)))
                .setAction(body.path("action").asText(action));
        return body.hasNonNull("variables") ? task.setVariables(packed(body.get("variables"))) : task;
    }

    private static UnsafeBuffer packed(JsonNode variables) {
        return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(variables.toString()));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }

    private interface Answer<T> {
        Optional<T> in(EngineView view, long commandPosition);
    }
}
