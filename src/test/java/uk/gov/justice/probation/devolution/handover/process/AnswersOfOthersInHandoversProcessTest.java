package uk.gov.justice.probation.devolution.handover.process;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.example.ExampleHandover;
import uk.gov.justice.probation.devolution.example.ProcessScenario;

/**
 * Every step of a handover and of a site move can be done only by the group responsible for it, and on facts from our
 * own records, whatever is sent with the answer.
 */
class AnswersOfOthersInHandoversProcessTest extends ProcessScenario {
    private static final String LIVERPOOL = "psc-manager-liverpool";
    private static final String WAKEFIELD = "psc-manager-wakefield";
    private static final String HEAD_OF_OPERATIONS = "head-of-operations-nw";
    private static final String DIRECTOR = "rpd-nw";
    private static final String CHANGE_LEAD = "change-nw";

    @BeforeEach
    void somebodyToBrief() {
        cases.administrator("NW", "A1");
    }

    @AfterEach
    void giveTheTeamItsBaseBack() {
        given.base("PSC_LIVERPOOL_ADMIN", "LIVERPOOL_VIRTUAL");
    }

    @Test
    void aHandoverFromItsInventoryToItsReview() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 2);
        LocalDate due = workingDay(30);
        long handover = programme.launched(ExampleHandover.due(due));
        long instance = programme.start("service-handover", handover);

        others.complete(
                "Task_ConfirmInventory",
                LIVERPOOL,
                Map.of("inventoryAnswer", "CONFIRM"),
                WAKEFIELD,
                HEAD_OF_OPERATIONS);
        brief();
        others.complete(
                "Task_Decide",
                HEAD_OF_OPERATIONS,
                Map.of("decision", "GO", "understood", true, "transferDate", due.toString()),
                DIRECTOR,
                LIVERPOOL);
        records.awaitState(handover, "SCHEDULED");
        untilMorningOf(due);
        tasklist.complete("Task_SignReleasing", LIVERPOOL, Map.of("releasingSignature", "SIGN", "understood", true));
        tasklist.complete(
                "Task_SignReceiving", HEAD_OF_OPERATIONS, Map.of("receivingSignature", "SIGN", "understood", true));
        records.awaitState(handover, "HYPERCARE");
        untilEveningOf(workingDay(10));
        tasklist.open("Task_Review");
        others.complete(
                "Task_NoteOverdue",
                DIRECTOR,
                Map.of("overdueNote", "Two weeks of close watching are in it"),
                HEAD_OF_OPERATIONS);
        others.complete("Task_Review", HEAD_OF_OPERATIONS, Map.of("reviewOutcome", "STABLE"), DIRECTOR, LIVERPOOL);

        process(instance).isCompleted().hasCompletedElements("End_Closed");
        assertThat(records.decisions(handover))
                .containsExactlyInAnyOrder(
                        "INVENTORY CONFIRM by " + LIVERPOOL,
                        "DECISION GO by " + HEAD_OF_OPERATIONS,
                        "SIGN_RELEASING SIGN by " + LIVERPOOL,
                        "SIGN_RECEIVING SIGN by " + HEAD_OF_OPERATIONS,
                        "OVERDUE NOTED by " + DIRECTOR,
                        "REVIEW STABLE by " + HEAD_OF_OPERATIONS);
    }

    @Test
    void goIsDecidedOnReadinessAsItIsAndNotAsItWasOrIsSaidToBe() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 1);
        LocalDate due = workingDay(30);
        long handover = programme.launched(ExampleHandover.due(due));
        programme.start("service-handover", handover);
        tasklist.complete("Task_ConfirmInventory", LIVERPOOL, Map.of("inventoryAnswer", "CONFIRM"));
        brief();
        Map<String, Object> go = Map.of("decision", "GO", "understood", true, "transferDate", due.toString());
        var asGo = tasklist.open("Task_Decide");
        given.briefed(handover, null);

        tasklist.completeWith(
                asGo,
                HEAD_OF_OPERATIONS,
                go,
                Map.of(
                        "decision",
                        "GO",
                        "understood",
                        true,
                        "transferDate",
                        due.toString(),
                        "readiness",
                        Map.of("result", "GO", "reasons", List.of())));

        var asHold = tasklist.open("Task_Decide", task -> task.getUserTaskKey() != (long) asGo.getUserTaskKey());
        assertThat(asHold.getDueDate()).isEqualTo(asGo.getDueDate());
        assertThat(records.state(handover)).isEqualTo("DECISION");
        given.briefed(handover, TODAY);
        given.base("PSC_LIVERPOOL_ADMIN", null);
        tasklist.complete(asHold, HEAD_OF_OPERATIONS, go);
        var asEscalated = tasklist.open("Task_Decide", task -> task.getUserTaskKey() != (long) asHold.getUserTaskKey());
        assertThat(asEscalated.getCandidateGroups()).containsExactly(DIRECTOR);
        tasklist.complete(
                asEscalated,
                DIRECTOR,
                Map.of(
                        "decision",
                        "GO",
                        "understood",
                        true,
                        "transferDate",
                        due.toString(),
                        "decisionNote",
                        "A base is promised"));
        records.awaitState(handover, "SCHEDULED");
        assertThat(records.lastReadiness(handover)).startsWith("ESCALATE: ");
    }

    @Test
    void eachGateIsAnsweredByWhoAnswersForIt() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 2);
        String[] all = {"BRIEFING", "EQIP", "TRAINING_OASYS", "RECRUITMENT"};
        long handover = programme.launched(ExampleHandover.due(workingDay(30)).gates(all));
        programme.start("service-handover", handover);
        tasklist.complete("Task_ConfirmInventory", LIVERPOOL, Map.of("inventoryAnswer", "CONFIRM"));

        others.complete(
                "Task_Eqip",
                CHANGE_LEAD,
                Map.of("eqipReference", "EQIP-1", "eqipPublishedOn", "2026-01-05"),
                LIVERPOOL,
                HEAD_OF_OPERATIONS);
        others.complete("Task_Training", CHANGE_LEAD, Map.of("trainingComplete", "YES"), LIVERPOOL);
        others.complete("Task_Recruitment", "hr-nw", Map.of("headcountConfirmed", 5), HEAD_OF_OPERATIONS);
        others.complete(
                "Task_Briefing",
                CHANGE_LEAD,
                Map.of("briefedStaff", List.of("A1"), "briefedOn", "2026-01-06"),
                LIVERPOOL,
                "A1");

        tasklist.open("Task_Decide");
        assertThat(records.gate(handover, "EQIP")).isEqualTo("met: EQIP-1");
        assertThat(records.gate(handover, "RECRUITMENT")).isEqualTo("met: 5 of 1");
        assertThat(records.gate(handover, "BRIEFING")).isEqualTo("met: 100 % briefed");
    }

    @Test
    void aSiteMoveFromItsInventoryToItsEnd() {
        cases.heldBy("PSC_WAKEFIELD", "NW", "TERMINATIONS", 2);
        cases.member("PSC_LIVERPOOL_ADMIN", "NW", "L1", "CA", "NOT_REQUIRED");
        LocalDate due = workingDay(10);
        long move = programme.launched(ExampleHandover.siteMoveDue(due));
        long instance = programme.start("site-move", move);

        others.complete(
                "Task_ConfirmInventory",
                WAKEFIELD,
                Map.of("inventoryAnswer", "CONFIRM"),
                LIVERPOOL,
                HEAD_OF_OPERATIONS);
        others.complete(
                "Task_Briefing",
                LIVERPOOL,
                Map.of(
                        "briefedStaff",
                        List.of("L1"),
                        "briefedOn",
                        LocalDate.now(time).toString()),
                WAKEFIELD,
                CHANGE_LEAD);
        untilEveningOf(due);
        tasklist.open("Task_SignReleasing");
        others.complete("Task_NoteOverdue", DIRECTOR, Map.of("overdueNote", "It moves today"), LIVERPOOL);
        tasklist.complete("Task_SignReleasing", WAKEFIELD, Map.of("releasingSignature", "SIGN", "understood", true));
        tasklist.complete("Task_SignReceiving", LIVERPOOL, Map.of("receivingSignature", "SIGN", "understood", true));

        process(instance).isCompleted().hasCompletedElements("End_Closed");
    }

    @Test
    void nothingBeginsWhereSomebodyElseStartsTheProcess() {
        long handover = programme.launched(ExampleHandover.due(workingDay(60)).windowFrom(workingDay(20)));

        long early = programme.start("service-handover", handover);
        long asSiteMove = programme.start("site-move", handover);
        long gates = camunda.newCreateInstanceCommand()
                .bpmnProcessId("handover-gates")
                .latestVersion()
                .variables(Map.of("handoverId", handover))
                .send()
                .join()
                .getProcessInstanceKey();

        process(early).hasActiveIncidents().hasActiveElements("Task_Open");
        process(asSiteMove).hasActiveIncidents().hasActiveElements("Task_Open");
        process(gates).hasActiveIncidents();
        assertThat(records.state(handover)).isEqualTo("PLANNED");
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
}
