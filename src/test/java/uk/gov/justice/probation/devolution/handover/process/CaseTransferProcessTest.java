package uk.gov.justice.probation.devolution.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.Incident;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleHandover;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.handover.Queues;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TransferExceptions;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.ItemDecision;
import uk.gov.justice.probation.devolution.handover.TransferringCases;
import uk.gov.justice.probation.devolution.security.Colleague;

class CaseTransferProcessTest extends ProcessScenario {

    private static final String RELEASING = "psc-manager-liverpool";
    private static final String RECEIVING = "head-of-operations-nw";
    private static final String DATA_LEAD = "data-lead-nw";
    private static final Map<String, Object> RELEASED = Map.of("releasingSignature", "SIGN", "understood", true);
    private static final Map<String, Object> RECEIVED = Map.of("receivingSignature", "SIGN", "understood", true);
    private static final Map<String, Object> CALL_OFF = Map.of(
            "receivingSignature", "CALL_OFF", "understood", true, "receivingNote", "The region is not ready after all");

    @Autowired
    TakingInventory inventory;

    @Autowired
    TransferringCases transferring;

    @Autowired
    TransferExceptions exceptions;

    @Autowired
    Queues queues;

    private List<Long> caseIds;
    private long handover;

    @BeforeEach
    void fiveCasesInScope() {
        caseIds = cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 5);
        cases.heldBy("PSC_LIVERPOOL", "GM", "ALLOCATION", 1);
        handover = programme.launched(ExampleHandover.due(workingDay(30)));
        inventory.take(handover);
    }

    @Test
    void everyCaseMovesOnceAndBothOwnersSign() {
        long transfer = start();

        tasklist.open("Task_SignReleasing");
        assertThat(records.frozenQueues(handover)).isEqualTo(1);
        assertThat(records.state(handover)).isEqualTo("SIGNING");
        tasklist.complete("Task_SignReleasing", RELEASING, RELEASED);
        tasklist.complete("Task_SignReceiving", RECEIVING, RECEIVED);

        process(transfer)
                .isCompleted()
                .hasCompletedElements("End_Transferred")
                .hasCompletedElement("Task_TransferBatch", 4)
                .hasVariable("transferOutcome", "TRANSFERRED")
                .hasVariable("moved", 5)
                .hasVariable("leftBehind", 0);
        assertThat(records.held("REGION_NW", "ALLOCATION")).isEqualTo(5);
        assertThat(records.held("PSC_LIVERPOOL", "ALLOCATION"))
                .as("the other region's case stays")
                .isEqualTo(1);
        assertThat(caseIds)
                .allSatisfy(id -> assertThat(records.takenOn(handover, id)).isEqualTo(1));
        assertThat(records.state(handover)).isEqualTo("HYPERCARE");
        assertThat(records.decisions(handover))
                .containsExactlyInAnyOrder(
                        "SIGN_RELEASING SIGN by " + RELEASING, "SIGN_RECEIVING SIGN by " + RECEIVING);
        assertThat(records.audited("handover/" + handover)).contains("RECONCILED by system");
    }

    @Test
    void aBatchDeliveredTwiceMovesItsCasesOnce() {
        TransferringCases.Batches planned = transferring.plan(handover);
        transferring.transfer(handover, planned.round(), planned.numbers().getFirst());

        start();

        tasklist.open("Task_SignReleasing");
        assertThat(records.held("REGION_NW", "ALLOCATION")).isEqualTo(5);
        assertThat(caseIds)
                .allSatisfy(id -> assertThat(records.takenOn(handover, id)).isEqualTo(1));
        assertThat(records.count("SELECT COUNT(DISTINCT round) FROM handover_batch WHERE handover_id = ?", handover))
                .isEqualTo(1);
    }

    @Test
    void aCaseChangedSinceTheInventoryStaysUntilSomebodySaysToTryAgain() {
        cases.changed(caseIds.get(3));
        long transfer = start();

        tasklist.open("Task_Exceptions");
        assertThat(records.held("PSC_LIVERPOOL", "ALLOCATION"))
                .as("it and the other region's")
                .isEqualTo(2);
        decide("RETRY", null);
        tasklist.complete("Task_Exceptions", DATA_LEAD, Map.of("exceptionsAnswer", "DECIDED"));
        bothSign();

        process(transfer).isCompleted().hasVariable("moved", 5).hasVariable("leftBehind", 0);
        assertThat(caseIds)
                .allSatisfy(id -> assertThat(records.takenOn(handover, id)).isEqualTo(1));
        assertThat(records.decisions(handover)).startsWith("EXCEPTIONS RETRY by " + DATA_LEAD);
    }

    @Test
    void theTaskComesBackWhileACaseIsUndecidedAndThenTheCaseIsLeftWithAReason() {
        cases.changed(caseIds.get(1));
        long transfer = start();

        tasklist.complete("Task_Exceptions", DATA_LEAD, Map.of("exceptionsAnswer", "DECIDED"));
        process(transfer)
                .hasCompletedElement("Task_Exceptions", 1)
                .hasActiveElement("Task_Exceptions", 1)
                .hasVariable("undecided", 1);
        decide("LEAVE", "Transferred to another region last week");
        tasklist.complete("Task_Exceptions", DATA_LEAD, Map.of("exceptionsAnswer", "DECIDED"));
        bothSign();

        process(transfer).isCompleted().hasVariable("moved", 4).hasVariable("leftBehind", 1);
        assertThat(records.items(handover, "LEFT")).isEqualTo(1);
        assertThat(records.takenOn(handover, caseIds.get(1))).isZero();
        assertThat(records.decisions(handover))
                .startsWith("EXCEPTIONS UNDECIDED by " + DATA_LEAD, "EXCEPTIONS ACCEPTED by " + DATA_LEAD);
    }

    @Test
    void calledOffByTheRegionBringsEveryCaseBack() {
        cases.changed(caseIds.get(0));
        long transfer = start();

        tasklist.complete(
                "Task_Exceptions",
                DATA_LEAD,
                Map.of("exceptionsAnswer", "CALL_OFF", "understood", true, "exceptionsNote", "Too many changes"));

        process(transfer)
                .isCompleted()
                .hasCompletedElements("Event_CallOff", "Task_BringCasesBack", "Task_UnfreezeQueue", "End_CalledOff")
                .hasVariable("transferOutcome", "CALLED_OFF");
        assertEverythingIsBack();
    }

    @Test
    void calledOffAtSigningAfterASecondRoundBringsTheCasesOfBothRoundsBack() {
        cases.changed(caseIds.get(4));
        long transfer = start();
        tasklist.open("Task_Exceptions");
        decide("RETRY", null);
        tasklist.complete("Task_Exceptions", DATA_LEAD, Map.of("exceptionsAnswer", "DECIDED"));

        tasklist.complete("Task_SignReleasing", RELEASING, RELEASED);
        assertThat(records.held("REGION_NW", "ALLOCATION")).isEqualTo(5);
        tasklist.complete("Task_SignReceiving", RECEIVING, CALL_OFF);

        process(transfer)
                .isCompleted()
                .hasCompletedElement("Task_BringCasesBack", 2)
                .hasVariable("transferOutcome", "CALLED_OFF");
        assertEverythingIsBack();
        assertThat(records.messagesTo(RELEASING)).containsExactly("H-NW-1: called off");
    }

    @Test
    void aBalanceThatDoesNotHoldIsAnIncidentAndGoesOnWhenTheDataIsRight() {
        queues.freeze(handover);
        long otherCase = cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 1).getFirst();
        given.theServices(otherCase).untilDaysLater(3).save();
        long transfer = start();

        process(transfer).hasActiveIncidents().hasActiveElements("Task_Reconcile");
        Incident incident = camunda.newIncidentsByProcessInstanceSearchRequest(transfer)
                .send()
                .join()
                .items()
                .getFirst();
        assertThat(incident.getErrorMessage())
                .contains("H-NW-1 does not balance", "1 cases of the frozen queues changed hands outside any handover");
        given.theServices(otherCase).goesOn().save();
        camunda.newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
        camunda.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
        bothSign();

        process(transfer).isCompleted().hasVariable("transferOutcome", "TRANSFERRED");
    }

    @Test
    void nothingInScopeNeedsNoBatchAndIsSignedAllTheSame() {
        long empty = programme.launched(
                ExampleHandover.due(workingDay(30)).row("H-NW-3").of("UPW_ADMINISTRATION"));
        inventory.take(empty);
        long transfer = programme.start("case-transfer", empty, owners());

        bothSign();

        process(transfer).isCompleted().hasVariable("moved", 0);
        assertThat(records.messagesTo("programme-nw")).contains("H-NW-3: nothing is in scope");
    }

    private long start() {
        return programme.start("case-transfer", handover, owners());
    }

    private static Map<String, Object> owners() {
        return Map.of("fromManagerGroups", List.of(RELEASING), "receivingGroups", List.of(RECEIVING));
    }

    private void bothSign() {
        tasklist.complete("Task_SignReleasing", RELEASING, RELEASED);
        tasklist.complete("Task_SignReceiving", RECEIVING, RECEIVED);
    }

    private void decide(String decision, String reason) {
        exceptions.decide(
                handover,
                exceptions.open(handover).stream()
                        .map(exception -> new ItemDecision(exception.itemId(), decision, reason))
                        .toList(),
                new Colleague(DATA_LEAD, Set.of(DATA_LEAD)));
    }

    private void assertEverythingIsBack() {
        assertThat(records.state(handover)).isEqualTo("CALLED_OFF");
        assertThat(records.held("REGION_NW", "ALLOCATION")).isZero();
        assertThat(records.held("PSC_LIVERPOOL", "ALLOCATION")).isEqualTo(6);
        assertThat(records.frozenQueues(handover)).isZero();
        assertThat(caseIds)
                .allSatisfy(id -> assertThat(records.count(
                                "SELECT COUNT(*) FROM case_service WHERE case_id = ? AND open_mark = 1", id))
                        .isEqualTo(1));
    }
}
