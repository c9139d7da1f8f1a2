package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.gov.justice.probation.devolution.engine.Tasklist;

/** What the engine made of the due date of every user task, as the process tests recorded it when they completed it. */
class DueDatesIT {

    /** A task about something that is late already may be due at once; it is not so each time. */
    @TestFactory
    Stream<DynamicTest> everyUserTaskIsDueAfterItIsCreated() throws IOException {
        List<String> tasks;
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            tasks = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(model -> model.getModelElementsByType(UserTask.class).stream()
                            .map(task -> model.getModelElementsByType(Process.class)
                                            .iterator()
                                            .next()
                                            .getId()
                                    + "." + task.getId()))
                    .sorted()
                    .toList();
        }
        assertThat(tasks).hasSizeGreaterThan(50);
        return tasks.stream().map(task -> DynamicTest.dynamicTest(task, () -> isDueAfterItIsCreated(task)));
    }

    private static void isDueAfterItIsCreated(String task) throws IOException {
        Path recorded = Tasklist.DUE_DATES.resolve(task);
        assertThat(recorded).as("a process test completes %s", task).exists();
        assertThat(Files.readAllLines(recorded))
                .as("when it was created, and when it was due")
                .isNotEmpty()
                .anySatisfy(line -> {
                    String[] days = line.split(" ");
                    assertThat(Instant.parse(days[1])).isAfter(Instant.parse(days[0]));
                });
    }
}
