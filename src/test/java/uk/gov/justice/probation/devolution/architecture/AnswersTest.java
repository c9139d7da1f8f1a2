package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListenerEventType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;

/**
 * When a user task is completed, only the answers of its form reach a process or the database, and a refused answer
 * brings the task back (ADR 0048).
 */
class AnswersTest {
    private static final String BASE = "uk.gov.justice.probation.devolution";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern TAKEN =
            Pattern.compile("answers\\.(?:take|keep)\\(\\s*\\w+,\\s*\"(\\w+)\",\\s*(\\w+)\\.class");
    private static final Pattern REFUSED = Pattern.compile("=(\\w+Refused) != null");

    private static final Map<String, Method> WORKERS = workers();
    private static final String SOURCES = sources();

    /** A user task with what the model says about it. */
    private record Step(
            String process,
            UserTask task,
            ZeebeExecutionListener listener,
            Map<String, String> inputs,
            Map<String, String> outputs,
            Set<String> answers) {

        String name() {
            return process + "." + task.getId();
        }
    }

    @Test
    void everyUserTaskHasARecord() {
        assertThat(tasks())
                .isNotEmpty()
                .allSatisfy(task -> assertThat(endListeners(task.getValue()))
                        .as(task.getKey() + "." + task.getValue().getId())
                        .hasSize(1));
    }

    @Test
    void aUserTaskMapsOutTheAnswersOfItsFormAndNothingElse() {
        assertThat(steps()).allSatisfy(step -> {
            if (step.answers().isEmpty() || isForgotten(step)) {
                assertThat(step.outputs())
                        .as("%s has no answers, or none that the engine keeps: one constant", step.name())
                        .hasSize(1)
                        .allSatisfy((target, source) -> assertThat(source).matches("=(\"[a-z]+\"|true)"));
            } else {
                assertThat(step.outputs().keySet())
                        .as("%s maps out", step.name())
                        .isEqualTo(step.answers());
                assertThat(step.outputs())
                        .allSatisfy((target, source) ->
                                assertThat(source).as(step.name()).isEqualTo("=" + target));
            }
        });
    }

    /** Whether somebody confirms a start reveals nothing about a case; every other answer about one does. */
    @Test
    void theEngineKeepsNoAnswerAboutACase() {
        List<Step> aboutCases = steps().filter(step ->
                        step.process().startsWith("upw-") || step.process().equals("case-termination"))
                .filter(step -> !step.answers().isEmpty() && !step.answers().equals(Set.of("startAnswer")))
                .toList();
        assertThat(aboutCases).hasSizeGreaterThan(10).allSatisfy(step -> {
            assertThat(isForgotten(step))
                    .as("%s: its answer is a ForgottenAnswer", step.name())
                    .isTrue();
            assertThat(read(file("processes", step.process() + ".bpmn")))
                    .as("%s: no gateway reads it", step.name())
                    .doesNotContainPattern(
                            "tFormalExpression\">=[^<]*\\b(%s)\\b".formatted(String.join("|", step.answers())));
        });
    }

    /**
     * For a limited-access case, a task asks for no choice and no day, because it is answered on our page. The tick
     * belongs to a choice.
     */
    @Test
    void aTaskAboutALimitedAccessCaseAsksNothingButWhetherItIsOnThePage() {
        assertThat(steps().filter(AnswersTest::isForgotten)).allSatisfy(step -> {
            for (JsonNode field : fields(step.task())) {
                if (Set.of("assessmentOnPage", "projectOnPage", "evidenceOnPage", "looked", "understood")
                        .contains(field.path("key").asText())) continue;
                assertThat(field.path("conditional").path("hide").asText())
                        .as(
                                "%s: %s of a limited-access case",
                                step.name(), field.path("key").asText())
                        .startsWith("=limited != false");
            }
            texts(step.task())
                    .filter(field -> field.path("text").asText().contains("from the calendar"))
                    .forEach(field -> assertThat(
                                    field.path("conditional").path("hide").asText())
                            .as(
                                    "%s: %s of a limited-access case",
                                    step.name(), field.path("id").asText())
                            .startsWith("=limited != false"));
        });
    }

