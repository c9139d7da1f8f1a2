package uk.gov.justice.probation.devolution.camunda;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What the models of this release call their steps, to whom they offer their tasks and which of these tell of being
 * late, and which family each process belongs to.
 */
@Component
public class TaskModels {
    private static final Pattern FAMILY = Pattern.compile(".*/processes/([a-z]+)/[^/]+\\.bpmn");
    private static final Pattern PART_OF_A_NAME = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** To whom a model offers a task: expressions over its variables, as they stand in the model; null if to nobody. */
    record Offer(String groups, String users) {}

    private record Model(
            String family,
            String name,
            Map<String, String> steps,
            Map<String, String> attachedTo,
            Map<String, Offer> offers,
            Set<String> tellingWhenLate) {}

    private final SingletonSupplier<Map<String, Model>> models = SingletonSupplier.of(TaskModels::read);

    /** As on its card in Tasklist; of a step that this release no longer has, what its id says. */
    public String nameOf(String processId, String elementId) {
        return Optional.ofNullable(models.obtain().get(processId))
                .map(model -> model.steps().get(elementId))
                .orElseGet(() -> inWords(elementId));
    }

    /** The step to which an event is attached, by its id; empty if it is attached to none. */
    public Optional<String> attachedTo(String processId, String elementId) {
        return Optional.ofNullable(models.obtain().get(processId))
                .map(model -> model.attachedTo().get(elementId));
    }

    /** What the model itself is called; of a process that this release no longer has, its id. */
    public String nameOf(String processId) {
        return Optional.ofNullable(models.obtain().get(processId))
                .map(Model::name)
                .orElse(processId);
    }

    /** The folder of the process; empty if this release has no such process. */
    public Optional<String> familyOf(String processId) {
        return Optional.ofNullable(models.obtain().get(processId)).map(Model::family);
    }

    /**
     * The tasks that need no other reminder, as {@code one-to-one/Task_OneToOne}: a timer on them reminds or ends them,
     * or one on the sub-process around them escalates.
     */
    public Set<String> tellingWhenLate() {
        return models.obtain().entrySet().stream()
                .flatMap(model -> model.getValue().tellingWhenLate().stream().map(task -> model.getKey() + "/" + task))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Empty if this release has no such task. */
    Optional<Offer> offerOf(String processId, String elementId) {
        return Optional.ofNullable(models.obtain().get(processId))
                .map(model -> model.offers().get(elementId));
    }

    private static Offer offer(UserTask task) {
        ZeebeAssignmentDefinition to = task.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
        return to == null ? new Offer(null, null) : new Offer(to.getCandidateGroups(), to.getCandidateUsers());
    }

    private static Set<String> tellingWhenLate(BpmnModelInstance model) {
        List<Activity> timed = model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .filter(event -> event.getAttachedTo() instanceof UserTask || escalates(event))
                .map(BoundaryEvent::getAttachedTo)
                .toList();
        return model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> Stream.<ModelElementInstance>iterate(
                                task, element -> element != null, ModelElementInstance::getParentElement)
                        .anyMatch(timed::contains))
                .map(UserTask::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean escalates(BoundaryEvent event) {
        return event.getOutgoing().stream()
                .map(flow -> flow.getTarget().getSingleExtensionElement(ZeebeTaskDefinition.class))
                .anyMatch(step -> step != null && step.getType().contains(".escalate"));
    }

    private static String inWords(String elementId) {
        String words = PART_OF_A_NAME
                .matcher(elementId.substring(elementId.indexOf('_') + 1))
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() ? elementId : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<String, Model> read() {
        Map<String, Model> models = new HashMap<>();
        ProcessModels.all().filter(file -> file.getFilename().endsWith(".bpmn")).forEach(file -> {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(ProcessModels.content(file)));
            Map<String, String> steps = new HashMap<>();
            model.getModelElementsByType(FlowElement.class).stream()
                    .filter(step -> step.getName() != null)
                    .forEach(step -> steps.put(step.getId(), step.getName().replaceAll("\\s+", " ")));
            Map<String, String> attachedTo = new HashMap<>();
            model.getModelElementsByType(BoundaryEvent.class)
                    .forEach(event ->
                            attachedTo.put(event.getId(), event.getAttachedTo().getId()));
            Map<String, Offer> offers = new HashMap<>();
            model.getModelElementsByType(UserTask.class).forEach(task -> offers.put(task.getId(), offer(task)));
            model.getModelElementsByType(Process.class)
                    .forEach(process -> models.put(
                            process.getId(),
                            new Model(
                                    family(file),
                                    process.getName(),
                                    steps,
                                    attachedTo,
                                    offers,
                                    tellingWhenLate(model))));
        });
        return models;
    }

    private static String family(Resource file) {
        try {
            Matcher place = FAMILY.matcher(file.getURL().getPath());
            if (place.matches()) return place.group(1);
            throw new IllegalStateException("%s lies in no family's folder".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
