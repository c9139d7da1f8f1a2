package uk.gov.justice.probation.devolution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** Staff at work: a member of the task's group claims the open task of a step, fills in its form and completes it. */
public final class Tasklist {
    /** For each user task, when the completed ones were created and when they were due. */
    public static final Path DUE_DATES = Path.of("target", "due-dates");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private static final int MANY = 200;
    private static final int MANY_TASKS = 10_000;
    private static final Pattern SHOWN = Pattern.compile("\\{\\{(?!this\\b)([a-z]\\w*)(?:\\.\\w+)*}}");

    private static final String CARD = "taskContextDisplayName";

    private final CamundaClient camunda;
    private final ObjectMapper json;

    Tasklist(CamundaClient camunda, ObjectMapper json) {
        this.camunda = camunda;
        this.json = json;
    }

    /** The only open task of this step; waits until there is one. */
    public UserTask open(String step) {
        return open(step, task -> true);
    }

    /** The only open task of this step that matches; waits until there is one. */
    public UserTask open(String step, Predicate<UserTask> meant) {
        try {
            return await().atMost(PATIENCE)
                    .pollInterval(LOOK_EVERY)
                    .until(() -> allOpen(step).stream().filter(meant).toList(), found -> found.size() == 1)
                    .getFirst();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("There is no open task of %s; incidents: %s".formatted(step, incidents()), e);
        }
    }

    /** The open tasks of this step; waits until there are this many. */
    public List<UserTask> open(String step, int number) {
        return await("%d open tasks of %s".formatted(number, step))
                .atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .until(() -> allOpen(step), tasks -> tasks.size() == number);
    }

    private List<String> incidents() {
        return camunda.newIncidentSearchRequest().send().join().items().stream()
                .map(incident -> incident.getElementId() + ": " + incident.getErrorMessage())
                .toList();
    }

    public List<UserTask> allOpen(String step) {
        return camunda.newUserTaskSearchRequest()
                .filter(filter -> filter.elementId(step).state(UserTaskState.CREATED))
                .send()
                .join()
                .items();
    }

    /**
     * Each login is named after its only group; members of staff sign in with their staff number, and tasks are
     * assigned to them by name.
     */
    public UserTask complete(String step, String colleague, Map<String, Object> form) {
        return complete(open(step), colleague, form);
    }

    public UserTask complete(UserTask task, String colleague, Map<String, Object> form) {
        return completeWith(task, colleague, form, form);
    }

    /**
     * Like {@link #complete(UserTask, String, Map)}, but sends these extra variables, as anybody can who calls Tasklist
     * from a program.
     */
    public UserTask completeWith(UserTask task, String colleague, Map<String, Object> form, Map<String, Object> sent) {
        assertThat(Stream.concat(task.getCandidateGroups().stream(), task.getCandidateUsers().stream()))
                .as("who may do %s", task.getElementId())
                .contains(colleague);
        noteDueDate(task);
        JsonNode schema = schema(task);
        List<Variable> seen = seen(task);
        assertTheCardSaysWhatItIsAbout(task, seen);
        assertEverythingShownIsThere(task, schema, seen);
        assertFits(task, schema.findParents("key"), form);
        camunda.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(colleague)
                .send()
                .join();
        camunda.newCompleteUserTaskCommand(task.getUserTaskKey())
                .variables(sent)
                .send()
                .join();
        return task;
    }

