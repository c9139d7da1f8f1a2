package uk.gov.justice.probation.devolution.camunda.migration;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.search.response.UserTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.camunda.ProcessModels;
import uk.gov.justice.probation.devolution.camunda.RunningProcesses;
import uk.gov.justice.probation.devolution.camunda.migration.ForeseeingMigrations.Older;
import uk.gov.justice.probation.devolution.camunda.migration.Migrations.Progress;
import uk.gov.justice.probation.devolution.example.ExampleHandover;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Handovers that began by the models of the release before are moved in the middle of what they do, and go on. */
class MigrationProcessTest extends ProcessScenario {
    private static final String PSC_MANAGER = "psc-manager-liverpool";
    private static final String HEAD_OF_OPERATIONS = "head-of-operations-nw";
    private static final String CHANGE_LEAD = "change-nw";
    private static final Colleague OWNER = new Colleague(Colleague.SERVICE_OWNER, Set.of(Colleague.SERVICE_OWNER));

    private static final String MILESTONE = """
            id,kind,region,service,scope,from_unit,to_unit,window_start,due,due_stated,gates,seed_note
            H-NW-9,MILESTONE,NW,ENFORCEMENT_HUB,,,REGION_NW,2021-11-01,2022-03-31,yes,,
            """;

    @Autowired
    Imports imports;

    @Autowired
    Programmes programmes;

    @Autowired
    ForeseeingMigrations foreseeing;

    @Autowired
    Migrations migrations;

    @Autowired
    CarryingOutMigrations carryingOut;

    @Autowired
    RunningProcesses running;

    @Autowired
    ProcessModels models;

    @Autowired
    EndingHandovers ending;

    private LocalDate due;

