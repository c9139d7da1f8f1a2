package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.annotation.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.ExtensionElements;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListenerEventType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/**
 * Models, forms, decisions and Java refer to the same things: what one side names exists on the other. And people can
 * read every model.
 */
class ModelsTest {
    private static final String BASE = "uk.gov.justice.probation.devolution";
    /** Steps that exist only in processes begun under an earlier release. */
    private static final Set<String> OF_EARLIER_MODELS = Set.of(
            "handover.recordSignature",
            "handover.expectHandover",
            "handover.expectSiteMove",
            "consultation.expectOneToOne",
            "preferencing.expectRanking",
            "unpaidwork.expectEnforcement");

    /** Tasklist shows this variable on the card of a task. */
    private static final String CARD = "taskContextDisplayName";

    private static final int MODELS_THAT_MAY_ASK_THE_SAME = 4;

    private static final Map<Path, BpmnModelInstance> MODELS = models();
    private static final Set<String> FORMS = ids("forms", ".form");
    private static final Set<String> DECISIONS = decisions();
    private static final Map<String, Method> WORKERS = workers();
    private static final String JAVA = sources();

    @Test
    void everyJobHasAWorkerAndEveryWorkerAJob() {
        Set<String> jobs = new TreeSet<>();
        all(ZeebeTaskDefinition.class).forEach(task -> jobs.add(task.getType()));
        all(ZeebeExecutionListener.class).forEach(listener -> jobs.add(listener.getType()));

        assertThat(jobs).doesNotContainAnyElementsOf(OF_EARLIER_MODELS);
        assertThat(WORKERS.keySet())
                .isEqualTo(
                        Stream.concat(jobs.stream(), OF_EARLIER_MODELS.stream()).collect(Collectors.toSet()));
        assertThat(jobs)
                .allMatch(
                        job -> job.matches(
                                "(programme|handover|consultation|preferencing|letters|unpaidwork|termination)\\.[a-z][A-Za-z0-9]+"),
                        "<family>.<verbNoun>");
    }

    @Test
    void everyMessageAndErrorIsNamedInJavaAndTheOtherWayRound() {
        Set<String> messages = all(Message.class).map(Message::getName).collect(Collectors.toCollection(TreeSet::new));

        assertThat(messages).allMatch(message -> JAVA.contains('"' + message + '"'), "has somebody who sends it");
        assertThat(messages).allMatch(message -> message.matches("[a-z]+\\.[a-z][A-Za-z]+"), "<family>.<pastTense>");
        assertThat(all(Error.class).map(Error::getErrorCode))
                .allMatch(code -> JAVA.contains('"' + code + '"') && code.matches("[A-Z_]+"));
        assertThat(sent()).isSubsetOf(messages);
    }

    @Test
    void everyFormIsUsedAndEveryFormUsedIsThere() {
        Set<String> used = all(ZeebeFormDefinition.class)
                .map(ZeebeFormDefinition::getFormId)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(FORMS);
        assertThat(all(ZeebeFormDefinition.class)).allMatch(form -> form.getBindingType() == ZeebeBindingType.latest);
    }

    @Test
    void everyFormIsNamedByItsIdInTheFolderOfTheProcessesThatUseIt() {
        MODELS.forEach((file, model) -> assertThat(model.getModelElementsByType(ZeebeFormDefinition.class))
                .allSatisfy(form -> assertThat(Path.of("forms")
                                .resolve(file.getParent().getFileName())
                                .resolve(form.getFormId() + ".form"))
                        .exists()));
    }

    @Test
    void everyCalledProcessAndDecisionIsThereAndNamesWhatGoesInAndOut() {
        Set<String> processes = all(Process.class).map(Process::getId).collect(Collectors.toSet());

        assertThat(all(CallActivity.class)).isNotEmpty().allSatisfy(call -> {
            ZeebeCalledElement called = extension(call, ZeebeCalledElement.class);
            assertThat(processes).contains(called.getProcessId());
            assertThat(called.isPropagateAllChildVariablesEnabled()).isFalse();
            assertThat(called.isPropagateAllParentVariablesEnabled()).isFalse();
            assertThat(called.getBindingType()).isEqualTo(ZeebeBindingType.latest);
            assertThat(extension(call, ZeebeIoMapping.class).getInputs()).isNotEmpty();
        });
        assertThat(all(BusinessRuleTask.class))
                .isNotEmpty()
                .extracting(rule -> extension(rule, ZeebeCalledDecision.class))
                .allSatisfy(called -> {
                    assertThat(DECISIONS).contains(called.getDecisionId());
                    assertThat(called.getBindingType()).isEqualTo(ZeebeBindingType.latest);
                });
    }

