package uk.gov.justice.probation.devolution.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.example.ExampleHandover;
import uk.gov.justice.probation.devolution.example.ProcessScenario;

class SiteMoveProcessTest extends ProcessScenario {

    private static final String GIVING = "psc-manager-wakefield";
    private static final String TAKING = "psc-manager-liverpool";

    private LocalDate due;
    private long move;
    private long instance;

    @BeforeEach
    void threeCasesAndATeamOfTwo() {
        due = workingDay(30);
        cases.heldBy("PSC_WAKEFIELD", "NW", "TERMINATIONS", 3);
        cases.member("PSC_LIVERPOOL_ADMIN", "NW", "L1", "CA", "NOT_REQUIRED");
        cases.member("PSC_LIVERPOOL_ADMIN", "NW", "L2", "CA", "NOT_REQUIRED");
        move = programme.launched(ExampleHandover.siteMoveDue(due));
        instance = programme.start("site-move", move);
    }

    @Test
    void aServiceMovesBetweenSitesOnceEverybodyIsBriefed() {
        tasklist.complete(
                "Task_ConfirmInventory", GIVING, Map.of("inventoryAnswer", "TAKE_AGAIN", "inventoryNote", "Once more"));
        tasklist.complete("Task_ConfirmInventory", GIVING, Map.of("inventoryAnswer", "CONFIRM"));
        brief("L1");
        process(instance).hasCompletedElement("Task_Briefing", 1).hasActiveElements("Task_Briefing");
        assertThat(records.gate(move, "BRIEFING")).isEqualTo("not met: 50 % briefed");
        brief("L2");
        untilMorningOf(workingDay(10));
        process(instance).hasCompletedElements("Task_Remind").hasActiveElements("Catch_PlannedDate");
        untilMorningOf(due);
        sign("SIGN");

        process(instance).isCompleted().hasCompletedElements("End_Closed");
        assertThat(records.state(move)).isEqualTo("CLOSED");
        assertThat(records.held("PSC_LIVERPOOL", "TERMINATIONS")).isEqualTo(3);
        assertThat(records.held("PSC_WAKEFIELD", "TERMINATIONS")).isZero();
        assertThat(records.decisions(move))
                .contains(
                        "INVENTORY TAKE_AGAIN by " + GIVING,
                        "INVENTORY CONFIRM by " + GIVING,
                        "SIGN_RELEASING SIGN by " + GIVING,
                        "SIGN_RECEIVING SIGN by " + TAKING);
        assertThat(records.messagesTo("programme-nw")).contains("M1: closed");
    }

    @Test
    void aSiteMoveThatEndsLetsTheHandoverItFeedsTakeItsInventory() {
        long handover = programme.launched(
                ExampleHandover.due(workingDay(60)).row("H-NW-5").of("TERMINATIONS"));
        long fed = programme.start("service-handover", handover);
        process(fed).isWaitingForMessage("handover.siteMoveEnded");
        confirmAndBrief();
        untilMorningOf(due);

        sign("SIGN");

        process(instance).isCompleted();
        process(fed).hasActiveElements("Task_ConfirmInventory").hasVariable("inScope", 3);
    }

    @Test
    void anOverdueSiteMoveIsEscalatedAndCanStillBeCalledOff() {
        confirmAndBrief();
        untilEveningOf(due);

        tasklist.complete("Task_NoteOverdue", "rpd-nw", Map.of("overdueNote", "Known"));
        sign("CALL_OFF");

        process(instance).isCompleted().hasCompletedElements("End_OverdueNoted", "End_CalledOff");
        assertThat(records.state(move)).isEqualTo("CALLED_OFF");
        assertThat(records.held("PSC_WAKEFIELD", "TERMINATIONS")).isEqualTo(3);
        assertThat(records.messagesTo("rpd-nw")).singleElement().asString().startsWith("M1 was due by");
    }

    private void confirmAndBrief() {
        tasklist.complete("Task_ConfirmInventory", GIVING, Map.of("inventoryAnswer", "CONFIRM"));
        brief("L1", "L2");
        process(instance).hasActiveElements("Catch_PlannedDate");
    }

    private void brief(String... staff) {
        tasklist.complete(
                "Task_Briefing",
                TAKING,
                Map.of(
                        "briefedStaff",
                        List.of(staff),
                        "briefedOn",
                        LocalDate.now(time).toString()));
    }

    private void sign(String signature) {
        tasklist.complete(
                "Task_SignReleasing",
                GIVING,
                Map.of("releasingSignature", signature, "understood", true, "releasingNote", "As agreed"));
        tasklist.complete(
                "Task_SignReceiving",
                TAKING,
                Map.of("receivingSignature", signature, "understood", true, "receivingNote", "As agreed"));
    }
}
