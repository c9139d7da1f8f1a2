package uk.gov.justice.probation.devolution.consultation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.example.ExampleConsultation;
import uk.gov.justice.probation.devolution.example.ProcessScenario;

class AnswersOfOthersInConsultationProcessTest extends ProcessScenario {

    private static final String HR = "hr-nw";
    private static final String DIRECTOR = "rpd-nw";

    @BeforeEach
    void somebodyAndAPlace() {
        consultation.colleague("P0001");
        consultation.vacancy("NW_10", 1);
    }

    @Test
    void everyStepIsTakenByWhomItIsForAndForWhatItIsAboutAlone() {
        long instance = launch("PSC_LIVERPOOL");
        others.complete(
                "Task_Scope",
                HR,
                Map.of(
                        "affectedPosts",
                        3,
                        "proposedRedundancies",
                        100,
                        "businessCase",
                        "The work moves",
                        "proposals",
                        "A place for everybody"),
                "P0001",
                DIRECTOR);
        others.complete(
                "Task_Hr1",
                HR,
                Map.of("hr1SentOn", LocalDate.now(time).toString(), "hr1Reference", "HR1-77"),
                DIRECTOR);
        feedback("napo");
        tasklist.open("Task_UnionFeedback", 2);
        untilEveningOf(LocalDate.now(time).plusDays(60));
        others.onWrongDays(
                "Task_DecideMissing",
                DIRECTOR,
                Map.of(
                        "missingDecision",
                        "EXTEND",
                        "extendTo",
                        workingDay(15).toString(),
                        "missingReason",
                        "Asked twice"));
        others.complete(
                "Task_DecideMissing",
                DIRECTOR,
                Map.of("missingDecision", "APPROVE", "missingReason", "Asked twice"),
                HR,
                "tu-napo");
        others.complete(
                "Task_Respond", DIRECTOR, Map.of("understood", true, "response", "Travel will be paid"), HR, "tu-napo");
        assertThat(jdbc.sql("SELECT absence_approved_by FROM consultation_union WHERE union_code <> 'NAPO'")
                        .query(String.class)
                        .list())
                .containsOnly(DIRECTOR);
        tasklist.open("Task_OneToOne");
        String day = workingDay(2).toString();
        others.onWrongDays(
                "Task_ScheduleEvents",
                HR,
                Map.of(
                        "understood",
                        true,
                        "eventOn",
                        day,
                        "eventPlace",
                        "Room 1",
                        "eventAgain",
                        workingDay(4).toString(),
                        "questionsCloseOn",
                        workingDay(5).toString()));
        others.complete(
                "Task_ScheduleEvents",
                HR,
                Map.of("understood", true, "eventOn", day, "eventPlace", "Room 1", "questionsCloseOn", day),
                DIRECTOR,
                "P0001");
        process(instance).hasCompletedElements("Task_Invite");
        others.onWrongDays(
                "Task_OneToOne",
                ExampleConsultation.MANAGER,
                Map.of(
                        "meetingOutcome",
                        "HELD",
                        "metOn",
                        LocalDate.now(time).toString(),
                        "withUnionRep",
                        "NO",
                        "notesKept",
                        true));
        others.complete(
                "Task_OneToOne",
                ExampleConsultation.MANAGER,
                Map.of("meetingOutcome", "DECLINED", "notesKept", true),
                "P0001",
                DIRECTOR,
                "hr-gm");
        untilEveningOf(workingDay(2));
        others.complete("Task_AnswerQuestions", HR, Map.of("answersReady", true, "understood", true), DIRECTOR);
        tasklist.open("Task_RankLocations");
        tasklist.complete(
                "Task_RankLocations",
                "P0001",
                Map.of(
                        "choice1",
                        jdbc.sql("SELECT CAST(MIN(id) AS CHAR) FROM preference_option")
                                .query(String.class)
                                .single()));
        untilEveningOf(workingDay(20));
        tasklist.complete("Task_Panel", "preference-panel-nw", Map.of("panelChecked", true));
        others.complete(
                "Task_DecideOutcome",
                DIRECTOR,
                Map.of("outcomeDecision", "CONFIRM", "understood", true),
                HR,
                "preference-panel-nw");

        process(instance).hasActiveElements("Call_Outcome");
        assertThat(jdbc.sql("SELECT CONCAT(launched_by, ' ', outcome_by) FROM consultation")
                        .query(String.class)
                        .single())
                .isEqualTo("hr-nw rpd-nw");
    }

    @Test
    void napoCannotWriteTheFeedbackOfUnison() {
        launch("PSC_LIVERPOOL");
        tasklist.complete(
                "Task_Scope",
                HR,
                Map.of(
                        "affectedPosts",
                        3,
                        "proposedRedundancies",
                        0,
                        "businessCase",
                        "The work moves",
                        "proposals",
                        "A place for everybody"));

        feedback("gmb-scoop");
        feedback("unison");
        feedback("napo");

        tasklist.open("Task_Respond");
        assertThat(jdbc.sql(
                                "SELECT CONCAT(union_code, ' by ', recorded_by) FROM consultation_union ORDER BY union_code")
                        .query(String.class)
                        .list())
                .containsExactly("GMB_SCOOP by tu-gmb-scoop", "NAPO by tu-napo", "UNISON by tu-unison");
    }

    @Test
    void onlyHrOfTheRegionReadsWhyALaunchWasRefused() {
        long instance = launch("PSC_WAKEFIELD");

        others.complete("Task_LaunchRefused", HR, Map.of(), "hr-gm", DIRECTOR);

        process(instance).isCompleted().hasCompletedElements("End_Refused");
    }

    private long launch(String unit) {
        long instance = camunda.newCreateInstanceCommand()
                .bpmnProcessId("staff-consultation")
                .latestVersion()
                .variables(Map.of(
                        "regionCode",
                        "NW",
                        "unitCode",
                        unit,
                        "grades",
                        List.of("CA"),
                        "objective",
                        "GREEDY",
                        "maxChoices",
                        5,
                        "mobilityLimit",
                        90))
                .send()
                .join()
                .getProcessInstanceKey();
        others.complete("Task_ConfirmLaunch", HR, Map.of("launchDecision", "CONFIRM"), "hr-gm", DIRECTOR, "P0001");
        return instance;
    }

    private void feedback(String union) {
        String group = "tu-" + union;
        int before = records.count("SELECT COUNT(*) FROM consultation_union WHERE feedback IS NOT NULL");
        others.complete(
                "Task_UnionFeedback",
                task -> task.getCandidateGroups().contains(group),
                group,
                Map.of("feedback", "Of " + union),
                HR,
                DIRECTOR);
        await("the answer is kept")
                .atMost(Duration.ofSeconds(60))
                .until(() -> records.count("SELECT COUNT(*) FROM consultation_union WHERE feedback IS NOT NULL")
                        == before + 1);
    }
}
