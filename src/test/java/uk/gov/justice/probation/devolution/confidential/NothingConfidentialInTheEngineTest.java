package uk.gov.justice.probation.devolution.confidential;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.enums.UserTaskState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.cohort.GivingMoreTime;
import uk.gov.justice.probation.devolution.consultation.cohort.PersonalRecords;
import uk.gov.justice.probation.devolution.engine.EngineLog;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealReasons;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealStep;
import uk.gov.justice.probation.devolution.preferencing.appeal.LodgingAppeals;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.panel.Proposal;
import uk.gov.justice.probation.devolution.preferencing.panel.Why;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Plants marker words wherever something is said in confidence during a whole consultation, then searches for them in
 * everything that ever reached the engine and in every unencrypted table.
 */
class NothingConfidentialInTheEngineTest extends ProcessScenario {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));
    private static final Colleague PANEL = new Colleague("preference-panel-nw", Set.of("preference-panel-nw"));
    private static final Colleague PERSON = new Colleague("P0001", Set.of());
    private static final String SAID_TO_ALL = "zqresponse";
    private static final List<String> IN_CONFIDENCE = List.of(
            "zqcircumstances",
            "zqnote",
            "zqadjustments",
            "zqextension",
            "zqpanelreason",
            "zqgrounds",
            "zqreview",
            "zqdecision");

    @Autowired
    PersonalRecords personal;

    @Autowired
    GivingMoreTime moreTime;

    @Autowired
    Panel panel;

    @Autowired
    LodgingAppeals lodging;

    @Autowired
    AppealReasons reasons;

    @Test
    void whatIsSaidInConfidenceNeverReachesTheEngine() {
        Stream.of("P0001", "P0002").forEach(consultation::colleague);
        consultation.vacancy("NW_10", 2);
        consultation.vacancy("NW_12", 2);
        long instance = camunda.newCreateInstanceCommand()
                .bpmnProcessId("staff-consultation")
                .latestVersion()
                .variables(Map.of(
                        "regionCode",
                        "NW",
                        "unitCode",
                        "PSC_LIVERPOOL",
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
        tasklist.complete("Task_ConfirmLaunch", "hr-nw", Map.of("launchDecision", "CONFIRM"));
        unionsAreHeard();
        long member = jdbc.sql("SELECT id FROM cohort_member WHERE staff_number = 'P0001'")
                .query(Long.class)
                .single();
        oneToOnes(member);
        rankings();
        thePanelMoves(member);
        tasklist.complete("Task_DecideOutcome", "rpd-nw", Map.of("outcomeDecision", "CONFIRM", "understood", true));
        assertThat(byProcessId("preferencing-outcome")).hasActiveElements("Catch_AppealWindow");
        appeal(member);
        untilEveningOf(workingDay(11));
        tasklist.completeAll(
                "Task_Start",
                2,
                Map.of(
                        "startsOn",
                        workingDay(5).toString(),
                        "inductionBooked",
                        true,
                        "toolsReady",
                        true,
                        "learningPlanAgreed",
                        true));
        process(instance).isCompleted().hasCompletedElements("End_Closed");

        List<String> words = new ArrayList<>(IN_CONFIDENCE);
        words.add(SAID_TO_ALL);
        Map<String, Integer> found = EngineLog.holding(words);
        assertThat(found.remove(SAID_TO_ALL))
                .as("the search finds what is there")
                .isPositive();
        assertThat(found)
                .allSatisfy((word, records) -> assertThat(records).as(word).isZero());
        assertThat(IN_CONFIDENCE)
                .allSatisfy(word -> assertThat(said(word)).as(word).isZero());
        assertThat(said("CONSULTATION_CLOSED"))
                .as("the search finds what is there")
                .isPositive();
    }

    private void unionsAreHeard() {
        tasklist.complete(
                "Task_Scope",
                "hr-nw",
                Map.of(
                        "affectedPosts",
                        2,
                        "proposedRedundancies",
                        0,
                        "businessCase",
                        "The work moves",
                        "proposals",
                        "A place for everybody"));
        for (String group : List.of("tu-napo", "tu-unison", "tu-gmb-scoop")) {
            tasklist.complete(
                    tasklist.open(
                            "Task_UnionFeedback",
                            task -> task.getCandidateGroups().contains(group)),
                    group,
                    Map.of("noComment", true));
        }
        tasklist.complete(
                "Task_Respond",
                "rpd-nw",
                Map.of("understood", true, "response", "Thank you (%s)".formatted(SAID_TO_ALL)));
    }

    private void oneToOnes(long member) {
        tasklist.open("Task_OneToOne", 2);
        personal.note(member, "Wants to stay near home (zqnote)", HR);
        personal.adjust(
                member, kept -> new Adjustments(Set.of(), Set.of("NW_08"), "A desk near the lift (zqadjustments)"), HR);
        moreTime.extend(member, workingDay(30), "An operation (zqextension)", HR);
        await("the task comes back with the new date")
                .atMost(Duration.ofSeconds(60))
                .until(() -> camunda.newUserTaskSearchRequest()
                                .filter(filter -> filter.state(UserTaskState.CANCELED))
                                .send()
                                .join()
                                .items()
                                .size()
                        == 1);
        tasklist.open("Task_OneToOne", 2);
        tasklist.complete(
                "Task_ScheduleEvents",
                "hr-nw",
                Map.of(
                        "understood",
                        true,
                        "eventOn",
                        workingDay(1).toString(),
                        "eventPlace",
                        "Room 1",
                        "questionsCloseOn",
                        workingDay(1).toString()));
        tasklist.completeAll(
                "Task_OneToOne",
                2,
                Map.of(
                        "meetingOutcome",
                        "HELD",
                        "metOn",
                        LocalDate.now(time).toString(),
                        "withUnionRep",
                        "NO",
                        "notesKept",
                        true));
        untilEveningOf(workingDay(1));
        tasklist.complete("Task_AnswerQuestions", "hr-nw", Map.of("answersReady", true, "understood", true));
    }

    private void rankings() {
        tasklist.open("Task_RankLocations", 2);
        personal.tellCircumstances(
                jdbc.sql("SELECT id FROM cohort_member WHERE staff_number = 'P0001'")
                        .query(Long.class)
                        .single(),
                "I care for my mother (zqcircumstances)",
                PERSON);
        tasklist.completeAll("Task_RankLocations", 2, Map.of("choice1", option("NW_10")));
        untilEveningOf(workingDay(35));
    }

    private void thePanelMoves(long member) {
        tasklist.open("Task_Panel");
        long about =
                jdbc.sql("SELECT MAX(id) FROM consultation").query(Long.class).single();
        Proposal proposal = new Proposal(member, Long.parseLong(option("NW_12")), null);
        panel.move(
                about,
                proposal,
                panel.effect(about, proposal).version(),
                new Why("Wirral must open on time (zqpanelreason)", "Wirral must open on time.", "", ""),
                PANEL);
        tasklist.complete("Task_Panel", PANEL.userName(), Map.of("panelChecked", true));
    }

    private void appeal(long member) {
        long appeal = lodging.lodge(member, "I cannot be there in time (zqgrounds)", PERSON);
        tasklist.open("Task_Review");
        reasons.write(
                appeal,
                AppealStep.REVIEW,
                "Sefton is free (zqreview)",
                new Colleague("appeal-manager-nw", Set.of("appeal-manager-nw")));
        tasklist.complete("Task_Review", "appeal-manager-nw", Map.of("reviewRecommendation", "UPHOLD"));
        tasklist.open("Task_Panel");
        reasons.write(
                appeal,
                AppealStep.DECISION,
                "So be it (zqdecision)",
                new Colleague("appeal-panel-nw", Set.of("appeal-panel-nw")));
        tasklist.complete(
                "Task_Panel",
                "appeal-panel-nw",
                Map.of("understood", true, "appealOutcome", "UPHELD", "unionRepOf", "NAPO"));
    }

    private String option(String site) {
        return jdbc.sql("SELECT CAST(id AS CHAR) FROM preference_option WHERE site_code = ?")
                .param(site)
                .query(String.class)
                .single();
    }

    /** In the records of decisions, views and messages. */
    private int said(String word) {
        return records.count(
                "SELECT (SELECT COUNT(*) FROM audit_entry WHERE CONCAT_WS(' ', action, subject, facts) LIKE ?) + (SELECT COUNT(*) FROM notification WHERE CONCAT_WS(' ', subject, body) LIKE ?)",
                "%" + word + "%",
                "%" + word + "%");
    }
}
