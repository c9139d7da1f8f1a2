package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.LocalDate;
import java.util.Arrays;
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

/**
 * Every step at the beginning of an order can be answered only by the group responsible for it, and only about this
 * order.
 */
class UpwBeginningAnswersProcessTest extends ProcessScenario {

    private static final Colleague OFFICER = new Colleague("pso-nw", Set.of("pso-nw"));
    private static final String[] OTHERS = {
        "case-admin-nw", "pso-nw", "spo-nw", "practitioner-nw", "placement-coordinator-nw"
    };

    @Autowired
    AssessingOrders assessing;

    private SomeOrders some;
    private long order;

    @BeforeEach
    void anOrderOfVeryHighRiskAndAnotherOne() {
        some = new SomeOrders(jdbc);
        some.project("NW-01");
        order = some.order();
        some.order();
        given.theCaseOf(order).rosh("RVHR").mappa("M3").save();
        given.theOrder(order).state("TEAM").received(MORNING).save();
    }

    @Test
    void everyStepIsAnsweredByTheGroupWhoseItIs() {
        long instance = orders.start("upw-beginning", order, Map.of("way", 2));
        answered("Task_ConfirmTeam", "case-admin-nw", Map.of("teamChosen", "TEAM_NW_UPW"));
        assessed();
        answered("Task_SpoApproval", "spo-nw", Map.of("approval", "YES"));
        answered("Task_PractitionerApproval", "practitioner-nw", Map.of("approval", "NO"));
        others.withoutTheTick(
                "Task_NotSuitable",
                "practitioner-nw",
                Map.of("unsuitableDecision", "APPLY_TO_COURT", "understood", true));
        answered("Task_NotSuitable", "practitioner-nw", Map.of("unsuitableDecision", "ASSESS_AGAIN"));
        tasklist.open("Task_Assess");
        assess();
        tasklist.complete("Task_Assess", OFFICER.userName(), inducted());
        tasklist.complete("Task_SpoApproval", "spo-nw", Map.of("approval", "YES"));
        tasklist.complete("Task_PractitionerApproval", "practitioner-nw", Map.of("approval", "YES"));
        answered(
                "Task_ChooseProject",
                "placement-coordinator-nw",
                Map.of(
                        "projectChosen",
                        "NW-01",
                        "frequency",
                        "WEEKLY",
                        "firstSessionOn",
                        workingDay(2).toString(),
                        "projectOnPage",
                        false));

        process(instance).isCompleted().hasCompletedElements("End_Begun");
        assertThat(records.audited("order/" + order))
                .contains(
                        "ORDER_ALLOCATED by case-admin-nw",
                        "ORDER_ASSESSED by pso-nw",
                        "PLACEMENT_APPROVED by spo-nw",
                        "PLACEMENT_NOT_APPROVED by practitioner-nw",
                        "ORDER_NOT_SUITABLE by practitioner-nw",
                        "PROJECT_CHOSEN by placement-coordinator-nw");
        assertThat(records.count("SELECT COUNT(*) FROM upw_order WHERE state = 'NOT_STARTED' AND version = 0"))
                .as("the other order")
                .isEqualTo(1);
    }

    private void assessed() {
        tasklist.open("Task_Assess");
        assess();
        answered("Task_Assess", OFFICER.userName(), inducted());
    }

    private void assess() {
        assessing.write(
                order,
                new Assessment(true, false, Frequency.WEEKLY, "Planted: a bad back", "Planted: nothing"),
                OFFICER);
    }

    private void answered(String step, String colleague, Map<String, Object> form) {
        others.complete(
                step,
                colleague,
                form,
                Arrays.stream(OTHERS).filter(other -> !other.equals(colleague)).toArray(String[]::new));
    }

    private Map<String, Object> inducted() {
        return Map.of("inductionOn", LocalDate.now(time).toString(), "assessmentOnPage", true);
    }
}
