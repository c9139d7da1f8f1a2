package uk.gov.justice.probation.devolution.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleHandover;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.handover.ConsultationStages;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.VettingResults;
import uk.gov.justice.probation.devolution.security.Colleague;

class HandoverGatesProcessTest extends ProcessScenario {

    private static final String CHANGE_LEAD = "change-nw";
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    TakingInventory inventory;

    @Autowired
    VettingResults vetting;

    @Autowired
    ConsultationStages consultations;

    @Test
    void eachOpenGateIsATaskOfItsOwnAndItsAnswerIsKept() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 5);
        cases.administrator("NW", "A1");
        cases.administrator("NW", "A2");
        long handover = inventoried("ALLOCATION", "BRIEFING", "EQIP", "TRAINING_OASYS", "RECRUITMENT");
        long gates = start(handover, "BRIEFING", "EQIP", "TRAINING_OASYS", "RECRUITMENT");

        tasklist.complete(
                "Task_Eqip", CHANGE_LEAD, Map.of("eqipReference", "EQIP-1234", "eqipPublishedOn", "2026-01-05"));
        tasklist.complete("Task_Training", CHANGE_LEAD, Map.of("trainingComplete", "YES"));
        tasklist.complete("Task_Recruitment", HR.userName(), Map.of("headcountConfirmed", 2));
        tasklist.complete(
                "Task_Briefing", CHANGE_LEAD, Map.of("briefedStaff", List.of("A1", "A2"), "briefedOn", "2026-01-06"));

        process(gates).isCompleted().hasCompletedElement("End_Gate", 4);
        assertThat(records.gate(handover, "EQIP")).isEqualTo("met: EQIP-1234");
        assertThat(records.gate(handover, "TRAINING_OASYS")).isEqualTo("met: Complete");
        assertThat(records.gate(handover, "RECRUITMENT")).isEqualTo("met: 2 of 1");
        assertThat(records.gate(handover, "BRIEFING")).isEqualTo("met: 100 % briefed");
        assertThat(records.audited("handover/" + handover))
                .contains(
                        "GATE_EQIP by change-nw",
                        "GATE_TRAINING_OASYS by change-nw",
                        "GATE_RECRUITMENT by hr-nw",
                        "GATE_BRIEFING by change-nw");
    }

    @Test
    void whatIsNotMetIsKeptAsNotMet() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 5);
        cases.administrator("NW", "A1");
        cases.administrator("NW", "A2");
        long handover = inventoried("ALLOCATION", "BRIEFING", "TRAINING_OASYS", "RECRUITMENT");
        long gates = start(handover, "BRIEFING", "TRAINING_OASYS", "RECRUITMENT");

        tasklist.complete(
                "Task_Training", CHANGE_LEAD, Map.of("trainingComplete", "NO", "trainingNote", "Booked for next week"));
        tasklist.complete(
                "Task_Recruitment",
                HR.userName(),
                Map.of("headcountConfirmed", 0, "recruitmentNote", "Campaign still runs"));
        tasklist.complete(
                "Task_Briefing", CHANGE_LEAD, Map.of("briefedStaff", List.of("A2"), "briefedOn", "2026-01-06"));

        process(gates).isCompleted();
        assertThat(records.gate(handover, "TRAINING_OASYS")).isEqualTo("not met: Not complete");
        assertThat(records.gate(handover, "RECRUITMENT")).isEqualTo("not met: 0 of 1");
        assertThat(records.gate(handover, "BRIEFING")).isEqualTo("not met: 50 % briefed");
    }

    @Test
    void everyOfficerWaitingForVettingIsChasedUntilHrClearsThem() {
        String first = cases.unvettedOfficer("NW", "P1");
        String second = cases.unvettedOfficer("NW", "P2");
        long handover = inventoried("UPW_ORDERS", "VETTING");
        long gates = start(handover, "VETTING");
        process(gates).hasActiveElement("Gateway_AwaitVetting", 2);

        vetting.cleared(first, HR);
        process(gates).hasActiveElement("Gateway_AwaitVetting", 1).hasCompletedElement("End_Vetted", 1);
        untilEveningOf(workingDay(10));
        process(gates).hasCompletedElement("Task_ChaseVetting", 1).hasActiveElement("Gateway_AwaitVetting", 1);
        untilEveningOf(workingDay(10));
        process(gates).hasCompletedElement("Task_ChaseVetting", 2);
        vetting.cleared(second, HR);

        process(gates).isCompleted();
        assertThat(records.messagesTo("hr-nw"))
                .hasSize(2)
                .allMatch(subject -> subject.contains("vetting is still outstanding"));
        assertThat(records.count(
                        "SELECT chased FROM handover_vetting WHERE handover_id = ? AND staff_number = ?",
                        handover,
                        second))
                .isEqualTo(2);
        assertThat(records.audited("staff/" + first)).containsExactly("VETTING_CLEARED by hr-nw");
    }

    @Test
    void theConsultationGateWaitsForTheIndividualStage() {
        long handover = inventoried("ALLOCATION", "CONSULTATION");
        long gates = start(handover, "CONSULTATION");
        process(gates).isWaitingForMessage("consultation.individualStageReached", Long.toString(handover));

        consultations.reached("NW", HR);

        process(gates).isCompleted().hasCompletedElements("Catch_ConsultationReached");
        assertThat(records.gate(handover, "CONSULTATION")).isEqualTo("met: Individual stage reached");
    }

    @Test
    void aConsultationThatIsThereAlreadyIsNotWaitedFor() {
        consultations.reached("NW", HR);
        long handover = inventoried("ALLOCATION", "CONSULTATION");

        long gates = start(handover, "CONSULTATION");

        process(gates).isCompleted().hasNotActivatedElements("Catch_ConsultationReached");
        assertThat(records.gate(handover, "CONSULTATION")).isEqualTo("met: Individual stage reached");
    }

    private long inventoried(String service, String... gates) {
        long handover = programme.launched(
                ExampleHandover.due(workingDay(60)).of(service).gates(gates));
        inventory.take(handover);
        return handover;
    }

    private long start(long handover, String... gates) {
        return programme.start(
                "handover-gates",
                handover,
                Map.of("outstandingGates", List.of(gates), "gateDueAt", workingDay(20) + "T17:00:00Z"));
    }
}
