package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sends an answer to one's own task through the real Tasklist, with identifiers and facts of something else. Only the
 * attempt may leave traces.
 */
final class SentForAnother {
    private static final String ATTEMPTS =
            "SELECT COUNT(*) FROM audit_entry WHERE action = 'TASK_ANSWER_REFUSED' AND actor = '%s'";
    private static final String NOTED = "SELECT CONCAT_WS(' ', instance_key, name, value, about) FROM task_subject";

    /**
     * What is written whoever does something: the attempt itself, who is signed in, what is on its way to the engine,
     * the subject of the task that comes back, and the list of open tasks, which follows the engine.
     */
    private static final Set<String> NO_FACTS = Set.of(
            "audit_entry",
            "refused_answer",
            "SPRING_SESSION",
            "SPRING_SESSION_ATTRIBUTES",
            "EVENT_PUBLICATION",
            "event_publication",
            "task_subject",
            "open_task",
            "open_task_holder",
            "open_task_reading",
            "standing_incident",
            "standing_incident_reading",
            "handover_case_count",
            "telling_notice",
            "telling_digest");

    private final RunningProduct product;
    private final TasklistApi tasklist;
    private final String user;

    SentForAnother(RunningProduct product, String user) {
        this.product = product;
        this.user = user;
        this.tasklist = new TasklistApi(product, user);
    }

    /**
     * Completes the task and checks everything.
     *
     * @param variable whose value identifies the task
     * @param sent what is passed to Tasklist's complete call: answers, identifiers of others, facts, and unknown names
     */
    void changesNothing(String element, String variable, Object value, Map<String, Object> sent) throws Exception {
        JsonNode before = tasklist.awaitOne(element, variable, value, "");
        Map<String, String> variables = tasklist.variables(before.path("id").asText());
        product.awaitNoTimedJob();
        Map<String, String> facts = facts();
        List<String> noted = product.texts(NOTED);
        int attempts = product.count(ATTEMPTS.formatted(user));

        tasklist.complete(before.path("id").asText(), sent, element);

        product.awaitCount(ATTEMPTS.formatted(user), attempts + 1);
        JsonNode again =
                tasklist.awaitOne(element, variable, value, before.path("id").asText());
        for (String kept : List.of(
                "name", "dueDate", "priority", "candidateGroups", "candidateUsers", "formKey", "processInstanceKey")) {
            assertThat(again.path(kept)).as("%s of %s", kept, element).isEqualTo(before.path(kept));
        }
        assertThat(again.path("assignee").isNull())
                .as("%s is open for all whose it is", element)
                .isTrue();
        assertThat(withoutReason(tasklist.variables(again.path("id").asText())))
                .as("variables of %s", element)
                .isEqualTo(withoutReason(variables));
        assertThat(facts()).as("the database after %s", element).isEqualTo(facts);
        assertThat(product.texts(NOTED)).containsAll(noted);
    }

    /** The process learns only that it was answered, and why the answer was refused. */
    private static Map<String, String> withoutReason(Map<String, String> variables) {
        Map<String, String> known = new TreeMap<>(variables);
        known.keySet().removeIf(name -> name.equals("acknowledged") || name.endsWith("Refused"));
        return known;
    }

    private Map<String, String> facts() throws SQLException, IOException {
        return new WholeDatabase(product).sumsBut(NO_FACTS);
    }
}
