package uk.gov.justice.probation.devolution.camunda.migration;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.CompensateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.InclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A model as it was deployed, as far as it decides whether what runs by it can go on by another.
 *
 * @param joins the flows into each gateway that waits for several
 * @param undone the flows into each activity that may have to be undone afterwards
 */
record DeployedModel(Map<String, Step> steps, Map<String, Set<String>> joins, Map<String, Set<String>> undone) {

    /** What is settled for a step when it begins, and stays as it was then. */
    enum Settled {
        FORM("its form"),
        OFFERED_TO("to whom it is offered"),
        DUE("when it is due"),
        PRIORITY("its priority"),
        INPUT("what it was given"),
        JOB("the type of its job"),
        CALLED("which process it called"),
        MESSAGE("the message it waits for"),
        TIMER("when its timer fires");

        private final String words;

        Settled(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * @param kind such as {@code userTask}; of an event also what it waits for, of a loop how it runs
     * @param scope the sub-process around it; empty in the process itself
     * @param attachedTo the activity on whose boundary it is; null elsewhere
     */
    record Step(String id, String kind, String scope, String attachedTo, Map<Settled, String> settled) {
        private static final String IN_A_ROW = " one after the other";
        private static final String AT_ONCE = " side by side";

        boolean isRepeated() {
            return kind.endsWith(IN_A_ROW) || kind.endsWith(AT_ONCE);
        }

        /** The process itself does not wait at its start. */
        boolean isWaitedAt() {
            return !kind.startsWith("startEvent") || !scope.isEmpty();
        }
    }

    /**
     * Whether a timer or message is on the boundary of an activity that runs several times. Camunda refuses to take it
     * across; left out, 8.6 ends it and begins no other (camunda/camunda issues 51295 and 26623).
     */
    boolean waitsBesideItsRepetition(Step activity) {
        return activity.isRepeated()
                && steps.values().stream()
                        .filter(step -> activity.id().equals(step.attachedTo()))
                        .anyMatch(step -> step.settled().containsKey(Settled.TIMER)
                                || step.settled().containsKey(Settled.MESSAGE));
    }

    static DeployedModel of(String processId, String bpmn) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
        Process process = model.getModelElementById(processId);
        Map<String, Step> steps = new LinkedHashMap<>();
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> isIn(process, node))
                .forEach(node -> steps.put(node.getId(), step(node)));
        return new DeployedModel(steps, joins(model), undone(model));
    }

    private static boolean isIn(Process process, ModelElementInstance node) {
        ModelElementInstance around = node;
        while (around != null && !(around instanceof Process)) around = around.getParentElement();
        return process.equals(around);
    }

    private static Step step(FlowNode node) {
        return new Step(
                node.getId(),
                kind(node),
                node.getParentElement() instanceof SubProcess around ? around.getId() : "",
                node instanceof BoundaryEvent event ? event.getAttachedTo().getId() : null,
                settled(node));
    }

    private static String kind(FlowNode node) {
        StringBuilder kind = new StringBuilder(node.getElementType().getTypeName());
        if (node instanceof CatchEvent event)
            event.getEventDefinitions().stream()
                    .map(EventDefinition::getElementType)
                    .forEach(definition -> kind.append(' ').append(definition.getTypeName()));
        if (node instanceof BoundaryEvent event) kind.append(event.cancelActivity() ? " ending" : " beside");
        if (node instanceof SubProcess around && around.triggeredByEvent()) kind.append(" of an event");
        if (node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop)
            kind.append(loop.isSequential() ? Step.IN_A_ROW : Step.AT_ONCE);
        return kind.toString();
    }

    private static Map<Settled, String> settled(FlowNode node) {
        Map<Settled, String> settled = new EnumMap<>(Settled.class);
        put(settled, Settled.FORM, node, ZeebeFormDefinition.class, ZeebeFormDefinition::getFormId);
        put(
                settled,
                Settled.OFFERED_TO,
                node,
                ZeebeAssignmentDefinition.class,
                to -> to.getAssignee() + to.getCandidateGroups() + to.getCandidateUsers());
        put(settled, Settled.DUE, node, ZeebeTaskSchedule.class, when -> when.getDueDate() + when.getFollowUpDate());
        put(settled, Settled.PRIORITY, node, ZeebePriorityDefinition.class, ZeebePriorityDefinition::getPriority);
        put(
                settled,
                Settled.INPUT,
                node,
                ZeebeIoMapping.class,
                io -> io.getInputs().stream().map(DeployedModel::words).sorted().collect(Collectors.joining("\n")));
        put(settled, Settled.JOB, node, ZeebeTaskDefinition.class, ZeebeTaskDefinition::getType);
        put(settled, Settled.CALLED, node, ZeebeCalledElement.class, ZeebeCalledElement::getProcessId);
        if (node instanceof CatchEvent event) {
            event.getEventDefinitions().stream()
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(definition ->
                            ((MessageEventDefinition) definition).getMessage().getName())
                    .forEach(message -> settled.put(Settled.MESSAGE, message));
            event.getEventDefinitions().stream()
                    .filter(TimerEventDefinition.class::isInstance)
                    .forEach(timer ->
                            settled.put(Settled.TIMER, timer.getRawTextContent().strip()));
        }
        return settled;
    }

    private static String words(ZeebeInput input) {
        return input.getTarget() + " " + input.getSource();
    }

    private static <T extends BpmnModelElementInstance> void put(
            Map<Settled, String> settled, Settled what, BaseElement node, Class<T> type, Function<T, String> words) {
        Optional.ofNullable(node.getSingleExtensionElement(type))
                .map(words)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> settled.put(what, text));
    }

    private static Map<String, Set<String>> joins(BpmnModelInstance model) {
        Map<String, Set<String>> joins = new LinkedHashMap<>();
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node instanceof ParallelGateway || node instanceof InclusiveGateway)
                .filter(node -> node.getIncoming().size() > 1)
                .forEach(node -> joins.put(node.getId(), ids(node.getIncoming())));
        return joins;
    }

    private static Map<String, Set<String>> undone(BpmnModelInstance model) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event ->
                        event.getEventDefinitions().stream().anyMatch(CompensateEventDefinition.class::isInstance))
                .map(BoundaryEvent::getAttachedTo)
                .collect(Collectors.toMap(
                        Activity::getId, activity -> ids(activity.getIncoming()), (one, other) -> one));
    }

    private static Set<String> ids(Collection<SequenceFlow> flows) {
        return flows.stream().map(SequenceFlow::getId).collect(Collectors.toCollection(TreeSet::new));
    }
}
