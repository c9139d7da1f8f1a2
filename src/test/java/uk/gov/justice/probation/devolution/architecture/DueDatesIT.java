package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.gov.justice.probation.devolution.engine.Tasklist;

/** What the engine made of the due date of every user task, as the process tests recorded it when they completed it. */
class DueDatesIT {
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /** Due when its day ends; the process tests open it in the evening. */
    private static final String REGISTER = "upw-register.Task_KeepRegister";

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
                    Instant created = Instant.parse(line.split(" ")[0]);
                    Instant due = Instant.parse(line.split(" ")[1]);
                    if (task.equals(REGISTER))
                        assertThat(LocalDate.ofInstant(due, ENGLAND)).isEqualTo(LocalDate.ofInstant(created, ENGLAND));
                    else assertThat(due).isAfter(created);
                });
    }
}
