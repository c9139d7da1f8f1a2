package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListenerEventType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.caseload.AsksAboutCases;
import uk.gov.justice.probation.devolution.caseload.LimitedQuestion;

/**
 * The form of whatever cannot be undone says so and asks for confirmation, in the same words everywhere, and the answer
 * is not saved without the tick (ADR 0060).
 */
class IrreversibleTest {

    /**
     * The closed list. A form that gets something of the kind must be named here, and the process test of its task must
     * try it without the tick.
     */
    static final List<String> TASKS = List.of(
            "case-termination.Task_FinalReview",
            "case-termination.Task_SpoReview",
            "case-transfer.Task_Exceptions",
            "case-transfer.Task_SignReceiving",
            "case-transfer.Task_SignReleasing",
            "preference-appeal.Task_AdmitLate",
            "preference-appeal.Task_Arrange",
            "preference-appeal.Task_Panel",
            "service-handover.Task_Decide",
            "staff-consultation.Task_AnswerQuestions",
            "staff-consultation.Task_DecideOutcome",
            "staff-consultation.Task_Respond",
            "staff-consultation.Task_ScheduleEvents",
            "upw-beginning.Task_NotSuitable",
            "upw-enforcement.Task_BreachPack");

    private static final String BASE = "uk.gov.justice.probation.devolution";
    private static final Pattern WORKER = Pattern.compile("type = \"([\\w.]+)\"(?:(?!@JobWorker).)*", Pattern.DOTALL);
    private static final Pattern RECORD_OF_LISTENER =
            Pattern.compile("answers\\.(?:take|keep)\\(\\s*\\w+,\\s*\"\\w+\",\\s*(\\w+)\\.class");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A user task whose form has the box, or whose answer cannot be undone. */
    private record Step(String name, UserTask task, JsonNode form, Class<?> answer) {

        JsonNode box() {
            return fields().filter(field -> field.path("key").asText().equals("understood"))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String toString() {
            return name;
        }

        Stream<JsonNode> fields() {
            return StreamSupport.stream(form.path("components").spliterator(), false);
        }
    }

