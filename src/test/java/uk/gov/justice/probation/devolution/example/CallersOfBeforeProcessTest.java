package uk.gov.justice.probation.devolution.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.handover.TakingBackGo;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

/**
 * Processes of an earlier model whose first step is served by this release, because a start form was used after one
 * release stopped and before the other was deployed. Their model does not declare that it says whom it calls, and has
 * call listeners that no longer do anything.
 */
class CallersOfBeforeProcessTest extends ProcessScenario {
    private static final Map<String, String> LISTENERS = Map.of(
            "Call_ServiceHandover",
            "handover.expectHandover",
            "Call_SiteMove",
            "handover.expectSiteMove",
            "Call_OneToOne",
            "consultation.expectOneToOne",
            "Call_OneToOneJoined",
            "consultation.expectOneToOne",
            "Call_RankJoined",
            "preferencing.expectRanking",
            "Call_Enforcement",
            "unpaidwork.expectEnforcement");

    @Autowired
    TakingBackGo takingBack;

    @BeforeEach
    void theModelsOfBefore() throws IOException {
        deployBefore();
    }

    @Test
    void whatItCallsGoesOnAndIsNotOfferedWhatItCannotHear() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 2);
        cases.administrator("NW", "A1");
        long handover = programme.launched(ExampleHandover.due(workingDay(30)).windowFrom(workingDay(2)));
        long instance = camunda.newCreateInstanceCommand()
                .bpmnProcessId("regional-programme")
                .latestVersion()
                .startBeforeElement("Task_LoadPlan")
                .variables(programme.launch(handover))
                .send()
                .join()
                .getProcessInstanceKey();
        process(instance).hasActiveElements("Catch_WindowOpens");
        given.nothingIsExpected();

        untilMorningOf(workingDay(2));

        tasklist.complete("Task_ConfirmInventory", "psc-manager-liverpool", Map.of("inventoryAnswer", "CONFIRM"));
        tasklist.complete(
                "Task_Briefing",
                "change-nw",
                Map.of(
                        "briefedStaff",
                        List.of("A1"),
                        "briefedOn",
                        LocalDate.now(time).toString()));
        tasklist.complete(
                "Task_Decide",
                "head-of-operations-nw",
                Map.of(
                        "decision",
                        "GO",
                        "understood",
                        true,
                        "transferDate",
                        workingDay(30).toString()));
        records.awaitState(handover, "SCHEDULED");
        assertThat(takingBack.whyNot(handover))
                .hasValueSatisfying(why -> assertThat(why).contains("made before decisions could be taken back"));
        assertThat(jdbc.sql(
                                "SELECT DISTINCT says_calls FROM task_subject WHERE about LIKE 'programme/%' OR name = 'handoverId'")
                        .query(Boolean.class)
                        .list())
                .containsExactly(false);
        assertThat(incidents()).isZero();
    }

    @Test
    void somebodyWhoJoinsIsMetAndRanks() {
        consultation.vacancy("NW_10", 3);
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        consultation.person(about, "P0001");
        consultation.met(about);
        long instance = consultation.start("location-preferencing", about, Map.of("panelOnly", false));
        tasklist.open("Task_RankLocations");
        given.theConsultation(about).process(instance).save();
        long joined = consultation.person(about, "P0002");

        camunda.newPublishMessageCommand()
                .messageName("preferencing.staffJoined")
                .correlationKey(Long.toString(about))
                .variables(Map.of("memberId", joined))
                .send()
                .join();

        tasklist.complete(
                "Task_OneToOne", ExampleConsultation.MANAGER, Map.of("meetingOutcome", "DECLINED", "notesKept", true));
        await("who joined ranks")
                .atMost(Duration.ofSeconds(60))
                .until(() -> tasklist.allOpen("Task_RankLocations").size() == 2);
        assertThat(incidents()).isZero();
    }

    @Test
    void aFailureIsEnforced() {
        SomeSessions some = orders.some();
        long order = orders.thatIsWorked();
        given.theProject("NW-01").type("ES").save();
        orders.begin(order);
        await("it runs")
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM task_subject WHERE name = 'sessionId'")
                                .query(Integer.class)
                                .single()
                        > 0);
        long session = some.session(order, "NW-01", LocalDate.now(time).minusDays(3));
        long enforcement = given.anEnforcement(session).save();

        camunda.newPublishMessageCommand()
                .messageName("unpaidwork.enforcementNeeded")
                .correlationKey(Long.toString(order))
                .variables(Map.of("enforcementId", enforcement))
                .send()
                .join();

        await("it is enforced")
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM task_subject WHERE name = 'enforcementId' AND value = ?")
                                .param(Long.toString(enforcement))
                                .query(Integer.class)
                                .single()
                        > 0);
        assertThat(incidents()).isZero();
    }

    private int incidents() {
        return camunda.newIncidentSearchRequest().send().join().items().size();
    }

    /** Without the header, and with the listeners. */
    private static String before(String model) {
        String before = model.replaceAll("(?s)\\s*<zeebe:taskHeaders>.*?</zeebe:taskHeaders>", "");
        for (var listener : LISTENERS.entrySet()) {
            before = before.replaceAll(
                    "(?s)(<bpmn:callActivity id=\"" + listener.getKey() + "\".*?)(\\s*</bpmn:extensionElements>)",
                    "$1<zeebe:executionListeners><zeebe:executionListener eventType=\"start\" type=\""
                            + listener.getValue() + "\" /></zeebe:executionListeners>$2");
        }
        return before;
    }

    /** Including forms and decisions, to which each model is bound. */
    private void deployBefore() throws IOException {
        DeployResourceCommandStep1 first = camunda.newDeployResourceCommand();
        DeployResourceCommandStep2 command = null;
        for (Path file : files()) {
            String content = Files.readString(file);
            byte[] changed =
                    (file.toString().endsWith(".bpmn") ? before(content) : content).getBytes(StandardCharsets.UTF_8);
            String name = file.getFileName().toString();
            command = command == null ? first.addResourceBytes(changed, name) : command.addResourceBytes(changed, name);
        }
        command.requestTimeout(Duration.ofMinutes(1)).send().join();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> processes = Files.walk(Path.of("processes"));
                Stream<Path> forms = Files.walk(Path.of("forms"))) {
            return Stream.concat(processes, forms)
                    .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .toList();
        }
    }
}
