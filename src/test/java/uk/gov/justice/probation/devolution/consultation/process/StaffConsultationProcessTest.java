package uk.gov.justice.probation.devolution.consultation.process;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.cohort.ChangingCohorts;
import uk.gov.justice.probation.devolution.consultation.launch.CancellingConsultations;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;

class StaffConsultationProcessTest extends ProcessScenario {

    private static final String HR = "hr-nw";
    private static final String DIRECTOR = "rpd-nw";
    private static final Colleague REGIONAL_HR = new Colleague(HR, Set.of(HR));
    private static final String ANSWERED = "SELECT COUNT(*) FROM consultation_union WHERE feedback IS NOT NULL";

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    ChangingCohorts cohorts;

    @Autowired
    CancellingConsultations cancelling;

    @BeforeEach
    void threePeopleAndFourPlaces() {
        Stream.of("P0001", "P0002", "P0003").forEach(consultation::colleague);
        consultation.vacancy("NW_10", 4);
    }

    @Test
    void aConsultationRunsFromTheLaunchToTheReport() {
        long instance = launchFromTasklist();
        unionsAreHeard();
        tasklist.complete("Task_ScheduleEvents", HR, events(workingDay(2)));
        tasklist.completeAll("Task_OneToOne", 3, held());
        untilEveningOf(workingDay(2));
        tasklist.complete("Task_AnswerQuestions", HR, Map.of("answersReady", true, "understood", true));
        everybodyRanksTheOnlyOption();
        untilEveningOf(workingDay(20));
        tasklist.complete("Task_Panel", "preference-panel-nw", Map.of("panelChecked", true));
        tasklist.open("Task_DecideOutcome");
        untilEveningOf(workingDay(6));
        tasklist.complete(
                "Task_DecideOutcome",
                DIRECTOR,
                Map.of("outcomeDecision", "RETURN", "outcomeNote", "Look again at the new teams"));
        tasklist.complete("Task_Panel", "preference-panel-nw", Map.of("panelChecked", true));
        assertThat(records.count("SELECT COUNT(*) FROM letter"))
                .as("letters wait for the director")
                .isZero();
        tasklist.complete("Task_DecideOutcome", DIRECTOR, Map.of("outcomeDecision", "CONFIRM", "understood", true));
        assertThat(byProcessId("preferencing-outcome")).hasActiveElements("Catch_AppealWindow");
        assertThat(records.count("SELECT COUNT(*) FROM letter WHERE state = 'SENT'"))
                .isEqualTo(3);
        untilEveningOf(workingDay(11));
        tasklist.completeAll(
                "Task_Start",
                3,
                Map.of(
                        "startsOn",
                        workingDay(5).toString(),
                        "inductionBooked",
                        true,
                        "toolsReady",
                        true,
                        "learningPlanAgreed",
                        true));

        process(instance)
                .isCompleted()
                .hasCompletedElements("End_Closed", "End_ToldOutcome")
                .hasCompletedElement("Call_Preferencing", 2);
        assertThat(state()).isEqualTo("CLOSED");
        assertThat(jdbc.sql("SELECT DISTINCT site_code FROM staff WHERE staff_number LIKE 'P%'")
                        .query(String.class)
                        .list())
                .containsExactly("NW_10");
        assertThat(records.audited("consultation/" + id()))
                .contains(
                        "CONSULTATION_SCOPE_SET by hr-nw",
                        "UNION_FEEDBACK_RECORDED by tu-napo",
                        "UNIONS_RESPONDED_TO by rpd-nw",
                        "INDIVIDUAL_STAGE_OPENED by system",
                        "OUTCOME_RETURN by rpd-nw",
                        "OUTCOME_CONFIRM by rpd-nw",
                        "CONSULTATION_CLOSED by system");
        assertThat(records.messagesTo(HR))
                .filteredOn(message -> message.endsWith("a step is late"))
                .as("the director was late")
                .hasSize(1);
    }