    @BeforeEach
    void aHandoverByTheModelsOfTheReleaseBefore() throws IOException {
        due = workingDay(30);
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 5);
        cases.administrator("NW", "A1");
        deploy(KeptModels.ofTheReleaseBefore());
    }

    @AfterEach
    void giveTheTeamItsBaseBack() {
        given.base("PSC_LIVERPOOL_ADMIN", "LIVERPOOL_VIRTUAL");
    }

    @Test
    void inTheMiddleOfAUserTask() {
        long instance = programme.start("service-handover", programme.launched(ExampleHandover.due(due)));
        tasklist.open("Task_ConfirmInventory");
        models.deploy();

        assertThat(moved("service-handover").moved()).isEqualTo(1);

        assertThat(isByTheLatest(instance)).isTrue();
        confirmInventory();
        process(instance).hasCompletedElements("Task_ConfirmInventory").hasActiveElements("Call_Gates");
    }

    @Test
    void whileItWaitsForATimerAndGoesOnToTheEnd() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        brief();
        decideToGo();
        process(instance).hasActiveElements("Gateway_Wait");
        records.awaitState(handover, "SCHEDULED");
        models.deploy();

        assertThat(moved("service-handover").moved()).isEqualTo(1);
        untilMorningOf(due);
        tasklist.complete("Task_SignReleasing", PSC_MANAGER, Map.of("releasingSignature", "SIGN", "understood", true));
        tasklist.complete(
                "Task_SignReceiving", HEAD_OF_OPERATIONS, Map.of("receivingSignature", "SIGN", "understood", true));
        records.awaitState(handover, "HYPERCARE");
        untilEveningOf(workingDay(10));
        tasklist.complete("Task_Review", HEAD_OF_OPERATIONS, Map.of("reviewOutcome", "STABLE"));

        process(instance).isCompleted().hasCompletedElements("End_Closed");
        assertThat(isByTheLatest(instance)).isTrue();
        assertThat(records.held("REGION_NW", "ALLOCATION")).isEqualTo(5);
    }

    @Test
    void whileItWaitsForAMessage() {
        long move = programme.launched(ExampleHandover.siteMoveDue(due));
        long handover =
                programme.launched(ExampleHandover.due(due).row("H-NW-5").of("TERMINATIONS"));
        long instance = programme.start("service-handover", handover);
        process(instance).isWaitingForMessage("handover.siteMoveEnded", Long.toString(handover));
        models.deploy();

        assertThat(moved("service-handover").moved()).isEqualTo(1);
        ending.close(move);

        process(instance).hasActiveElements("Task_ConfirmInventory");
        assertThat(isByTheLatest(instance)).isTrue();
    }

    @Test
    void whileAnotherProcessRunsForItWhichIsMovedByItself() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        UserTask briefing = tasklist.open("Task_Briefing");
        models.deploy();

        assertThat(moved("service-handover").moved()).isEqualTo(1);
        assertThat(isByTheLatest(instance)).isTrue();
        assertThat(isByTheLatest(briefing.getProcessInstanceKey())).isFalse();
        assertThat(moved("handover-gates").moved()).isEqualTo(1);
        assertThat(isByTheLatest(briefing.getProcessInstanceKey())).isTrue();
        brief();
        decideToGo();

        process(instance).hasCompletedElements("Call_Gates").hasActiveElements("Gateway_Wait");
    }

    @Test
    void whatWaitsAtAJoinOrMayBeUndoneStaysAndGoesOnByItsModel() {
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);
        confirmInventory();
        brief();
        decideToGo();
        records.awaitState(handover, "SCHEDULED");
        untilMorningOf(due);
        UserTask signing = tasklist.complete(
                "Task_SignReleasing", PSC_MANAGER, Map.of("releasingSignature", "SIGN", "understood", true));
        process(signing.getProcessInstanceKey()).hasCompletedElements("Task_SignReleasing");
        models.deploy();

        Foreseen transfer = foreseen("case-transfer");
        assertThat(transfer.going()).isEmpty();
        assertThat(transfer.staying())
                .singleElement()
                .satisfies(left -> assertThat(left.why())
                        .contains("It waits for its other branches")
                        .contains("would be undone by the wrong model"));
        assertThat(moved("service-handover").moved()).isEqualTo(1);
        tasklist.complete(
                "Task_SignReceiving", HEAD_OF_OPERATIONS, Map.of("receivingSignature", "SIGN", "understood", true));

        process(signing.getProcessInstanceKey()).isCompleted();
        process(instance).hasCompletedElements("Call_Transfer");
        assertThat(records.held("REGION_NW", "ALLOCATION")).isEqualTo(5);
    }

    @Test
    void whatWasMovedIsTakenBackAndGoesOnByTheModelOfBefore() {
        long instance = programme.start("service-handover", programme.launched(ExampleHandover.due(due)));
        tasklist.open("Task_ConfirmInventory");
        models.deploy();
        Progress moved = moved("service-handover");

        long back = migrations.takeBack(moved.migration().id(), OWNER).id();
        carryingOut.carryOut();

        assertThat(migrations.progress(back).moved()).isEqualTo(1);
        assertThat(isByTheLatest(instance)).isFalse();
        confirmInventory();
        process(instance).hasCompletedElements("Task_ConfirmInventory").hasActiveElements("Call_Gates");
    }

    @Test
    void aProgrammeInTheMiddleOfItsRowsKeepsItsBackstop() {
        models.deploy();
        imports.take("plan", new ByteArrayInputStream(MILESTONE.getBytes(StandardCharsets.UTF_8)), OWNER);
        programmes.launch(LocalDate.now(time), List.of("NW"), OWNER);
        assertThat(byProcessId("regional-programme")).hasActiveElements("Catch_WindowOpens");
        deployChanged("regional-programme");

        assertThat(moved("regional-programme").moved()).isEqualTo(1);
        untilEveningOf(workingDay(100));
        tasklist.complete("Task_Backstop", "rpd-nw", Map.of("backstopNote", "Agreed with the region"));

        assertThat(byProcessId("regional-programme"))
                .hasActiveElements("Task_Milestone")
                .hasCompletedElement("Task_Backstop", 1);
    }

    private Progress moved(String processId) {
        Foreseen foreseen = foreseen(processId);
        assertThat(foreseen.staying()).isEmpty();
        long migration = migrations.begin(foreseen, OWNER).id();
        carryingOut.carryOut();
        return migrations.progress(migration);
    }

    private Foreseen foreseen(String processId) {
        return foreseeing.from(older(processId).version().key()).orElseThrow();
    }

    private Older older(String processId) {
        return await("something runs by the model before")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> foreseeing.older().stream()
                                .filter(older -> older.version().processId().equals(processId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private boolean isByTheLatest(long instance) {
        long definition = running.definitionOf(instance).orElseThrow();
        return running.deployed().stream()
                .filter(version -> version.key() == definition)
                .noneMatch(ours -> running.deployed().stream()
                        .anyMatch(other ->
                                other.processId().equals(ours.processId()) && other.version() > ours.version()));
    }

    private void confirmInventory() {
        tasklist.complete("Task_ConfirmInventory", PSC_MANAGER, Map.of("inventoryAnswer", "CONFIRM"));
    }

    private void brief() {
        tasklist.complete(
                "Task_Briefing",
                CHANGE_LEAD,
                Map.of(
                        "briefedStaff",
                        List.of("A1"),
                        "briefedOn",
                        LocalDate.now(time).toString()));
    }

    private void decideToGo() {
        tasklist.complete(
                "Task_Decide",
                HEAD_OF_OPERATIONS,
                Map.of("decision", "GO", "understood", true, "transferDate", due.toString()));
    }

    /** The model of today, in other words. */
    private void deployChanged(String processId) {
        String changed = KeptModels.ofToday()
                .bpmn(processId)
                .replace("<bpmn:documentation>", "<bpmn:documentation>In other words: ");
        camunda.newDeployResourceCommand()
                .addResourceStringUtf8(changed, processId + ".bpmn")
                .send()
                .join();
    }

    private void deploy(KeptModels kept) throws IOException {
        DeployResourceCommandStep2 command = null;
        for (Path file : kept.files()) {
            byte[] content = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            command = command == null
                    ? camunda.newDeployResourceCommand().addResourceBytes(content, name)
                    : command.addResourceBytes(content, name);
        }
        command.requestTimeout(Duration.ofMinutes(1)).send().join();
    }
}
