package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram is what managers look at in Operate: everything is drawn, and nothing lies on something else. */
class DiagramsTest {

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());

        assertThat(model.getModelElementsByType(FlowNode.class))
                .isNotEmpty()
                .extracting(FlowNode::getId)
                .isSubsetOf(shapes(model).keySet());
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .extracting(SequenceFlow::getId)
                .isSubsetOf(model.getModelElementsByType(BpmnEdge.class).stream()
                        .map(edge -> edge.getBpmnElement().getId())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingLiesOnSomethingElse(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Map<String, Bounds> shapes = shapes(model);

        assertThat(model.getModelElementsByType(FlowNode.class).stream()
                        .filter(node -> !(node instanceof BoundaryEvent))
                        .collect(Collectors.groupingBy(FlowNode::getParentElement))
                        .values())
                .flatExtracting(neighbours -> overlaps(neighbours, shapes))
                .isEmpty();
    }

    private static List<String> overlaps(List<FlowNode> neighbours, Map<String, Bounds> shapes) {
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < neighbours.size(); i++) {
            for (FlowNode other : neighbours.subList(i + 1, neighbours.size())) {
                if (overlap(shapes.get(neighbours.get(i).getId()), shapes.get(other.getId()))) {
                    overlaps.add(neighbours.get(i).getId() + " and " + other.getId());
                }
            }
        }
        return overlaps;
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }

    private static Map<String, Bounds> shapes(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .collect(Collectors.toMap(shape -> shape.getBpmnElement().getId(), BpmnShape::getBounds));
    }
}