    @Test
    void aLaunchWithNobodyInItIsRefusedWithTheReason() {
        long instance = start(Map.of(
                "regionCode",
                "NW",
                "unitCode",
                "PSC_WAKEFIELD",
                "objective",
                "GREEDY",
                "maxChoices",
                5,
                "mobilityLimit",
                90));

        tasklist.complete("Task_LaunchRefused", HR, Map.of());

        process(instance).isCompleted().hasCompletedElements("End_Refused");
        assertThat(records.count("SELECT COUNT(*) FROM consultation WHERE state <> 'REFUSED'"))
                .isZero();
    }

    @Test
    void whatSomebodyEnteredIsWithdrawnByHrAndNobodyTookPart() {
        long instance = entered(Map.of(
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
                90));
        tasklist.open("Task_ConfirmLaunch");
        assertThat(records.count("SELECT COUNT(*) FROM cohort_member")).isZero();

        tasklist.complete("Task_ConfirmLaunch", HR, Map.of("launchDecision", "WITHDRAW"));

        process(instance).isCompleted().hasCompletedElements("End_Withdrawn").hasNotActivatedElements("Task_Open");
        assertThat(records.count("SELECT COUNT(*) FROM consultation")).isZero();
    }

    @Test
    void aStartThatNamesNoRegionEndsWithNothingDone() {
        process(entered(Map.of("maxChoices", "many"))).isCompleted().hasCompletedElements("End_Dropped");
        process(entered(Map.of("regionCode", "ZZ", "consultationId", 4711)))
                .isCompleted()
                .hasCompletedElements("End_Dropped");

        assertThat(records.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'CONSULTATION_LAUNCH_DROPPED'"))
                .isEqualTo(2);
        assertThat(records.count("SELECT COUNT(*) FROM cohort_member")).isZero();
    }

    @Test
    void whatTheConsoleLaunchedRunsOnceHoweverOftenItIsTold() {
        long launched = launching
                .launch(new Launch("NW", "PSC_LIVERPOOL", List.of("CA"), "BALANCED", 3, 60, null), REGIONAL_HR)
                .consultation()
                .id();
        tasklist.open("Task_Scope");

        camunda.newPublishMessageCommand()
                .messageName("consultation.launched")
                .correlationKey(Long.toString(launched))
                .messageId("delivered-again")
                .variables(Map.of("consultationId", launched))
                .send()
                .join();

        untilEveningOf(workingDay(1));
        assertThat(tasklist.allOpen("Task_Scope")).hasSize(1);
        assertThat(records.count("SELECT COUNT(*) FROM cohort_member WHERE consultation_id = ?", launched))
                .isEqualTo(3);
    }

    @Test
    void aHundredRedundanciesNeedTheFormFirstAndFortyFiveDays() {
        long instance = launchFromTasklist();
        tasklist.complete("Task_Scope", HR, scope(100));
        tasklist.open("Task_Hr1");
        assertThat(state()).as("no union is asked before the form was sent").isEqualTo("LAUNCHED");
        untilEveningOf(workingDay(6));
        process(instance).hasCompletedElements("End_ToldForm");

        tasklist.complete(
                "Task_Hr1", HR, Map.of("hr1SentOn", LocalDate.now(time).toString(), "hr1Reference", "HR1-77"));

        assertThat(tasklist.open(
                                "Task_UnionFeedback",
                                task -> task.getCandidateGroups().contains("tu-napo"))
                        .getDueDate()
                        .toLocalDate())
                .isAfterOrEqualTo(LocalDate.now(time).plusDays(45))
                .isBefore(LocalDate.now(time).plusDays(50));
        assertThat(jdbc.sql("SELECT CONCAT(duty, ' ', hr1_reference) FROM consultation")
                        .query(String.class)
                        .single())
                .isEqualTo("FORTY_FIVE_DAYS HR1-77");
        assertThat(records.messagesTo(DIRECTOR))
                .filteredOn(message -> message.endsWith("a step is late"))
                .hasSize(1);
    }

    @Test
    void onlyTheDirectorGivesMissingUnionsMoreTimeOrGoesOnWithoutThem() {
        long instance = launchFromTasklist();
        tasklist.open("Task_Scope");
        untilEveningOf(workingDay(6));
        tasklist.complete("Task_Scope", HR, scope(0));
        union("napo", Map.of("feedback", "Consider travel"));
        tasklist.open("Task_UnionFeedback", task -> task.getCandidateGroups().contains("tu-unison"));
        untilEveningOf(LocalDate.now(time).plusDays(34));
        process(instance).hasCompletedElements("End_UnionsReminded", "End_ToldScope");
        tasklist.open("Task_DecideMissing");
        untilEveningOf(workingDay(6));
        process(instance).hasCompletedElements("End_ToldMissing");

        tasklist.complete(
                "Task_DecideMissing",
                DIRECTOR,
                Map.of("missingDecision", "EXTEND", "extendTo", "2020-01-01", "missingReason", "They asked for it"));
        LocalDate extended = workingDay(8);
        tasklist.complete(
                "Task_DecideMissing",
                DIRECTOR,
                Map.of(
                        "missingDecision",
                        "EXTEND",
                        "extendTo",
                        extended.toString(),
                        "missingReason",
                        "They asked for it"));
        tasklist.open("Task_UnionFeedback", task -> task.getCandidateGroups().contains("tu-unison"));
        time.passUntil(extended.atTime(17, 5).atZone(time.getZone()).toInstant());
        union("unison", Map.of("noComment", true));
        untilEveningOf(extended);
        tasklist.complete(
                "Task_DecideMissing", DIRECTOR, Map.of("missingDecision", "APPROVE", "missingReason", "Asked twice"));
        tasklist.open("Task_Respond");
        untilEveningOf(LocalDate.now(time).plusDays(20));
        tasklist.complete("Task_Respond", DIRECTOR, Map.of("understood", true, "response", "Travel will be paid"));

        process(instance)
                .hasCompletedElements("Task_OpenIndividualStage", "End_ToldResponse")
                .hasCompletedElement("Task_DecideMissing", 3);
        assertThat(jdbc.sql(
                                "SELECT CONCAT(union_code, ': ', COALESCE(feedback, CONCAT('without it, said ', absence_approved_by))) FROM consultation_union ORDER BY union_code")
                        .query(String.class)
                        .list())
                .containsExactly("GMB_SCOOP: without it, said rpd-nw", "NAPO: Consider travel", "UNISON: No comment.");
        assertThat(records.messagesTo("tu-unison"))
                .anyMatch(message -> message.endsWith("your union's feedback is due"))
                .anyMatch(message -> message.contains("more time"));
    }

    @Test
    void whoJoinsDuringTheOneToOnesIsMetAndWhoLeavesIsNot() {
        long instance = launchFromTasklist();
        unionsAreHeard();
        tasklist.open("Task_ScheduleEvents");
        untilEveningOf(workingDay(6));
        tasklist.complete("Task_ScheduleEvents", HR, events(workingDay(1)));
        consultation.colleague("P0004");

        tasklist.open("Task_OneToOne", 3);
        cohorts.join(id(), "P0004", REGIONAL_HR);
        tasklist.open("Task_OneToOne", 4);
        cohorts.leave(member("P0001"), REGIONAL_HR);
        process(instance).hasActiveElements("Call_OneToOneJoined");
        tasklist.completeAll("Task_OneToOne", 3, held());
        untilEveningOf(workingDay(1));
        tasklist.open("Task_AnswerQuestions");
        untilEveningOf(workingDay(6));
        tasklist.complete("Task_AnswerQuestions", HR, Map.of("answersReady", true, "understood", true));

        process(instance)
                .hasCompletedElements("SubProcess_OneToOnes", "End_Joined", "End_ToldEvents", "End_ToldAnswers")
                .hasActiveElements("Call_Preferencing");
        assertThat(jdbc.sql(
                                "SELECT CONCAT(staff_number, ' ', one_to_one_state) FROM cohort_member ORDER BY staff_number")
                        .query(String.class)
                        .list())
                .containsExactly("P0001 WAITING", "P0002 HELD", "P0003 HELD", "P0004 HELD");
        assertThat(records.messagesTo("P0004"))
                .as("invited, and told of the answers")
                .isNotEmpty();
    }

    @Test
    void whatHrCancelsBeforeTheUnionsAreToldEndsWhereverItStands() {
        long inScope = launchFromTasklist();
        tasklist.open("Task_Scope");
        cancelling.cancel(id(), "The service stays", REGIONAL_HR);
        process(inScope).isCompleted().hasCompletedElements("End_ScopeCancelled");
        assertThat(state()).isEqualTo("CANCELLED");

        long inForm = launchFromTasklist();
        tasklist.complete("Task_Scope", HR, scope(100));
        tasklist.open("Task_Hr1");
        cancelling.cancel(id(), "The service stays", REGIONAL_HR);
        process(inForm).isCompleted().hasCompletedElements("End_FormCancelled");

        long between = launchFromTasklist();
        UserTask scope = tasklist.open("Task_Scope");
        given.theConsultation(id()).state("CANCELLED").save();
        camunda.newModifyProcessInstanceCommand(between)
                .activateElement("Task_OpenUnions")
                .and()
                .terminateElement(scope.getElementInstanceKey())
                .send()
                .join();
        process(between).isCompleted().hasCompletedElements("End_CancelledBeforeUnions");

        assertThat(records.count("SELECT COUNT(*) FROM consultation_union")).isZero();
        assertThat(tasklist.allOpen("Task_Scope")).isEmpty();
    }

    private long launchFromTasklist() {
        return start(Map.of(
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
                90));
    }

    private long start(Map<String, Object> form) {
        long instance = entered(form);
        tasklist.complete("Task_ConfirmLaunch", HR, Map.of("launchDecision", "CONFIRM"));
        return instance;
    }

    private long entered(Map<String, Object> form) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId("staff-consultation")
                .latestVersion()
                .variables(form)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private void unionsAreHeard() {
        tasklist.complete("Task_Scope", HR, scope(0));
        union("napo", Map.of("feedback", "Consider travel"));
        union("unison", Map.of("noComment", true));
        union("gmb-scoop", Map.of("feedback", "None for now"));
        tasklist.complete("Task_Respond", DIRECTOR, Map.of("understood", true, "response", "Travel will be paid"));
    }

    private void union(String slug, Map<String, Object> answer) {
        String group = "tu-" + slug;
        int before = records.count(ANSWERED);
        tasklist.complete(
                tasklist.open(
                        "Task_UnionFeedback", task -> task.getCandidateGroups().contains(group)),
                group,
                answer);
        await("the answer is kept").atMost(Duration.ofSeconds(60)).until(() -> records.count(ANSWERED) == before + 1);
    }

    private void everybodyRanksTheOnlyOption() {
        tasklist.open("Task_RankLocations", 3);
        tasklist.completeAll(
                "Task_RankLocations",
                3,
                Map.of(
                        "choice1",
                        jdbc.sql("SELECT CAST(MIN(id) AS CHAR) FROM preference_option")
                                .query(String.class)
                                .single()));
    }

    private static Map<String, Object> scope(int redundancies) {
        return Map.of(
                "affectedPosts",
                3,
                "proposedRedundancies",
                redundancies,
                "businessCase",
                "The work moves",
                "proposals",
                "Everybody is offered a place");
    }

    private static Map<String, Object> events(LocalDate day) {
        return Map.of(
                "understood",
                true,
                "eventOn",
                day.toString(),
                "eventPlace",
                "Room 1",
                "questionsCloseOn",
                day.toString());
    }

    private long id() {
        return jdbc.sql("SELECT MAX(id) FROM consultation").query(Long.class).single();
    }

    private String state() {
        return jdbc.sql("SELECT state FROM consultation WHERE id = ?")
                .param(id())
                .query(String.class)
                .single();
    }

    private long member(String staffNumber) {
        return jdbc.sql("SELECT id FROM cohort_member WHERE staff_number = ?")
                .param(staffNumber)
                .query(Long.class)
                .single();
    }

    private Map<String, Object> held() {
        return Map.of(
                "meetingOutcome",
                "HELD",
                "metOn",
                LocalDate.now(time).toString(),
                "withUnionRep",
                "NO",
                "notesKept",
                true);
    }
}
