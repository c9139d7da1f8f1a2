package uk.gov.justice.probation.devolution.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Only the groups responsible can begin, continue and end a region's programme, whoever used the start form and
 * whatever is sent with an answer.
 */
class AnswersOfOthersInProgrammesProcessTest extends ProcessScenario {
    private static final Colleague OWNER = new Colleague("psc-service-owner", Set.of("psc-service-owner"));
    private static final String OFFICE = "programme-gm";
    private static final String DIRECTOR = "rpd-gm";

    @Autowired
    Imports imports;

    @Autowired
    Programmes programmes;

    @BeforeEach
    void aPlanOfOneMilestone() {
        String plan = """
        id,kind,region,service,scope,from_unit,to_unit,window_start,due,due_stated,gates,seed_note
        H-GM-9,MILESTONE,GM,ENFORCEMENT_HUB,,,REGION_GM,2021-10-01,2022-03-31,yes,,
        """;
        imports.take("plan", new ByteArrayInputStream(plan.getBytes(StandardCharsets.UTF_8)), OWNER);
        cases.administrator("GM", "A1");
    }

    @Test
    void whatIsAskedForInTasklistBeginsOnlyWhenTheRegionConfirmsIt() {
        long instance = ask(Map.of(
                "regionCode",
                "GM",
                "datesFrom",
                "BASE_DATE",
                "baseDate",
                LocalDate.now(time).toString()));
        tasklist.open("Task_ConfirmLaunch");
        assertThat(records.count("SELECT COUNT(*) FROM programme"))
                .as("nothing has begun")
                .isZero();

        others.complete("Task_ConfirmLaunch", OFFICE, Map.of("launchAnswer", "CONFIRM"), "hr-nw", DIRECTOR);
        process(instance).hasActiveElements("SubProcess_Rows");
        assertThat(records.count(
                        "SELECT COUNT(*) FROM programme WHERE launched_by = ? AND base_date = ?",
                        OFFICE,
                        LocalDate.now(time)))
                .isOne();
        untilEveningOf(workingDay(100));
        others.complete("Task_Backstop", DIRECTOR, Map.of("backstopNote", "Agreed with the region"), OFFICE);
        others.complete(
                "Task_Milestone",
                OFFICE,
                Map.of("reachedOn", LocalDate.now(time).toString(), "milestoneNote", "The hub works"),
                DIRECTOR);
        others.complete("Task_SignClosingReport", OFFICE, Map.of("reportChecked", true), DIRECTOR);

        process(instance).isCompleted().hasCompletedElements("End_Closed");
        assertThat(records.count(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'PROGRAMME_CLOSED' AND actor = ?", OFFICE))
                .isOne();
    }

    @Test
    void itCanBeWithdrawn() {
        long instance = ask(Map.of("regionCode", "GM", "datesFrom", "PLAN"));

        tasklist.complete("Task_ConfirmLaunch", OFFICE, Map.of("launchAnswer", "WITHDRAW"));

        process(instance).isCompleted().hasCompletedElements("End_Withdrawn");
        assertThat(records.count("SELECT COUNT(*) FROM programme")).isZero();
        assertThat(records.audited("region/GM")).containsExactly("PROGRAMME_LAUNCH_WITHDRAWN by " + OFFICE);
    }

    @Test
    void whatCannotBeShownToARegionEndsWithNothingDone() {
        List<Long> instances = List.of(
                ask(Map.of("regionCode", "ATLANTIS", "datesFrom", "PLAN")),
                ask(Map.of("datesFrom", "PLAN")),
                ask(Map.of("regionCode", "GM", "datesFrom", "BASE_DATE", "baseDate", "soon")),
                ask(Map.of("regionCode", "GM", "datesFrom", "PLAN", "programmeId", 4711)));

        assertThat(instances)
                .allSatisfy(instance -> process(instance).isCompleted().hasCompletedElements("End_Nothing"));
        assertThat(records.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'PROGRAMME_NOT_LAUNCHED'"))
                .isEqualTo(4);
        assertThat(tasklist.allOpen("Task_ConfirmLaunch")).isEmpty();
    }

    @Test
    void whyALaunchWasRefusedIsReadByTheOfficeOfTheRegion() {
        programmes.launch(null, List.of("GM"), OWNER);
        tasklist.open("Task_Milestone");
        long second = ask(Map.of("regionCode", "GM", "datesFrom", "PLAN"));
        tasklist.complete("Task_ConfirmLaunch", OFFICE, Map.of("launchAnswer", "CONFIRM"));

        others.complete("Task_LaunchRefused", OFFICE, Map.of(), DIRECTOR);

        process(second).isCompleted().hasCompletedElements("End_Refused");
    }

    private long ask(Map<String, Object> startForm) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId("regional-programme")
                .latestVersion()
                .variables(startForm)
                .send()
                .join()
                .getProcessInstanceKey();
    }
}