    /** {@code DueDatesIT} looks at all of them together. */
    private static void noteDueDate(UserTask task) {
        assertThat(task.getDueDate()).as("due date of %s", task.getElementId()).isNotNull();
        String line = "%s %s%n"
                .formatted(task.getCreationDate().toInstant(), task.getDueDate().toInstant());
        try {
            Path file = Files.createDirectories(DUE_DATES).resolve(task.getBpmnProcessId() + "." + task.getElementId());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This many colleagues who have this step each complete their own task. */
    public void completeAll(String step, int number, Map<String, Object> form) {
        open(step, number)
                .forEach(task -> complete(
                        task,
                        Stream.concat(task.getCandidateUsers().stream(), task.getCandidateGroups().stream())
                                .findFirst()
                                .orElseThrow(),
                        form));
    }

    /**
     * Waits until the answer has been recorded: an answer given at the very moment when a timer ends its step is lost.
     */
    public void awaitAnswersRecorded() {
        await("the answers are recorded")
                .atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .until(() -> {
                    Set<Long> answered = camunda
                            .newUserTaskSearchRequest()
                            .filter(filter -> filter.state(UserTaskState.COMPLETED))
                            .page(page -> page.limit(MANY_TASKS))
                            .send()
                            .join()
                            .items()
                            .stream()
                            .map(UserTask::getElementInstanceKey)
                            .collect(Collectors.toSet());
                    return camunda
                            .newElementInstanceSearchRequest()
                            .filter(filter ->
                                    filter.type(ElementInstanceType.USER_TASK).state(ElementInstanceState.ACTIVE))
                            .page(page -> page.limit(MANY_TASKS))
                            .send()
                            .join()
                            .items()
                            .stream()
                            .noneMatch(task -> !task.getIncident() && answered.contains(task.getElementInstanceKey()));
                });
    }

    private List<Variable> seen(UserTask task) {
        return camunda.newUserTaskVariableSearchRequest(task.getUserTaskKey())
                .page(page -> page.limit(MANY))
                .send()
                .join()
                .items();
    }

    /** In words of its own, which no other task shares; those of an earlier model have none. */
    private static void assertTheCardSaysWhatItIsAbout(UserTask task, List<Variable> seen) {
        assertThat(seen)
                .filteredOn(variable -> variable.getName().equals(CARD))
                .as("what the card of %s says", task.getElementId())
                .allSatisfy(words -> {
                    assertThat(words.getValue()).isNotIn("null", "\"\"");
                    assertThat(words.getScopeKey()).isEqualTo(task.getElementInstanceKey());
                });
    }

    /** What the card of a task says it is about; empty if it says nothing. */
    public Optional<String> card(UserTask task) {
        return seen(task).stream()
                .filter(variable -> variable.getName().equals(CARD))
                .map(variable -> variable.getValue().replace("\"", ""))
                .findFirst();
    }

    /**
     * Everything that the form's texts show, such as {@code {{serviceName}}}, is visible from the task; otherwise the
     * reader would see a gap.
     */
    private static void assertEverythingShownIsThere(UserTask task, JsonNode schema, List<Variable> there) {
        Set<String> shown = schema.findValuesAsText("text").stream()
                .flatMap(text -> SHOWN.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Set<String> seen = there.stream()
                .filter(variable -> !variable.getValue().equals("null"))
                .map(Variable::getName)
                .collect(Collectors.toSet());
        assertThat(seen)
                .as("variables that the form of %s shows", task.getElementId())
                .containsAll(shown);
    }

    /** Every field that was filled in exists in the form, and every required field was filled in. */
    private static void assertFits(UserTask task, List<JsonNode> fields, Map<String, Object> filledIn) {
        assertThat(filledIn.keySet())
                .as("fields of the form of %s", task.getElementId())
                .isSubsetOf(keys(fields, field -> true));
        assertThat(filledIn.keySet())
                .as("fields of the form of %s that must be filled in", task.getElementId())
                .containsAll(keys(
                        fields,
                        field -> field.path("validate").path("required").asBoolean() && !field.has("conditional")));
    }

    /** The fields of the task's form. */
    public Set<String> fields(UserTask task) {
        return Set.copyOf(keys(schema(task).findParents("key"), field -> true));
    }

    /** The days that its form asks for: each field with its form, such as {@code form milestone reachedOn}. */
    public Map<String, String> days(UserTask task) {
        JsonNode schema = schema(task);
        return keys(
                        schema.findParents("key"),
                        field -> field.path("type").asText().equals("datetime"))
                .stream()
                .collect(Collectors.toMap(
                        field -> field,
                        field -> "form %s %s".formatted(schema.path("id").asText(), field)));
    }

    private JsonNode schema(UserTask task) {
        try {
            return json.readTree((String) camunda.newUserTaskGetFormRequest(task.getUserTaskKey())
                    .send()
                    .join()
                    .getSchema());
        } catch (JsonProcessingException e) {
            throw new AssertionError("The form of %s is no JSON".formatted(task.getElementId()), e);
        }
    }

    private static List<String> keys(List<JsonNode> fields, Predicate<JsonNode> which) {
        return fields.stream()
                .filter(which)
                .map(field -> field.path("key").asText())
                .collect(Collectors.toList());
    }
}
