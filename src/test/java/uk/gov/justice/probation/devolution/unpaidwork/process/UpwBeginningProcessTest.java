package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;

class UpwBeginningProcessTest extends ProcessScenario {

    private static final String ADMIN = "case-admin-nw";
    private static final String COORDINATOR = "placement-coordinator-nw";
    private static final Colleague OFFICER = new Colleague("pso-nw", Set.of("pso-nw"));

    @Autowired
    AssessingOrders assessing;

    private SomeOrders some;
    private long order;

    @BeforeEach
    void anOrderAndTwoProjects() {
        some = new SomeOrders(jdbc);
        some.project("NW-01");
        some.project("NW-02");
        order = some.order();
    }

    @Test
    void anOrderIsPlacedAssessedAndInstructedAndEveryDelayIsTold() {
        long instance = start("TEAM");
        tasklist.open("Task_ConfirmTeam");
        untilEveningOf(workingDay(4));
        await("those whose task it is are reminded")
                .atMost(Duration.ofSeconds(60))
                .until(() -> records.messagesTo(ADMIN), told -> told.size() == 1);
        assertThat(records.messagesTo(COORDINATOR)).as("it is not late yet").isEmpty();
        untilEveningOf(workingDay(2));
        await("those who can help are told")
                .atMost(Duration.ofSeconds(60))
                .until(() -> records.messagesTo(COORDINATOR), told -> told.size() == 1);
        tasklist.complete("Task_ConfirmTeam", ADMIN, Map.of("teamChosen", "TEAM_NW_UPW"));
        tasklist.open("Task_Assess");
        untilEveningOf(workingDay(8));
        tasklist.complete("Task_Assess", OFFICER.userName(), inducted());
        await("without an assessment it comes back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refusal("assessmentRefused"), text -> text.contains("assessment"));
        assess(true);
        tasklist.complete("Task_Assess", OFFICER.userName(), inducted());
        tasklist.open("Task_ChooseProject");
        untilEveningOf(workingDay(6));
        tasklist.complete("Task_ChooseProject", COORDINATOR, project("NW-01", today().minusDays(1)));
        await("a day that is past is not taken")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refusal("projectRefused"), text -> text.contains("past"));
        tasklist.complete("Task_ChooseProject", COORDINATOR, project("NW-01", workingDay(2)));

        process(instance)
                .isCompleted()
                .hasCompletedElements(
                        "End_ToldTeam", "End_ToldAppointment", "End_ToldProject", "Task_SendInstructions", "End_Begun")
                .hasNotActivatedElements("Task_SpoApproval", "Task_PractitionerApproval", "Task_NotSuitable")
                .hasVariable("begun", true);
        assertThat(state()).isEqualTo("SESSIONS");
        assertThat(records.count(
                        "SELECT COUNT(*) FROM upw_session WHERE order_id = ? AND state = 'PLANNED' AND project_code = 'NW-01'",
                        order))
                .isPositive();
        assertThat(letters()).containsExactly("INSTRUCTIONS");
        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(500))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> variable.getValue().contains("Planted"));
    }

    @Test
    void veryHighRiskAndMappaAreApprovedByTheSeniorAndThePractitioner() {
        given.theCaseOf(order).rosh("RVHR").mappa("M2").save();
        long instance = start("ASSESSMENT");
        assessed(true);
        tasklist.open("Task_SpoApproval");
        untilEveningOf(workingDay(6));
        tasklist.complete("Task_SpoApproval", "spo-nw", Map.of("approval", "YES"));
        assertThat(tasklist.open("Task_PractitionerApproval").getDueDate().toLocalDate())
                .as("the practitioner has time of their own")
                .isEqualTo(workingDay(5));
        untilEveningOf(workingDay(4));
        await("the senior was late, the practitioner is reminded")
                .atMost(Duration.ofSeconds(60))
                .until(() -> told("nearly due"), told -> told.equals(List.of("practitioner-nw")));
        assertThat(told("is late")).containsExactly("head-of-operations-nw");
        tasklist.complete("Task_PractitionerApproval", "practitioner-nw", Map.of("approval", "YES"));
        tasklist.open("Task_ChooseProject");

        process(instance).hasCompletedElements("End_ToldSpo");
        assertThat(state()).isEqualTo("PROJECT");
        assertThat(records.audited("order/" + order))
                .contains("PLACEMENT_APPROVED by spo-nw", "PLACEMENT_APPROVED by practitioner-nw");
    }

    @Test
    void whatIsNotApprovedIsAssessedAgainOrGoesBackToTheCourt() {
        given.theCaseOf(order).rosh("RVHR").mappa("M3").save();
        long instance = start("ASSESSMENT");
        assessed(true);
        tasklist.complete("Task_SpoApproval", "spo-nw", Map.of("approval", "NO"));
        tasklist.complete("Task_NotSuitable", "practitioner-nw", Map.of("unsuitableDecision", "ASSESS_AGAIN"));
        assessed(true);
        tasklist.complete("Task_SpoApproval", "spo-nw", Map.of("approval", "YES"));
        tasklist.open("Task_PractitionerApproval");
        untilEveningOf(workingDay(6));
        tasklist.complete("Task_PractitionerApproval", "practitioner-nw", Map.of("approval", "NO"));
        tasklist.open("Task_NotSuitable");
        untilEveningOf(workingDay(6));
        tasklist.complete(
                "Task_NotSuitable",
                "practitioner-nw",
                Map.of("unsuitableDecision", "APPLY_TO_COURT", "understood", true));

        process(instance)
                .isCompleted()
                .hasCompletedElements("End_ToldPractitioner", "End_ToldUnsuitable", "End_ToCourt")
                .hasVariable("begun", false);
        assertThat(state()).isEqualTo("COURT");
    }

    @Test
    void whatIsNotSuitableGoesStraightToThePractitioner() {
        long instance = start("ASSESSMENT");

        assessed(false);

        tasklist.open("Task_NotSuitable");
        process(instance).hasNotActivatedElements("Gateway_NeedsSpo", "Task_ProposeProjects");
    }

    @Test
    void anOrderInTheMiddleOfItsLifeBeginsWhereItStands() {
        start("APPROVAL");
        tasklist.open("Task_ChooseProject");
        assertThat(state()).isEqualTo("PROJECT");
        long another = order;
        order = some.order();
        start("PROJECT");
        tasklist.open("Task_ChooseProject", 2);
        order = some.order();
        given.theOrder(order)
                .project("NW-02")
                .frequency("WEEKLY")
                .firstSession(TODAY.plusDays(3))
                .save();
        long instance = start("INSTRUCTIONS");

        process(instance)
                .isCompleted()
                .hasCompletedElements("Task_SendInstructions")
                .hasNotActivatedElements("Task_ConfirmTeam", "Task_Assess", "Task_ChooseProject");
        assertThat(order).isNotEqualTo(another);
        assertThat(state()).isEqualTo("SESSIONS");
    }

    @Test
    void ofALimitedAccessCaseNoTeamAndNoProjectIsNamed() {
        given.theCaseOf(order).limitedAccess().practitioner("NW00001").save();
        some.granted(order, COORDINATOR);
        start("PROJECT");
        tasklist.open("Task_ChooseProject");

        tasklist.complete("Task_ChooseProject", COORDINATOR, Map.of("projectOnPage", true));
        await("what was not chosen on the page is not taken")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refusal("projectRefused"), text -> text.length() > 10);

        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(500))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> variable.getValue().matches(".*(NW-0[12]|Project NW|TEAM_NW|NW00001).*"));
    }

    private long start(String standsAt) {
        given.theOrder(order)
                .state(standsAt)
                .received(MORNING)
                .allocated(TODAY)
                .team(standsAt.equals("TEAM") ? null : "TEAM_NW_UPW")
                .suitable(Set.of("TEAM", "ASSESSMENT").contains(standsAt) ? null : true)
                .save();
        return orders.start(
                "upw-beginning",
                order,
                Map.of(
                        "way",
                        List.of("ENDED", "FROZEN", "TEAM", "ASSESSMENT", "APPROVAL", "PROJECT", "INSTRUCTIONS")
                                .indexOf(standsAt)));
    }

    private void assessed(boolean suitable) {
        tasklist.open("Task_Assess");
        assess(suitable);
        tasklist.complete("Task_Assess", OFFICER.userName(), inducted());
    }

    private void assess(boolean suitable) {
        assessing.write(
                order,
                new Assessment(suitable, false, Frequency.WEEKLY, "Planted: a bad back", "Planted: nothing"),
                OFFICER);
    }

    private Map<String, Object> inducted() {
        return Map.of("inductionOn", today().toString(), "assessmentOnPage", true);
    }

    private static Map<String, Object> project(String code, LocalDate first) {
        return Map.of("projectChosen", code, "frequency", "WEEKLY", "firstSessionOn", first.toString());
    }

    /** The groups that received a message containing these words. */
    private List<String> told(String words) {
        return jdbc.sql("SELECT DISTINCT to_group FROM notification WHERE subject LIKE ? ORDER BY to_group")
                .param("%" + words)
                .query(String.class)
                .list();
    }

    private String state() {
        return jdbc.sql("SELECT state FROM upw_order WHERE id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private List<String> letters() {
        return jdbc.sql("SELECT template FROM case_letter ORDER BY id")
                .query(String.class)
                .list();
    }

    private String refusal(String variable) {
        return camunda.newVariableSearchRequest().filter(filter -> filter.name(variable)).send().join().items().stream()
                .map(found -> found.getValue())
                .findFirst()
                .orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}
