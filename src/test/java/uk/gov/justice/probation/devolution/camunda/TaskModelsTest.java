package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.work.Family;

class TaskModelsTest {
    private static final TaskModels models = new TaskModels();

    @Test
    void everyUserTaskOfEveryProcessHasItsNameAndIsOfAFamilyThatPeopleCanChoose() {
        List<String> tasks = new ArrayList<>();
        ProcessModels.all()
                .filter(file -> file.getFilename().endsWith(".bpmn"))
                .map(file -> Bpmn.readModelFromStream(new ByteArrayInputStream(ProcessModels.content(file))))
                .forEach(model -> {
                    Process process = model.getModelElementsByType(Process.class)
                            .iterator()
                            .next();
                    assertThat(models.familyOf(process.getId()).flatMap(Family::of))
                            .as("family of %s", process.getId())
                            .isPresent();
                    model.getModelElementsByType(UserTask.class).forEach(task -> {
                        tasks.add(task.getId());
                        assertThat(models.nameOf(process.getId(), task.getId()))
                                .isEqualToNormalizingWhitespace(task.getName());
                    });
                });
        assertThat(tasks).hasSizeGreaterThan(50);
    }

    @Test
    void aStepOfAnEarlierReleaseIsCalledByItsId() {
        assertThat(models.nameOf("no-such-process", "Task_ConfirmInventory")).isEqualTo("Confirm inventory");
        assertThat(models.nameOf("service-handover", "odd")).isEqualTo("Odd");
        assertThat(models.nameOf("service-handover", "Task_")).isEqualTo("Task_");
        assertThat(models.familyOf("no-such-process")).isEmpty();
    }
}
