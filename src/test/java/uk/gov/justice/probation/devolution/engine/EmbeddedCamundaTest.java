package uk.gov.justice.probation.devolution.engine;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ActiveProfiles;

/**
 * Tests the engine behaviour that the product relies on, so that a difference in a newer engine, or in Camunda's own
 * container, is found here first.
 */
// these models are made up: their coverage is nobody's business
@SpringBootTest(
        classes = EmbeddedCamundaTest.EngineAlone.class,
        properties =
                "camunda.process-test.coverage.excluded-processes=listener,scope,incident,compensation,overdue,vetting,once")
@ActiveProfiles("test")
@WithCamunda
class EmbeddedCamundaTest {

    @Autowired
    CamundaClient camunda;

    @Autowired
    CamundaProcessTestContext test;

    private final List<String> done = new CopyOnWriteArrayList<>();

    @BeforeEach
    void lookOften() {
        CamundaAssert.setAssertionInterval(Duration.ofMillis(20));
    }

    @Test
    void theEndListenerOfAUserTaskSeesWhatWasEnteredAndWhoCompletedIt() {
        deploy(Bpmn.createExecutableProcess("listener")
                .startEvent()
                .userTask(
                        "Task_Decide",
                        task -> task.zeebeUserTask()
                                .zeebeCandidateGroups("head-of-operations-nw")
                                .zeebeEndExecutionListener("record"))
                .endEvent()
                .done());
        worker("record", job -> {
            var completed = camunda.newUserTaskSearchRequest()
                    .filter(filter -> filter.elementInstanceKey(job.getElementInstanceKey())
                            .processInstanceKey(job.getProcessInstanceKey())
                            .state(UserTaskState.COMPLETED))
                    .send()
                    .join()
                    .items()
                    .getFirst();
            return Map.of(
                    "decidedBy",
                    completed.getAssignee(),
                    "heard",
                    job.getVariablesAsMap().get("decision"));
        });
        long instance = start("listener", Map.of());

        assertThat(byElementId("Task_Decide")).isCreated().hasCandidateGroup("head-of-operations-nw");
        long task = camunda.newUserTaskSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance))
                .send()
                .join()
                .items()
                .getFirst()
                .getUserTaskKey();
        camunda.newAssignUserTaskCommand(task)
                .assignee("head-of-operations-nw")
                .send()
                .join();
        camunda.newCompleteUserTaskCommand(task)
                .variables(Map.of("decision", "GO"))
                .send()
                .join();

        process(instance).isCompleted().hasVariables(Map.of("decidedBy", "head-of-operations-nw", "heard", "GO"));
    }

    @Test
    void whatAListenerReturnsStaysInTheScopeOfItsTask() {
        deploy(Bpmn.createExecutableProcess("scope")
                .startEvent()
                .subProcess(
                        "SubProcess_Prepare",
                        prepare -> prepare.embeddedSubProcess()
                                .startEvent()
                                .userTask(
                                        "Task_Decide",
                                        task -> task.zeebeUserTask().zeebeEndExecutionListener("record"))
                                .endEvent())
                .userTask("Task_After", task -> task.zeebeUserTask())
                .endEvent()
                .done());
        worker("record", job -> Map.of("decision", "GO"));
        long instance = start("scope", Map.of("decision", "HOLD"));

        test.completeUserTask("Task_Decide");

        process(instance).hasActiveElements("Task_After").hasVariable("decision", "HOLD");
    }

    @Test
    void aListenerThatFailsIsAnIncidentAndCanBeRetried() {
        AtomicInteger attempts = new AtomicInteger();
        deploy(Bpmn.createExecutableProcess("incident")
                .startEvent()
                .userTask("Task_Sign", task -> task.zeebeUserTask().zeebeEndExecutionListener("record", "1"))
                .endEvent()
                .done());
        camunda.newWorker()
                .jobType("record")
                .handler((jobs, job) -> {
                    if (attempts.incrementAndGet() == 1) {
                        jobs.newFailCommand(job)
                                .retries(0)
                                .errorMessage("not today")
                                .send()
                                .join();
                    } else {
                        jobs.newCompleteCommand(job).send().join();
                    }
                })
                .open();
        long instance = start("incident", Map.of());

        test.completeUserTask("Task_Sign");

        process(instance).hasActiveIncidents();
        var incident = camunda.newIncidentsByProcessInstanceSearchRequest(instance)
                .send()
                .join()
                .items()
                .getFirst();
        assertThat(incident.getErrorMessage()).isEqualTo("not today");
        camunda.newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
        camunda.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
        process(instance).isCompleted().hasNoActiveIncidents();
    }

    @Test
    void compensationUndoesEachRoundOfBatchesAndIsWaitedFor() {
        deploy(Bpmn.createExecutableProcess("compensation")
                .startEvent()
                .serviceTask(
                        "Task_Freeze",
                        task -> task.zeebeJobType("freeze")
                                .boundaryEvent(
                                        "Undo_Freeze",
                                        undo -> undo.compensation(handler -> handler.serviceTask("Task_Unfreeze")
                                                .zeebeJobType("unfreeze"))))
                .serviceTask(
                        "Task_Move",
                        task -> task.zeebeJobType("move")
                                .multiInstance(batch -> batch.zeebeInputCollectionExpression("batches")
                                        .zeebeInputElement("batch"))
                                .boundaryEvent(
                                        "Undo_Move",
                                        undo -> undo.compensation(handler -> handler.serviceTask("Task_BringBack")
                                                .zeebeJobType("bringBack"))))
                .serviceTask("Task_Reconcile", task -> task.zeebeJobType("reconcile"))
                .exclusiveGateway("Gateway_Again")
                .defaultFlow()
                .intermediateThrowEvent(
                        "Event_CallOff",
                        event -> event.compensateEventDefinition().compensateEventDefinitionDone())
                .serviceTask("Task_Record", task -> task.zeebeJobType("record"))
                .endEvent()
                .moveToNode("Gateway_Again")
                .conditionExpression("round = 1")
                .connectTo("Task_Move")
                .done());
        AtomicInteger rounds = new AtomicInteger();
        for (String type : List.of("freeze", "unfreeze", "move", "bringBack", "record")) {
            worker(type, job -> Map.of());
        }
        worker("reconcile", job -> Map.of("round", rounds.incrementAndGet()));
        long instance = start("compensation", Map.of("batches", List.of(1, 2, 3)));

        process(instance).isCompleted();
        assertThat(done).filteredOn("move"::equals).hasSize(6);
        assertThat(done)
                .filteredOn("bringBack"::equals)
                .as("once a round, not once a batch")
                .hasSize(2);
        assertThat(done).filteredOn("unfreeze"::equals).hasSize(1);
        assertThat(done).last().isEqualTo("record");
    }

    @Test
    void aTimerWithoutADateNeverFiresAndATerminateEndCancelsWhatStillWaits() {
        deploy(Bpmn.createExecutableProcess("overdue")
                .eventSubProcess(
                        "SubProcess_Overdue",
                        overdue -> overdue.startEvent("Start_Overdue")
                                .interrupting(false)
                                .timerWithDateExpression(
                                        "if escalateAt = null then date and time(\"9999-12-31T00:00:00Z\") else date and time(escalateAt)")
                                .userTask("Task_NoteOverdue", task -> task.zeebeUserTask())
                                .endEvent())
                .startEvent()
                .userTask("Task_Work", task -> task.zeebeUserTask())
                .endEvent("End_Closed")
                .terminate()
                .done());
        long withoutDate = start("overdue", Map.of());
        long withDate = start(
                "overdue",
                Map.of(
                        "escalateAt",
                        test.getCurrentTime().plus(Duration.ofDays(1)).toString()));

        test.increaseTime(Duration.ofDays(2));

        process(withDate).hasActiveElements("Task_NoteOverdue", "Task_Work");
        process(withoutDate).hasActiveElements("Task_Work").hasNotActivatedElements("Task_NoteOverdue");
        camunda.newUserTaskSearchRequest()
                .filter(filter -> filter.processInstanceKey(withDate).elementId("Task_Work"))
                .send()
                .join()
                .items()
                .forEach(task -> camunda.newCompleteUserTaskCommand(task.getUserTaskKey())
                        .send()
                        .join());
        process(withDate).isCompleted().hasTerminatedElements("Task_NoteOverdue");
    }

    @Test
    void aTimerThatFiresTwiceFiresAtItsStartAndAtItsEndAndOnceWhereItsStartIsPast() {
        deploy(Bpmn.createExecutableProcess("notice")
                .startEvent()
                .userTask("Task_Work", task -> task.zeebeUserTask())
                .boundaryEvent(
                        "Timer_Notice", timer -> timer.cancelActivity(false).timerWithCycleExpression("noticeCycle"))
                .serviceTask("Task_Tell", task -> task.zeebeJobType("tell"))
                .endEvent("End_Told")
                .moveToActivity("Task_Work")
                .endEvent()
                .done());
        worker("tell", job -> Map.of());
        Instant now = test.getCurrentTime();
        long past = start("notice", Map.of("noticeCycle", "R1/%s/PT1S".formatted(now.minus(Duration.ofDays(3)))));
        long begun = start("notice", Map.of("noticeCycle", "R2/%s/PT48H".formatted(now.minus(Duration.ofDays(1)))));
        long toCome = start("notice", Map.of("noticeCycle", "R2/%s/PT48H".formatted(now.plus(Duration.ofDays(1)))));

        process(past).hasCompletedElement("End_Told", 1).hasActiveElements("Task_Work");
        process(begun).hasNotActivatedElements("Timer_Notice");
        test.increaseTime(Duration.ofDays(2));
        process(toCome).hasCompletedElement("End_Told", 1);
        process(begun).hasCompletedElement("End_Told", 1);
        test.increaseTime(Duration.ofDays(2));
        process(toCome).hasCompletedElement("End_Told", 2).hasActiveElements("Task_Work");
    }

    @Test
    void aMessageIsTakenOnceAndOnlyByWhoWaitsForIt() {
        deploy(Bpmn.createExecutableProcess("vetting")
                .startEvent()
                .intermediateCatchEvent(
                        "Catch_VettingCleared",
                        event -> event.message(message -> message.name("handover.vettingCleared")
                                .zeebeCorrelationKeyExpression("string(handoverId) + \":\" + staffNumber")))
                .endEvent()
                .done());
        long one = start("vetting", Map.of("handoverId", 7, "staffNumber", "S1"));
        long other = start("vetting", Map.of("handoverId", 7, "staffNumber", "S2"));

        camunda.newPublishMessageCommand()
                .messageName("handover.vettingCleared")
                .correlationKey("7:S1")
                .messageId("cleared-S1")
                .send()
                .join();

        process(one).isCompleted();
        process(other).isWaitingForMessage("handover.vettingCleared", "7:S2");
    }

    @Test
    void aTaskIsCompletedOnce() {
        deploy(Bpmn.createExecutableProcess("once")
                .startEvent()
                .userTask("Task_Sign", task -> task.zeebeUserTask())
                .endEvent()
                .done());
        long instance = start("once", Map.of());
        process(instance).hasActiveElements("Task_Sign");
        long task = camunda.newUserTaskSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance))
                .send()
                .join()
                .items()
                .getFirst()
                .getUserTaskKey();

        camunda.newCompleteUserTaskCommand(task).send().join();

        assertThatThrownBy(() -> camunda.newCompleteUserTaskCommand(task).send().join())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(404));
    }

    private void deploy(BpmnModelInstance model) {
        camunda.newDeployResourceCommand()
                .addProcessModel(model, "model.bpmn")
                .send()
                .join();
    }

    private long start(String processId, Map<String, Object> variables) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private void worker(String jobType, Function<ActivatedJob, Map<String, Object>> step) {
        camunda.newWorker()
                .jobType(jobType)
                .handler((jobs, job) -> {
                    Map<String, Object> variables = step.apply(job);
                    done.add(jobType);
                    jobs.newCompleteCommand(job).variables(variables).send().join();
                })
                .open();
    }

    private static ProcessInstanceAssert process(long key) {
        return assertThat(byKey(key));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({CamundaAutoConfiguration.class, JacksonAutoConfiguration.class})
    static class EngineAlone {}
}
