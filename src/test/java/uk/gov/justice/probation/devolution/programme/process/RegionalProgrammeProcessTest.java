package uk.gov.justice.probation.devolution.programme.process;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;

class RegionalProgrammeProcessTest extends ProcessScenario {

    private static final Colleague OWNER = new Colleague("psc-service-owner", Set.of("psc-service-owner"));
    private static final String PROGRAMME = "programme-nw";
    private static final String HEADER =
            "id,kind,region,service,scope,from_unit,to_unit,window_start,due,due_stated,gates,seed_note\n";
    private static final String SITE_MOVE =
            "M1,SITE_MOVE,NW,TERMINATIONS,,PSC_WAKEFIELD,PSC_LIVERPOOL,2021-10-01,2021-10-29,yes,,\n";
    private static final String HANDOVER =
            "H-NW-1,HANDOVER,NW,ALLOCATION,,PSC_LIVERPOOL,REGION_NW,2021-10-01,2021-12-31,yes,,\n";
    private static final String MILESTONE =
            "H-NW-9,MILESTONE,NW,ENFORCEMENT_HUB,,,REGION_NW,2021-11-01,2022-03-31,yes,,\n";

    @Autowired
    Imports imports;

    @Autowired
    Programmes programmes;

    @Test
    void aRegionRunsEachRowOfItsPlanFromItsWindowToTheSignedReport() {
        take(SITE_MOVE + HANDOVER + MILESTONE);
        cases.heldBy("PSC_WAKEFIELD", "NW", "TERMINATIONS", 3);
        long instance = launchFromTasklist(Map.of(
                "regionCode",
                "NW",
                "datesFrom",
                "BASE_DATE",
                "baseDate",
                LocalDate.now(time).toString()));
        process(instance).hasActiveElement("SubProcess_Rows", 3 + 1);
        untilMorningOf(workingDay(2));
        process(instance)
                .hasActiveElements("Call_SiteMove", "Call_ServiceHandover", "Catch_WindowOpens")
                .hasNotActivatedElements("Task_Milestone");

        tasklist.complete(
                tasklist.open(
                        "Task_ConfirmInventory", task -> task.getBpmnProcessId().equals("site-move")),
                "psc-manager-wakefield",
                Map.of("inventoryAnswer", "CONFIRM"));
        tasklist.complete("Task_Briefing", "psc-manager-liverpool", Map.of());
        tasklist.complete("Task_ConfirmInventory", "psc-manager-liverpool", Map.of("inventoryAnswer", "CONFIRM"));
        tasklist.complete(
                "Task_Decide",
                "head-of-operations-nw",
                Map.of("decision", "CANCEL", "understood", true, "decisionNote", "Stays where it is"));
        untilMorningOf(due("M1"));
        tasklist.complete(
                "Task_SignReleasing",
                "psc-manager-wakefield",
                Map.of("releasingSignature", "SIGN", "understood", true));
        tasklist.complete(
                "Task_SignReceiving",
                "psc-manager-liverpool",
                Map.of("receivingSignature", "SIGN", "understood", true));
        untilMorningOf(workingDay(30));
        tasklist.complete(
                "Task_Milestone",
                PROGRAMME,
                Map.of("reachedOn", LocalDate.now(time).toString(), "milestoneNote", "The hub works"));
        tasklist.complete("Task_SignClosingReport", PROGRAMME, Map.of("reportChecked", true));

        process(instance)
                .isCompleted()
                .hasCompletedElements("End_Closed")
                .hasVariableSatisfies(
                        "report",
                        Map.class,
                        report -> assertThat(report)
                                .containsEntry("rows", 3)
                                .containsEntry("moved", 3)
                                .containsEntry("cancelled", 1));
        assertThat(jdbc.sql("SELECT CONCAT(plan_row_id, ' ', state) FROM handover ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("M1 CLOSED", "H-NW-1 CANCELLED", "H-NW-9 CLOSED");
        assertThat(records.held("PSC_LIVERPOOL", "TERMINATIONS")).isEqualTo(3);
        assertThat(records.count("SELECT COUNT(*) FROM regional_programme WHERE state = 'CLOSED'"))
                .isEqualTo(1);
        assertThat(records.count(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'PROGRAMME_CLOSED' AND actor = ?", PROGRAMME))
                .isEqualTo(1);
    }

    @Test
    void afterTheBackstopDateTheDirectorIsToldWhatIsOpenAndTheWorkGoesOn() {
        take(MILESTONE);
        programmes.launch(LocalDate.now(time), List.of("NW"), OWNER);
        assertThat(byProcessId("regional-programme")).hasActiveElements("Catch_WindowOpens");

        untilEveningOf(workingDay(100));
        tasklist.complete("Task_Backstop", "rpd-nw", Map.of("backstopNote", "Agreed with the region"));
        tasklist.complete(
                "Task_Milestone",
                PROGRAMME,
                Map.of("reachedOn", LocalDate.now(time).toString(), "milestoneNote", "Late, but there"));
        tasklist.complete("Task_SignClosingReport", PROGRAMME, Map.of("reportChecked", true));

        assertThat(byProcessId("regional-programme"))
                .isCompleted()
                .hasCompletedElements("End_BackstopNoted", "End_Closed")
                .hasVariable("openCount", 1);
        assertThat(records.messagesTo("rpd-nw")).singleElement().asString().startsWith("The backstop date");
        assertThat(records.count(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'BACKSTOP_NOTED' AND actor = 'rpd-nw'"))
                .isEqualTo(1);
    }

    @Test
    void aRegionThatRunsIsNotLaunchedAgain() {
        take(MILESTONE);
        programmes.launch(null, List.of("NW"), OWNER);
        tasklist.open("Task_Milestone");

        long second = launchFromTasklist(Map.of("regionCode", "NW", "datesFrom", "PLAN"));
        tasklist.complete("Task_LaunchRefused", PROGRAMME, Map.of());

        process(second)
                .isCompleted()
                .hasCompletedElements("End_Refused")
                .hasVariableSatisfies(
                        "refusedReason",
                        String.class,
                        reason -> assertThat(reason).contains("The programme of NW is already running"));
        assertThat(records.count("SELECT COUNT(*) FROM handover")).isEqualTo(1);
        assertThat(tasklist.allOpen("Task_Milestone")).hasSize(1);
    }

    @Test
    void aLaunchDeliveredTwiceStartsOneProgramme() {
        take(MILESTONE);
        var launched = programmes.launch(null, List.of("NW"), OWNER);
        tasklist.open("Task_Milestone");

        camunda.newPublishMessageCommand()
                .messageName("programme.launched")
                .correlationKey("NW")
                .messageId("delivered-again")
                .variables(Map.of("programmeId", launched.id(), "regionCode", "NW"))
                .send()
                .join();

        untilEveningOf(workingDay(1));
        assertThat(tasklist.allOpen("Task_Milestone")).hasSize(1);
        assertThat(records.count("SELECT COUNT(*) FROM handover")).isEqualTo(1);
    }

    @Test
    void theRealPlanRunsInAllFiveRegionsAtOnce() throws IOException {
        imports.take("plan", new ClassPathResource("handover-plan.csv").getInputStream(), OWNER);

        programmes.launch(null, List.of("NW", "YATH", "EM", "GM", "SC"), OWNER);

        await("all windows opened")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    assertThat(active("regional-programme")).isEqualTo(5);
                    assertThat(active("site-move")).isEqualTo(13);
                    assertThat(active("service-handover")).isEqualTo(33);
                    assertThat(tasklist.allOpen("Task_Milestone")).hasSize(1);
                });
        await("every row is worked on, or waits for a site move")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(records.count(
                                "SELECT COUNT(*) FROM handover WHERE kind <> 'MILESTONE' AND state = 'PLANNED'"))
                        .isZero());
        assertThat(jdbc.sql(
                                "SELECT CONCAT(region_code, ' ', plan_row_id) FROM handover WHERE state = 'WAITING' ORDER BY id")
                        .query(String.class)
                        .list())
                .contains("NW H-NW-5", "YATH H-YATH-1", "YATH H-YATH-2", "YATH H-YATH-3")
                .doesNotContain("NW H-NW-1");
        assertThat(camunda.newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    private void take(String rows) {
        imports.take("plan", new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)), OWNER);
    }

    private long launchFromTasklist(Map<String, Object> startForm) {
        long instance = camunda.newCreateInstanceCommand()
                .bpmnProcessId("regional-programme")
                .latestVersion()
                .variables(startForm)
                .send()
                .join()
                .getProcessInstanceKey();
        tasklist.complete("Task_ConfirmLaunch", PROGRAMME, Map.of("launchAnswer", "CONFIRM"));
        return instance;
    }

    private LocalDate due(String planRow) {
        return jdbc.sql("SELECT due FROM handover WHERE plan_row_id = ?")
                .param(planRow)
                .query(LocalDate.class)
                .single();
    }

    private long active(String processId) {
        return camunda.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(processId).state(ProcessInstanceState.ACTIVE))
                .send()
                .join()
                .page()
                .totalItems();
    }
}
