package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram is what managers look at in Operate: everything is drawn, and nothing overlaps. */
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

    @ParameterizedTest
    @MethodSource("models")
    void noFlowCrossesAnother(Path file) {
        List<BpmnEdge> edges =
                List.copyOf(Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(BpmnEdge.class));

        List<String> crossings = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            for (BpmnEdge other : edges.subList(i + 1, edges.size())) {
                if (cross(edges.get(i), other)) crossings.add(name(edges.get(i)) + " and " + name(other));
            }
        }
        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noLabelLiesOnAnother(Path file) {
        List<Bounds> labels = Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(BpmnLabel.class).stream()
                .map(BpmnLabel::getBounds)
                .filter(Objects::nonNull)
                .toList();

        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (Bounds other : labels.subList(i + 1, labels.size())) {
                if (overlap(labels.get(i), other)) overlaps.add("at " + place(labels.get(i)) + " and " + place(other));
            }
        }
        assertThat(overlaps).isEmpty();
    }

    private static String name(BpmnEdge edge) {
        return edge.getBpmnElement().getId();
    }

    private static String place(Bounds bounds) {
        return "(%.0f, %.0f)".formatted(bounds.getX(), bounds.getY());
    }

    private static boolean cross(BpmnEdge one, BpmnEdge other) {
        return parts(one).stream().anyMatch(part -> parts(other).stream().anyMatch(part::crosses));
    }

    private static List<Part> parts(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        return IntStream.range(1, points.size())
                .mapToObj(i -> new Part(points.get(i - 1), points.get(i)))
                .toList();
    }

    /** A straight part of a flow. Flows that only touch, such as two ending in the same gateway, do not cross. */
    private record Part(Waypoint from, Waypoint to) {

        boolean crosses(Part other) {
            return other.liesBetween(from, to) && liesBetween(other.from, other.to);
        }

        /** Whether the two points are on different sides of this part's line, neither of them on it. */
        private boolean liesBetween(Waypoint one, Waypoint another) {
            return side(one) * side(another) < 0;
        }

        private double side(Waypoint point) {
            return (to.getX() - from.getX()) * (point.getY() - from.getY())
                    - (to.getY() - from.getY()) * (point.getX() - from.getX());
        }
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
