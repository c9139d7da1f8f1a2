package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every element and every flow of every process was walked by the process tests, says Camunda Process Test's own report; it is written when the tests before have run. */
class ElementCoverageIT {
  private static final Path REPORT = Path.of("target", "coverage-report", "report.json");
  private static final double ALL = 1.0;

  @Test
  void everyProcessIsCoveredInFull() throws IOException {
    assertThat(REPORT).as("written by the process tests of this build").exists();
    Map<String, Double> coverage = new TreeMap<>();
    for (JsonNode process : new ObjectMapper().readTree(REPORT.toFile()).path("coverages")) {
      coverage.put(process.path("processDefinitionId").asText(), process.path("coverage").asDouble());
    }
    try (Stream<Path> models = Files.walk(Path.of("processes"))) {
      List<String> ours = models.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".bpmn")).map(name -> name.replace(".bpmn", "")).sorted().toList();
      ours.forEach(process -> System.out.printf("Element coverage of %s: %.1f %%%n", process, coverage.getOrDefault(process, 0.0) * 100));
      assertThat(ours).isNotEmpty().allSatisfy(process -> assertThat(coverage.get(process)).as("coverage of %s", process).isEqualTo(ALL));
    }
  }
}
