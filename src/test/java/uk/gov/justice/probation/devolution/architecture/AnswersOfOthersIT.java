package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.calendar.EnteredDays;
import uk.gov.justice.probation.devolution.example.AnswersOfOthers;

/**
 * Every user task of every model was answered by people whose task it is not, and with identifiers of something else.
 * The process tests record what they tried.
 */
class AnswersOfOthersIT {
    /** Tasks whose subject our rows do not say; somebody chooses it on the page. */
    private static final Set<String> SAID_ON_THE_PAGE = Set.of(
            "staff-consultation.Task_UnionFeedback",
            "regional-programme.Task_Milestone",
            "send-letters.Task_LetterNotSent",
            "start-in-new-place.Task_Start");
    /**
     * Tasks of a start form, of an email or of a register, about which only the recorded subject exists: their
     * processes came after subjects were recorded.
     */
    private static final Set<String> TOLD_TO_THE_OPERATOR = Set.of(
            "upw-placement.Task_ConfirmStart",
            "upw-placement.Task_StartRefused",
            "upw-register.Task_KeepRegister",
            "undelivered-email.Task_Undelivered");

    @Test
    void everyUserTaskWasTried() throws IOException {
        List<String> tasks = userTasks();
        int tried = 0;
        for (String task : tasks) {
            Path note = AnswersOfOthers.TRIED.resolve(task);
            assertThat(note)
                    .as("a process test completes %s by AnswersOfOthers", task)
                    .exists();
            tried += Files.readAllLines(note).size();
        }
        System.out.printf(
                "%d user tasks were answered by others in %d ways, and nothing changed%n", tasks.size(), tried);
    }

    @Test
    void whatCannotBeUndoneWasTriedWithoutTheTick() {
        assertThat(IrreversibleTest.TASKS)
                .allSatisfy(task -> assertThat(AnswersOfOthers.TRIED.resolve(task + AnswersOfOthers.WITHOUT_THE_TICK))
                        .as("a process test completes %s without the tick", task)
                        .exists());
    }

    /** The days of start forms are refused when the launch is confirmed ({@code WrongDaysTest}). */
    @Test
    void everyDayThatAFormAsksForWasTriedOnDaysOnWhichItCannotBe() {
        List<String> days = EnteredDays.PLACES.keySet().stream()
                .filter(place -> place.startsWith("form ") && !EnteredDays.OF_START_FORMS.contains(place))
                .toList();

        assertThat(days)
                .isNotEmpty()
                .allSatisfy(day -> assertThat(
                                AnswersOfOthers.TRIED.resolve(day.replace(' ', '.') + AnswersOfOthers.ON_WRONG_DAYS))
                        .as("a process test completes its task by AnswersOfOthers with %s", day)
                        .exists());
    }

    /** Treats the process as if it had begun before subjects were recorded. */
    @Test
    void whatBeganBeforeIsKnownByOurRowsOrSaidByWhoseWorkItIs() throws IOException {
        for (String task : userTasks()) {
            String how = SAID_ON_THE_PAGE.contains(task)
                    ? AnswersOfOthers.SAID_ON_THE_PAGE
                    : TOLD_TO_THE_OPERATOR.contains(task)
                            ? AnswersOfOthers.TOLD_TO_THE_OPERATOR
                            : AnswersOfOthers.KNOWN_BY_ROWS;
            assertThat(Files.readAllLines(AnswersOfOthers.TRIED.resolve(task)))
                    .as(task)
                    .contains(how);
        }
    }

    private static List<String> userTasks() throws IOException {
        List<String> tasks = new ArrayList<>();
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            models.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .forEach(model -> {
                        String process = model.getModelElementsByType(Process.class)
                                .iterator()
                                .next()
                                .getId();
                        model.getModelElementsByType(UserTask.class)
                                .forEach(task -> tasks.add(process + "." + task.getId()));
                    });
        }
        assertThat(tasks).isNotEmpty();
        return tasks;
    }
}
