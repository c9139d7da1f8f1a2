package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The process tests passed through every element and every flow of every process, according to Camunda Process Test's
 * own reports, one for each class.
 */
class ElementCoverageIT {
    private static final Path REPORTS = Path.of("target", "coverage-report");

    @Test
    void everyProcessIsCoveredInFull() throws IOException {
        Map<String, Set<String>> walked = walked();
        Map<String, Set<String>> missing = new TreeMap<>();
        for (Path file : files(Path.of("processes"), ".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            Set<String> elements = elements(model);
            Set<String> left = new TreeSet<>(elements);
            left.removeAll(walked.getOrDefault(process, Set.of()));
            System.out.printf(
                    "Element coverage of %s: %.1f %%%n",
                    process, 100.0 * (elements.size() - left.size()) / elements.size());
            missing.put(process, left);
        }
        assertThat(missing)
                .isNotEmpty()
                .allSatisfy((process, left) ->
                        assertThat(left).as("not walked in %s", process).isEmpty());
    }

    private static Map<String, Set<String>> walked() throws IOException {
        List<Path> reports = files(REPORTS, "report.json");
        assertThat(reports).as("written by the process tests of this build").isNotEmpty();
        Map<String, Set<String>> walked = new TreeMap<>();
        for (Path report : reports) {
            for (JsonNode process : new ObjectMapper().readTree(report.toFile()).path("coverages")) {
                Set<String> ids = walked.computeIfAbsent(
                        process.path("processDefinitionId").asText(), id -> new HashSet<>());
                process.path("completedElements").forEach(element -> ids.add(element.asText()));
                process.path("takenSequenceFlows").forEach(flow -> ids.add(flow.asText()));
            }
        }
        return walked;
    }

    private static Set<String> elements(BpmnModelInstance model) {
        Set<String> elements = new TreeSet<>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> elements.add(node.getId()));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> elements.add(flow.getId()));
        assertThat(elements).isNotEmpty();
        return elements;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
