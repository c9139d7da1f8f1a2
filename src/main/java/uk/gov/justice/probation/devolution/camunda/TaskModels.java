package uk.gov.justice.probation.devolution.camunda;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What the models of this release call their steps and to whom they offer their tasks, and which family each process
 * belongs to.
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
            Map<String, Offer> offers) {}

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

    /** Empty if this release has no such task. */
    Optional<Offer> offerOf(String processId, String elementId) {
        return Optional.ofNullable(models.obtain().get(processId))
                .map(model -> model.offers().get(elementId));
    }

    private static Offer offer(UserTask task) {
        ZeebeAssignmentDefinition to = task.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
        return to == null ? new Offer(null, null) : new Offer(to.getCandidateGroups(), to.getCandidateUsers());
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
                            process.getId(), new Model(family(file), process.getName(), steps, attachedTo, offers)));
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