    /**
     * A called process checks that it is expected (ADR 0065). A start listener of the call records that, or whatever
     * requests the call, in its own transaction.
     */
    @Test
    void everyCallIsExpectedBeforehand() {
        Map<String, String> saidByWhoAsksForIt = Map.ofEntries(
                Map.entry("regional-programme.Call_ServiceHandover", "RunningProgrammes"),
                Map.entry("regional-programme.Call_SiteMove", "RunningProgrammes"),
                Map.entry("staff-consultation.Call_OneToOne", "OneToOneWorkers"),
                Map.entry("staff-consultation.Call_OneToOneJoined", "CallsForWhoJoins"),
                Map.entry("location-preferencing.Call_Rank", "LocationPreferencingWorkers"),
                Map.entry("location-preferencing.Call_OneToOne", "CohortChanges"),
                Map.entry("location-preferencing.Call_RankJoined", "CohortChanges"),
                Map.entry("preferencing-outcome.Call_Start", "OutcomeWorkers"),
                Map.entry("preferencing-outcome.Call_SendLetters", "OutcomeWorkers"),
                Map.entry("start-in-new-place.Call_SendWelcome", "SettledStartWorkers"),
                Map.entry("preference-appeal.Call_SendLetter", "DecidedAppealWorkers"),
                Map.entry("upw-placement.Call_Begin", "CallsOfOrders"),
                Map.entry("upw-placement.Call_NewProject", "CallsOfOrders"),
                Map.entry("upw-placement.Call_Session", "CallsOfOrders"),
                Map.entry("upw-placement.Call_Enforcement", "CallsOfOrders"));

        Map<String, String> withoutListener = new TreeMap<>();
        MODELS.values()
                .forEach(model -> model.getModelElementsByType(CallActivity.class).stream()
                        .filter(call -> listeners(call).noneMatch(ModelsTest::expectsACall))
                        .forEach(call -> withoutListener.put(
                                process(model) + "." + call.getId(),
                                extension(call, ZeebeCalledElement.class).getProcessId())));

        assertThat(withoutListener.keySet()).isEqualTo(new TreeSet<>(saidByWhoAsksForIt.keySet()));
        withoutListener.forEach((call, called) -> assertThat(source(saidByWhoAsksForIt.get(call)))
                .as(call)
                .containsAnyOf("calls.expect(\"%s\"".formatted(called), "calls.expect(row.kind().process()"));
    }

    /**
     * Required only of processes begun with a model that says whom it calls; a step before the first call has that in
     * its header (ADR 0065).
     */
    @Test
    void everyModelThatCallsSaysSoBeforeItCalls() {
        Set<String> calling = MODELS.values().stream()
                .filter(model ->
                        !model.getModelElementsByType(CallActivity.class).isEmpty())
                .map(ModelsTest::process)
                .collect(Collectors.toSet());
        assertThat(calling).hasSizeGreaterThanOrEqualTo(9);

        MODELS.values().stream()
                .filter(model -> calling.contains(process(model)))
                .forEach(model -> model.getModelElementsByType(StartEvent.class).stream()
                        .filter(start -> start.getParentElement() instanceof Process)
                        .forEach(start -> assertThat(callsBeforeItSaysSo(start, new HashSet<>()))
                                .as("%s from %s", process(model), start.getId())
                                .isEmpty()));
    }

    private static Set<String> callsBeforeItSaysSo(FlowNode node, Set<FlowNode> seen) {
        if (!seen.add(node) || saysCalls(node)) return Set.of();
        if (node instanceof CallActivity) return Set.of(node.getId());
        Stream<FlowNode> inside =
                node instanceof SubProcess scope ? scope.getChildElementsByType(FlowNode.class).stream() : Stream.of();
        return Stream.concat(node.getSucceedingNodes().list().stream(), inside)
                .flatMap(next -> callsBeforeItSaysSo(next, seen).stream())
                .collect(Collectors.toSet());
    }