    /**
     * Answers begin as null, not chosen, or as entered before the answer was refused; a field may also contain a
     * proposal of ours.
     */
    @Test
    void answersBeginEmpty() {
        assertThat(steps())
                .allSatisfy(step -> step.answers()
                        .forEach(answer -> assertThat(step.inputs().get(answer))
                                .as("%s begins with %s as", step.name(), answer)
                                .matches("=null|=\\[]|=false|=if \\w+Refused = null( or %1$s = null)? then .+ else %1$s"
                                        .formatted(answer))));
    }

    @Test
    void noAnswerIsCalledAsWhatTheProcessGoesBy() {
        Set<String> taken = new TreeSet<>(Set.of("regionCode", "regionSlug"));
        Matcher subjects = Pattern.compile("new TaskSubject\\(\\s*\"(\\w+)\"").matcher(SOURCES);
        while (subjects.find()) taken.add(subjects.group(1));
        Map<String, Set<String>> learned = learnedByProcess();
        tasks().forEach(task -> taken.addAll(decidesWhoseAndWhen(task.getValue())));

        assertThat(steps())
                .allSatisfy(step -> assertThat(step.answers())
                        .as(step.name())
                        .doesNotContainAnyElementsOf(taken)
                        .doesNotContainAnyElementsOf(learned.get(step.process())));
    }

    @Test
    void aRefusedAnswerBringsTheTaskAgain() {
        assertThat(steps()).allSatisfy(step -> {
            FlowNode next = step.task().getSucceedingNodes().singleResult();
            assertThat(next).as(step.name()).isInstanceOf(ExclusiveGateway.class);
            List<SequenceFlow> back = next.getOutgoing().stream()
                    .filter(flow -> flow.getConditionExpression() != null)
                    .filter(flow -> REFUSED.matcher(
                                    flow.getConditionExpression().getTextContent())
                            .matches())
                    .toList();
            assertThat(back)
                    .as("%s: the way back after %s", step.name(), next.getId())
                    .hasSize(1);
            assertThat(leadsTo(back.getFirst().getTarget(), step.task(), new HashSet<>()))
                    .as("%s: %s leads back to it", step.name(), back.getFirst().getId())
                    .isTrue();
            Matcher refused =
                    REFUSED.matcher(back.getFirst().getConditionExpression().getTextContent());
            assertThat(refused.matches()).isTrue();
            assertThat(taken(step.listener().getType()).group(1))
                    .as("%s: the listener says why in", step.name())
                    .isEqualTo(refused.group(1));
            assertThat(formText(step.task()))
                    .as("%s: the form shows why it was refused", step.name())
                    .contains(refused.group(1));
        });
    }

    @Test
    void aListenerReadsTheAnswersOfTheFormAndNoVariable() {
        assertThat(steps()).allSatisfy(step -> {
            Method worker = WORKERS.get(step.listener().getType());
            assertThat(worker.getParameterTypes()).as(step.name()).containsExactly(ActivatedJob.class);
            assertThat(Arrays.stream(worker.getParameters()))
                    .noneMatch(parameter -> parameter.isAnnotationPresent(Variable.class));
            assertThat(components(
                            answer(worker, taken(step.listener().getType()).group(2))))
                    .as("%s: the answers that are read", step.name())
                    .isEqualTo(step.answers());
        });
    }

    private static boolean isForgotten(Step step) {
        return ForgottenAnswer.class.isAssignableFrom(answer(
                WORKERS.get(step.listener().getType()),
                taken(step.listener().getType()).group(2)));
    }

    private static Stream<Map.Entry<String, UserTask>> tasks() {
        return files("processes", ".bpmn").stream()
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .flatMap(model -> {
                    String process = model.getModelElementsByType(Process.class)
                            .iterator()
                            .next()
                            .getId();
                    return model.getModelElementsByType(UserTask.class).stream().map(task -> Map.entry(process, task));
                });
    }

    private static Stream<Step> steps() {
        return tasks().map(task -> {
            ZeebeIoMapping mapping = extension(task.getValue(), ZeebeIoMapping.class);
            return new Step(
                    task.getKey(),
                    task.getValue(),
                    endListeners(task.getValue()).getFirst(),
                    mapping == null
                            ? Map.of()
                            : mapping.getInputs().stream()
                                    .collect(Collectors.toMap(ZeebeInput::getTarget, ZeebeInput::getSource)),
                    mapping == null
                            ? Map.of()
                            : mapping.getOutputs().stream()
                                    .collect(Collectors.toMap(ZeebeOutput::getTarget, ZeebeOutput::getSource)),
                    keys(task.getValue()));
        });
    }