    @Test
    void theFormsWithTheBoxTheAnswersThatNeedItAndTheListAreTheSame() throws IOException {
        List<Step> steps = steps();
        assertThat(steps.stream()
                        .filter(step -> step.box() != null)
                        .map(Step::name)
                        .sorted())
                .as("tasks whose form has the box")
                .isEqualTo(TASKS);
        assertThat(steps.stream()
                        .filter(step -> Irreversible.class.isAssignableFrom(step.answer()))
                        .map(Step::name)
                        .sorted())
                .as("tasks whose answer is kept only with the tick")
                .isEqualTo(TASKS);
        assertThat(irreversible())
                .as("answers that are kept only with the tick are those of these tasks")
                .isEqualTo(steps.stream()
                        .map(Step::answer)
                        .filter(Irreversible.class::isAssignableFrom)
                        .map(Class::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theBoxIsTheLastThingBelowWhatHappensNextAndHasTheSameWordsEverywhere() throws IOException {
        assertThat(irreversibleSteps()).allSatisfy(step -> {
            List<JsonNode> fields = step.fields().toList();
            JsonNode box = fields.getLast();
            assertThat(box).as(step.name()).isEqualTo(step.box());
            assertThat(box.path("type").asText()).as(step.name()).isEqualTo("checkbox");
            assertThat(box.path("label").asText()).as(step.name()).isEqualTo("I have read this and want it to happen");
            assertThat(box.path("validate").path("required").asBoolean())
                    .as(step.name())
                    .isTrue();
            assertThat(fields.get(fields.size() - 2).path("text").asText())
                    .as(step.name())
                    .startsWith("## What happens next")
                    .containsAnyOf("at once", "on that day")
                    .containsAnyOf("cannot be", "can be taken back", "can reopen", "has then ended");
        });
    }

    /** The box begins empty each time, even if an answer comes back. */
    @Test
    void theBoxBeginsEmpty() throws IOException {
        assertThat(irreversibleSteps())
                .allSatisfy(
                        step -> assertThat(inputs(step.task())).as(step.name()).containsEntry("understood", "=null"));
    }

    /** The box is shown for exactly those choices that are saved only with it. */
    @Test
    void theBoxIsAskedForExactlyWhatCannotBeUndone() throws IOException {
        assertThat(irreversibleSteps())
                .allSatisfy(step -> step.fields()
                        .filter(field -> field.path("type").asText().equals("radio"))
                        .findFirst()
                        .ifPresent(choice -> {
                            String key = choice.path("key").asText();
                            String hide =
                                    step.box().path("conditional").path("hide").asText();
                            for (String value : values(choice)) {
                                boolean shown =
                                        hide.isEmpty() || shown(hide, key).contains(value);
                                assertThat(shown)
                                        .as("%s: the box is shown for %s", step.name(), value)
                                        .isEqualTo(answer(step, key, value).cannotBeUndone());
                            }
                            assertThat(values(choice))
                                    .as("%s: every choice that the condition names is one", step.name())
                                    .containsAll(shown(hide, key));
                        }));
    }

    /**
     * For a limited-access case the choice is made on our page, which says the same about the same choices and asks for
     * the tick there.
     */
    @Test
    void thePageOfALimitedCaseAsksForTheTickWhereTheFormDoes() throws IOException {
        Map<String, List<LimitedQuestion.Choice>> onPages = limitedQuestions().stream()
                .collect(Collectors.toMap(
                        LimitedQuestion::name, LimitedQuestion::choices, IrreversibleTest::theOneThatCannotBeUndone));
        List<String> irreversible = new ArrayList<>();
        for (Step step : irreversibleSteps()) {
            Matcher link = Pattern.compile("/answer\\?task=([a-z-]+)\\)")
                    .matcher(step.form().toString());
            if (!link.find()) {
                assertThat(ForgottenAnswer.class)
                        .as("%s is about a case, and its form leads to our page", step.name())
                        .matches(type -> !type.isAssignableFrom(step.answer()));
                continue;
            }
            JsonNode choice = step.fields()
                    .filter(field -> field.path("type").asText().equals("radio"))
                    .findFirst()
                    .orElseThrow();
            String said = step.fields()
                    .map(field -> field.path("text").asText())
                    .filter(text -> text.startsWith("## What happens next"))
                    .findFirst()
                    .orElseThrow()
                    .toLowerCase(Locale.ROOT);
            assertThat(onPages.get(link.group(1)))
                    .as(step.name())
                    .extracting(LimitedQuestion.Choice::code)
                    .isEqualTo(values(choice));
            onPages.get(link.group(1)).forEach(offered -> {
                boolean cannotBeUndone = answer(step, choice.path("key").asText(), offered.code())
                        .cannotBeUndone();
                assertThat(offered.consequence() != null)
                        .as("%s: the page asks for the tick for %s", step.name(), offered.code())
                        .isEqualTo(cannotBeUndone);
                if (!cannotBeUndone) return;
                assertThat(said)
                        .as("%s: the form says it too", step.name())
                        .contains(offered.consequence().toLowerCase(Locale.ROOT));
                irreversible.add(offered.consequence());
            });
        }
        assertThat(limitedQuestions().stream()
                        .flatMap(question -> question.choices().stream())
                        .map(LimitedQuestion.Choice::consequence)
                        .filter(Objects::nonNull))
                .as("every choice of which a page says that it cannot be undone")
                .hasSize(4)
                .containsExactlyInAnyOrderElementsOf(irreversible);
    }

    private static List<LimitedQuestion.Choice> theOneThatCannotBeUndone(
            List<LimitedQuestion.Choice> one, List<LimitedQuestion.Choice> other) {
        boolean first = one.stream().anyMatch(choice -> choice.consequence() != null);
        assertThat(first && other.stream().anyMatch(choice -> choice.consequence() != null))
                .as("two questions of the same name that cannot be undone: %s, %s", one, other)
                .isFalse();
        return first ? one : other;
    }

    private static List<LimitedQuestion> limitedQuestions() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(AsksAboutCases.class));
        return scan.findCandidateComponents(BASE).stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(type -> !type.getName().contains("Test"))
                .map(type -> type.getDeclaredConstructors()[0])
                .flatMap(constructor -> ((AsksAboutCases)
                                BeanUtils.instantiateClass(constructor, new Object[constructor.getParameterCount()]))
                        .questions().stream())
                .toList();
    }

    private static List<String> shown(String hide, String key) {
        if (hide.isEmpty()) return List.of();
        return Stream.of(hide.substring(1).split(" and "))
                .map(part -> {
                    Matcher notThis = Pattern.compile("(\\w+) != \"(\\w+)\"").matcher(part);
                    assertThat(notThis.matches()).as("the condition %s", hide).isTrue();
                    assertThat(notThis.group(1)).isEqualTo(key);
                    return notThis.group(2);
                })
                .toList();
    }

    private static List<String> values(JsonNode choice) {
        if (choice.has("values")) return choice.path("values").findValuesAsText("value");
        return Pattern.compile("value: \"(\\w+)\"")
                .matcher(choice.path("valuesExpression").asText())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static Irreversible answer(Step step, String key, String value) {
        return (Irreversible) JSON.convertValue(Map.of(key, value), step.answer());
    }

    private static List<Step> irreversibleSteps() throws IOException {
        return steps().stream().filter(step -> TASKS.contains(step.name())).toList();
    }

    private static TreeSet<String> irreversible() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Irreversible.class));
        return scan.findCandidateComponents(BASE).stream()
                .map(found -> found.getBeanClassName())
                .filter(name -> !name.contains("Test$"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Step> steps() throws IOException {
        Map<String, JsonNode> forms = new HashMap<>();
        for (Path form : files("forms", ".form"))
            forms.put(form.getFileName().toString().replace(".form", ""), JSON.readTree(Files.readString(form)));
        Map<String, String> workers = new HashMap<>();
        for (Path source : files("src/main/java", ".java")) {
            Matcher worker = WORKER.matcher(Files.readString(source));
            while (worker.find()) {
                Matcher record = RECORD_OF_LISTENER.matcher(worker.group());
                if (record.find()) workers.put(worker.group(1), BASE + classOf(source) + "$" + record.group(1));
            }
        }
        return files("processes", ".bpmn").stream()
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .flatMap(model -> {
                    String process = model.getModelElementsByType(Process.class)
                            .iterator()
                            .next()
                            .getId();
                    return model.getModelElementsByType(UserTask.class).stream().map(task -> {
                        String worker = endListener(task);
                        JsonNode form = forms.get(task.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(ZeebeFormDefinition.class)
                                .singleResult()
                                .getFormId());
                        assertThat(workers).as("the answer of %s", task.getId()).containsKey(worker);
                        return new Step(
                                process + "." + task.getId(),
                                task,
                                form,
                                ClassUtils.resolveClassName(workers.get(worker), null));
                    });
                })
                .toList();
    }

    private static String classOf(Path source) {
        String path = source.toString().replace('/', '.').replace(".java", "");
        return path.substring(path.indexOf(BASE) + BASE.length());
    }

    private static String endListener(UserTask task) {
        return task
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(ZeebeExecutionListeners.class)
                .singleResult()
                .getExecutionListeners()
                .stream()
                .filter(listener -> listener.getEventType() == ZeebeExecutionListenerEventType.end)
                .map(ZeebeExecutionListener::getType)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> inputs(UserTask task) {
        return task
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(ZeebeIoMapping.class)
                .singleResult()
                .getInputs()
                .stream()
                .collect(Collectors.toMap(ZeebeInput::getTarget, ZeebeInput::getSource));
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
