package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Form;
import io.camunda.client.api.response.Process;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;
import uk.gov.justice.probation.devolution.engine.WithCamunda;

/** Tests what only a cluster needs, on the engine inside this JVM. */
@SpringBootTest(classes = ClusterCamundaTest.Cluster.class)
@ActiveProfiles("test")
@WithCamunda
class ClusterCamundaTest {

    @Autowired
    CamundaClient camunda;

    @Autowired
    ProcessModels models;

    @Autowired
    SettableLists lists;

    @Autowired
    V2CompletedUserTasks completed;

    @Test
    void theProcessesAreDeployedOnStart() {
        DeployedReleaseRepository releases = mock();
        DeployedRelease ours = mock();
        when(ours.number()).thenReturn(Release.NUMBER);
        when(releases.lockAll()).thenReturn(List.of(ours));
        DeploysOnStart onStart = new DeploysOnStart(
                new DeployingRelease(releases, models, TransactionOperations.withoutTransaction(), CLOCK), camunda);
        onStart.start();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(onStart.health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void theSameModelsTwiceAreOneVersion() {
        List<Process> first = models.deploy().getProcesses();
        List<Process> second = models.deploy().getProcesses();

        assertThat(first)
                .extracting(Process::getBpmnProcessId)
                .contains("regional-programme", "service-handover", "site-move");
        assertThat(second)
                .extracting(Process::getProcessDefinitionKey)
                .containsExactlyInAnyOrderElementsOf(
                        first.stream().map(Process::getProcessDefinitionKey).toList());
    }

    @Test
    void onlyFormsWhoseListsHaveChangedAreDeployedAgain() {
        DeploymentEvent before = models.deploy();
        assertThat(models.refill()).isZero();

        lists.choices =
                List.of(new FormListsQuery.Choice("North West", "NW"), new FormListsQuery.Choice("London", "LONDON"));

        assertThat(models.areFormsToRefill()).isTrue();
        assertThat(models.refill()).isEqualTo(4);
        assertThat(models.refill()).isZero();
        DeploymentEvent after = models.deploy();
        assertThat(versions(after)).as("no process has a new version").isEqualTo(versions(before));
        assertThat(form(after).getVersion())
                .as("the form has one more")
                .isEqualTo(form(before).getVersion() + 1);
    }

    private static List<String> versions(DeploymentEvent deployed) {
        return deployed.getProcesses().stream()
                .map(process -> process.getBpmnProcessId() + " " + process.getVersion())
                .sorted()
                .toList();
    }

    private static Form form(DeploymentEvent deployed) {
        return deployed.getForm().stream()
                .filter(form -> form.getFormId().equals("launch-programme"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoCompletedATaskIsItsAssigneeAndUnknownUntilThen() {
        UserTask task = taskOfANewInstance();
        assertThatThrownBy(() -> completedBy(task)).isInstanceOf(CompletedUserTasks.NotYetKnownException.class);

        camunda.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("hr-nw")
                .send()
                .join();
        camunda.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();

        await().untilAsserted(() -> assertThat(completedBy(task)).isEqualTo("hr-nw"));
    }

    @Test
    void whoCompletedAnUnassignedTaskIsNotInvented() {
        UserTask task = taskOfANewInstance();

        camunda.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();

        await().ignoreExceptionsInstanceOf(CompletedUserTasks.NotYetKnownException.class)
                .untilAsserted(() -> assertThat(completedBy(task)).isEqualTo(V2CompletedUserTasks.UNKNOWN));
    }

    private UserTask taskOfANewInstance() {
        var model = Bpmn.createExecutableProcess("one-task")
                .startEvent()
                .userTask("Task_One", task -> task.zeebeUserTask())
                .endEvent()
                .done();
        camunda.newDeployResourceCommand()
                .addProcessModel(model, "one-task.bpmn")
                .send()
                .join();
        long instance = camunda.newCreateInstanceCommand()
                .bpmnProcessId("one-task")
                .latestVersion()
                .send()
                .join()
                .getProcessInstanceKey();
        return await().until(
                        () -> camunda.newUserTaskSearchRequest()
                                .filter(filter -> filter.processInstanceKey(instance))
                                .send()
                                .join()
                                .items(),
                        tasks -> !tasks.isEmpty())
                .getFirst();
    }

    private String completedBy(UserTask task) {
        return completed.completedBy(task.getProcessInstanceKey(), task.getElementId(), task.getElementInstanceKey());
    }

    @ImportAutoConfiguration({CamundaAutoConfiguration.class, JacksonAutoConfiguration.class})
    @Import({ProcessModels.class, SettableLists.class, V2CompletedUserTasks.class, ClusterAuditLog.class})
    static class Cluster {

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    /** Lists without a database. */
    static class SettableLists extends FormListsQuery {
        List<Choice> choices = List.of(new Choice("North West", "NW"));

        SettableLists() {
            super(null);
        }

        @Override
        List<Choice> choices(String list) {
            return choices;
        }
    }
}