    private static boolean saysCalls(FlowNode step) {
        return Stream.ofNullable(step.getExtensionElements())
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(ZeebeTaskHeaders.class).list().stream())
                .flatMap(headers -> headers.getHeaders().stream())
                .anyMatch(header ->
                        header.getKey().equals("saysCalls") && header.getValue().equals("true"));
    }

    private static Stream<ZeebeExecutionListener> listeners(BaseElement element) {
        return element
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(ZeebeExecutionListeners.class)
                .list()
                .stream()
                .flatMap(listeners -> listeners.getExecutionListeners().stream());
    }

    private static String process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next().getId();
    }

    private static String source(String simpleName) {
        return files("src/main/java", "/" + simpleName + ".java").stream()
                .map(ModelsTest::read)
                .collect(Collectors.joining());
    }

    private static boolean expectsACall(ZeebeExecutionListener listener) {
        return listener.getEventType() == ZeebeExecutionListenerEventType.start
                && listener.getType().matches("[a-z]+\\.expect[A-Z][A-Za-z]+");
    }

    @Test
    void everyProcessIsCalledLikeItsFile() {
        MODELS.forEach((file, model) -> assertThat(model.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(file.getFileName().toString().replace(".bpmn", "")));
    }

    @Test
    void everyUserTaskHasAFormSomebodyToDoItADueDateAPriorityAndARecord() {
        assertThat(all(UserTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(extension(task, ZeebeUserTask.class)).as(task.getId()).isNotNull();
            assertThat(extension(task, ZeebeFormDefinition.class).getFormId())
                    .as(task.getId())
                    .isNotBlank();
            assertThat(candidates(task))
                    .as(task.getId() + " has a group, or the one person or manager it is for")
                    .isNotEmpty()
                    .allMatch(who -> who.startsWith("="));
            assertThat(extension(task, ZeebeTaskSchedule.class).getDueDate())
                    .as(task.getId())
                    .startsWith("=");
            assertThat(extension(task, ZeebePriorityDefinition.class).getPriority())
                    .as(task.getId())
                    .isNotBlank();
        });
        assertThat(all(UserTask.class)
                        .filter(task -> task.getChildElementsByType(ExtensionElements.class).stream()
                                .noneMatch(extensions -> extensions
                                                .getElementsQuery()
                                                .filterByType(ZeebeExecutionListeners.class)
                                                .count()
                                        > 0)))
                .extracting(UserTask::getId)
                .as("records nothing")
                .isEmpty();
    }

    /**
     * In Tasklist and in the console (ADR 0086): in words that the models put together from what their forms show, or a
     * start listener says. They are the task's alone.
     */
    @Test
    void everyUserTaskSaysWhatItIsAbout() {
        assertThat(all(UserTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(inputs(task).get(CARD)).as(task.getId()).startsWith("=");
            assertThat(outputs(task)).as(task.getId()).doesNotContain(CARD);
        });
        assertThat(all(ZeebeOutput.class)).extracting(ZeebeOutput::getTarget).doesNotContain(CARD);
        assertThat(all(UserTask.class)
                        .filter(task -> process(task).startsWith("upw-")
                                || process(task).equals("case-termination"))
                        .map(task -> inputs(task).get(CARD)))
                .as("of a case nothing that is not overwritten when access is limited")
                .isNotEmpty()
                .isSubsetOf(
                        "=caseText",
                        "=requestText",
                        "=if sessionInShort = null then caseText else sessionInShort",
                        "=registerInShort",
                        "=if regionName = null then \"Region not known\" else regionName");
    }

    /** Who a task is about is known to the task alone, and to no process. */
    @Test
    void aPersonIsNamedByAStartListenerOfTheTask() {
        assertThat(all(UserTask.class)
                        .filter(task -> read(form(task)).contains("personName"))
                        .map(ModelsTest::name))
                .hasSize(7)
                .hasSameElementsAs(all(UserTask.class)
                        .filter(task -> listeners(task)
                                .anyMatch(listener -> listener.getType().equals("consultation.namePerson")))
                        .map(ModelsTest::name)
                        .toList());
        assertThat(all(ZeebeOutput.class)).extracting(ZeebeOutput::getTarget).doesNotContain("personName");
        assertThat(all(ServiceTask.class)
                        .filter(step -> givesAName(WORKERS.get(
                                extension(step, ZeebeTaskDefinition.class).getType()))))
                .hasSize(4)
                .allSatisfy(step -> assertThat(inputs(step).containsKey("personName")
                                || !outputs(step).isEmpty())
                        .as("%s keeps the name to itself", step.getId())
                        .isTrue());
    }

    /** When it is due is one variable, which the card shows, the timers read and the priority follows. */
    @Test
    void everyUserTaskIsDueWhenOneVariableSaysAndIsMoreUrgentOnceThatHasPassed() {
        assertThat(all(UserTask.class)).isNotEmpty().allSatisfy(task -> {
            String due = extension(task, ZeebeTaskSchedule.class).getDueDate().substring(1);
            assertThat(due).as(task.getId()).matches("(row\\.)?(\\w+D|d)ueAt|closesAt|unionCloseAt");
            assertThat(extension(task, ZeebePriorityDefinition.class).getPriority())
                    .as(task.getId())
                    .isIn(
                            priority(due, "50"),
                            priority(due, "70"),
                            priority(due, "80"),
                            priority(due, "if readiness.result = \"ESCALATE\" then 80 else 50"));
        });
    }

    private static String priority(String due, String inTime) {
        return "=if date and time(%s) < now() then 90 else %s".formatted(due, inTime);
    }

    private static boolean givesAName(Method worker) {
        return worker.getReturnType().isRecord()
                && Arrays.stream(worker.getReturnType().getRecordComponents())
                        .anyMatch(component -> component.getName().equals("personName"));
    }

    private static Map<String, String> inputs(BaseElement element) {
        return extension(element, ZeebeIoMapping.class).getInputs().stream()
                .collect(Collectors.toMap(ZeebeInput::getTarget, ZeebeInput::getSource));
    }

    private static List<String> outputs(BaseElement element) {
        return extension(element, ZeebeIoMapping.class).getOutputs().stream()
                .map(ZeebeOutput::getTarget)
                .toList();
    }

    private static String name(UserTask task) {
        return process(task) + "." + task.getId();
    }

    private static String process(UserTask task) {
        return process((BpmnModelInstance) task.getModelInstance());
    }

    private static Path form(UserTask task) {
        return files(
                        "forms",
                        "/%s.form"
                                .formatted(extension(task, ZeebeFormDefinition.class)
                                        .getFormId()))
                .getFirst();
    }

    @Test
    void whoDoesATaskIsGivenToTheProcessByNameOnlyWhereTheTaskIsForOnePerson() {
        assertThat(all(UserTask.class)
                        .map(task ->
                                extension(task, ZeebeAssignmentDefinition.class).getCandidateUsers())
                        .filter(Objects::nonNull))
                .isNotEmpty()
                .allMatch(users -> users.matches("=(personUsers|managerUsers)"));
    }

    @Test
    void aGatewayThatSplitsHasANameADefaultAndNamedConditions() {
        assertThat(all(ExclusiveGateway.class)
                        .filter(gateway -> gateway.getOutgoing().size() > 1))
                .isNotEmpty()
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                    assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                    assertThat(gateway.getOutgoing())
                            .as(gateway.getId())
                            .allMatch(flow ->
                                    flow.getName() != null && !flow.getName().isBlank());
                    assertThat(gateway.getOutgoing())
                            .as(gateway.getId())
                            .allMatch(flow ->
                                    flow.equals(gateway.getDefault()) == (flow.getConditionExpression() == null));
                });
    }

    /** Asked everywhere, a question says nothing of what is decided here. */
    @Test
    void aGatewayAsksAboutItsOwnModel() {
        Map<String, Set<Path>> asked = new TreeMap<>();
        MODELS.forEach((file, model) -> model.getModelElementsByType(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> asked.computeIfAbsent(gateway.getName(), question -> new TreeSet<>())
                        .add(file)));

        assertThat(asked)
                .isNotEmpty()
                .allSatisfy((question, files) ->
                        assertThat(files).as(question).hasSizeLessThanOrEqualTo(MODELS_THAT_MAY_ASK_THE_SAME));
    }

    @Test
    void timersReadVariablesAndNeverConstants() {
        assertThat(all(TimerEventDefinition.class)).isNotEmpty().allSatisfy(timer -> {
            assertThat(timer.getTimeDuration()).isNull();
            if (timer.getTimeCycle() == null) {
                assertThat(timer.getTimeDate().getTextContent())
                        .as(timer.getId())
                        .startsWith("=")
                        .contains("At");
            } else {
                assertThat(timer.getTimeCycle().getTextContent())
                        .as(timer.getId())
                        .matches("=[a-z][A-Za-z]*Cycle");
            }
        });
    }

    @Test
    void whoIsRemindedIsWhoseTaskItIsOfItsOwnDueDate() {
        assertThat(all(BoundaryEvent.class)
                        .filter(timer -> timer.getAttachedTo() instanceof UserTask
                                && !timer.getChildElementsByType(TimerEventDefinition.class)
                                        .isEmpty()
                                && timer.getChildElementsByType(TimerEventDefinition.class)
                                                .iterator()
                                                .next()
                                                .getTimeCycle()
                                        != null))
                .isNotEmpty()
                .allSatisfy(timer -> {
                    UserTask task = (UserTask) timer.getAttachedTo();
                    Map<String, String> told = extension(
                                    (BaseElement) timer.getSucceedingNodes().singleResult(), ZeebeIoMapping.class)
                            .getInputs()
                            .stream()
                            .collect(Collectors.toMap(ZeebeInput::getTarget, ZeebeInput::getSource));
                    assertThat(told.get("stepDueAt"))
                            .as(timer.getId())
                            .isEqualTo(extension(task, ZeebeTaskSchedule.class).getDueDate());
                    if (told.containsKey("taskGroup")) {
                        assertThat("=[" + told.get("taskGroup").substring(1) + "]")
                                .as(timer.getId())
                                .isEqualTo(extension(task, ZeebeAssignmentDefinition.class)
                                        .getCandidateGroups());
                    }
                });
    }

    @Test
    void idsSayWhatTheyAreAndTasksHaveNames() {
        assertThat(all(FlowElement.class).map(FlowElement::getId))
                .allMatch(id -> id.matches("[A-Z][A-Za-z]+(_[A-Z][A-Za-z0-9]+)+"), "a kind and a meaning");
        assertThat(all(FlowElement.class)
                        .filter(element ->
                                !(element instanceof SequenceFlow) && !(element instanceof ExclusiveGateway)))
                .filteredOn(element -> !element.getElementType()
                        .getTypeName()
                        .matches("parallelGateway|eventBasedGateway|startEvent|endEvent"))
                .allMatch(
                        element ->
                                element.getName() != null && !element.getName().isBlank(),
                        "has a name");
        assertThat(all(StartEvent.class))
                .allMatch(start -> start.getName() != null && !start.getName().isBlank());
    }

    private static <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return MODELS.values().stream().flatMap(model -> model.getModelElementsByType(type).stream());
    }

    private static <T extends ModelElementInstance> T extension(BaseElement element, Class<T> type) {
        return element.getExtensionElements()
                .getElementsQuery()
                .filterByType(type)
                .singleResult();
    }

    private static List<String> candidates(UserTask task) {
        ZeebeAssignmentDefinition assignment = extension(task, ZeebeAssignmentDefinition.class);
        return Stream.of(assignment.getCandidateGroups(), assignment.getCandidateUsers())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, Method> workers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        return scanner.findCandidateComponents(BASE).stream()
                .flatMap(bean -> Arrays.stream(ClassUtils.resolveClassName(bean.getBeanClassName(), null)
                        .getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(JobWorker.class))
                .collect(Collectors.toMap(
                        method -> method.getAnnotation(JobWorker.class).type(), method -> method));
    }

    /** The messages to the engine that our code publishes. */
    private static Set<String> sent() {
        var names = Pattern.compile("new EngineMessage\\(\\s*\"([^\"]+)\"").matcher(JAVA);
        Set<String> sent = new TreeSet<>();
        while (names.find()) sent.add(names.group(1));
        return sent;
    }

    private static Map<Path, BpmnModelInstance> models() {
        Map<Path, BpmnModelInstance> models = new TreeMap<>();
        files("processes", ".bpmn").forEach(file -> models.put(file, Bpmn.readModelFromFile(file.toFile())));
        assertThat(models).isNotEmpty();
        return models;
    }

    private static Set<String> ids(String folder, String ending) {
        Set<String> ids = new TreeSet<>();
        for (Path file : files(folder, ending)) {
            try {
                String id =
                        new ObjectMapper().readTree(file.toFile()).path("id").asText();
                assertThat(file.getFileName()).hasToString(id + ending);
                ids.add(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ids;
    }

    private static Set<String> decisions() {
        var declared = Pattern.compile("<decision id=\"([^\"]+)\"");
        return files("processes", ".dmn").stream()
                .flatMap(file -> declared.matcher(read(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String sources() {
        return files("src/main/java", ".java").stream().map(ModelsTest::read).collect(Collectors.joining("\n"));
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList());
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