    private static List<ZeebeExecutionListener> endListeners(UserTask task) {
        ZeebeExecutionListeners listeners = extension(task, ZeebeExecutionListeners.class);
        return listeners == null
                ? List.of()
                : listeners.getExecutionListeners().stream()
                        .filter(listener -> listener.getEventType() == ZeebeExecutionListenerEventType.end)
                        .toList();
    }

    /** The variables that determine for whom the task is, when it is due and how urgent it is. */
    private static Set<String> decidesWhoseAndWhen(UserTask task) {
        ZeebeAssignmentDefinition whose = extension(task, ZeebeAssignmentDefinition.class);
        return Stream.of(
                        whose.getCandidateGroups(),
                        whose.getCandidateUsers(),
                        extension(task, ZeebeTaskSchedule.class).getDueDate(),
                        extension(task, ZeebePriorityDefinition.class).getPriority())
                .filter(expression -> expression != null)
                .flatMap(expression -> NAME.matcher(expression.replaceAll("\"[^\"]*\"|\\.\\w+", ""))
                        .results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static boolean leadsTo(FlowNode node, UserTask task, Set<FlowNode> seen) {
        if (node.equals(task)) return true;
        return seen.add(node)
                && node.getSucceedingNodes().list().stream()
                        .filter(next -> !(next instanceof UserTask) || next.equals(task))
                        .anyMatch(next -> leadsTo(next, task, seen));
    }

    /** How a worker takes its answers: the variable of a refusal, and the record of the answers. */
    private static Matcher taken(String type) {
        int worker = SOURCES.indexOf("type = \"%s\"".formatted(type));
        assertThat(worker).as(type).isPositive();
        int next = SOURCES.indexOf("@JobWorker(", worker + 1);
        Matcher taken = TAKEN.matcher(SOURCES.substring(worker, next < 0 ? SOURCES.length() : next));
        assertThat(taken.find())
                .as("%s takes its answers from TaskAnswers", type)
                .isTrue();
        return taken;
    }

    private static Class<?> answer(Method worker, String name) {
        Class<?> bean = worker.getDeclaringClass();
        return Stream.of(bean.getName() + "$" + name, bean.getPackageName() + "." + name)
                .filter(type -> ClassUtils.isPresent(type, null))
                .map(type -> ClassUtils.resolveClassName(type, null))
                .findFirst()
                .orElseThrow();
    }

    /** What the steps of each process determine. */
    private static Map<String, Set<String>> learnedByProcess() {
        Map<String, Set<String>> learned = new TreeMap<>();
        files("processes", ".bpmn").stream()
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .forEach(model -> learned.put(
                        model.getModelElementsByType(Process.class)
                                .iterator()
                                .next()
                                .getId(),
                        model.getModelElementsByType(ZeebeTaskDefinition.class).stream()
                                .flatMap(job ->
                                        learned(WORKERS.get(job.getType()).getReturnType()).stream())
                                .collect(Collectors.toCollection(() -> new TreeSet<>(Set.of("consoleUrl"))))));
        return learned;
    }

    private static Set<String> learned(Class<?> type) {
        return type.isRecord() ? components(type) : Set.of();
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(UserTask task) {
        return fields(task).stream()
                .map(field -> field.path("key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> texts(UserTask task) {
        try {
            return new ObjectMapper().readTree(formText(task)).findParents("text").stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> fields(UserTask task) {
        try {
            return new ObjectMapper().readTree(formText(task)).findParents("key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String formText(UserTask task) {
        String form = extension(task, ZeebeFormDefinition.class).getFormId() + ".form";
        return read(file("forms", form));
    }

    private static Path file(String folder, String name) {
        return files(folder, name).stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Method> workers() {
        Map<String, Method> workers = new TreeMap<>();
        new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents(BASE).stream()
                        .flatMap(bean -> Arrays.stream(ClassUtils.resolveClassName(bean.getBeanClassName(), null)
                                .getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(JobWorker.class))
                        .forEach(method -> workers.put(
                                method.getAnnotation(JobWorker.class).type(), method));
        return workers;
    }

    private static <T extends ModelElementInstance> T extension(BaseElement element, Class<T> type) {
        return element.getExtensionElements().getElementsQuery().filterByType(type).list().stream()
                .findFirst()
                .orElse(null);
    }

    private static String sources() {
        return files("src/main/java", ".java").stream().map(AnswersTest::read).collect(Collectors.joining("\n"));
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
