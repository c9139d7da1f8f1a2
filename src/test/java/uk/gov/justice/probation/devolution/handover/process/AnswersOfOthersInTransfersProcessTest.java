package uk.gov.justice.probation.devolution.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleHandover;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TransferExceptions;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.ItemDecision;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Only the group responsible can decide or sign, each side for itself, whatever is sent with the answer. */
class AnswersOfOthersInTransfersProcessTest extends ProcessScenario {
    private static final String RELEASING = "psc-manager-liverpool";
    private static final String OTHER_SITE = "psc-manager-wakefield";
    private static final String RECEIVING = "head-of-operations-nw";
    private static final String DATA_LEAD = "data-lead-nw";

    @Autowired
    TakingInventory inventory;

    @Autowired
    TransferExceptions exceptions;

    @Test
    void theDataLeadDecidesAndEachUnitSignsForItself() {
        List<Long> caseIds = cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 3);
        long handover = programme.launched(ExampleHandover.due(workingDay(30)));
        inventory.take(handover);
        cases.changed(caseIds.getFirst());
        long transfer = start(handover);

        tasklist.open("Task_Exceptions");
        exceptions.decide(
                handover,
                exceptions.open(handover).stream()
                        .map(left -> new ItemDecision(left.itemId(), "LEAVE", "It goes to court"))
                        .toList(),
                new Colleague(DATA_LEAD, Set.of(DATA_LEAD)));
        others.withoutTheTick(
                "Task_Exceptions",
                DATA_LEAD,
                Map.of("exceptionsAnswer", "CALL_OFF", "understood", true, "exceptionsNote", "Too many changes"));
        others.complete("Task_Exceptions", DATA_LEAD, Map.of("exceptionsAnswer", "DECIDED"), RELEASING, RECEIVING);
        others.complete(
                "Task_SignReleasing",
                RELEASING,
                Map.of("releasingSignature", "SIGN", "understood", true),
                OTHER_SITE,
                RECEIVING);
        others.complete(
                "Task_SignReceiving",
                RECEIVING,
                Map.of("receivingSignature", "SIGN", "understood", true),
                RELEASING,
                DATA_LEAD);

        process(transfer)
                .isCompleted()
                .hasVariable("transferOutcome", "TRANSFERRED")
                .hasVariable("moved", 2);
        assertThat(records.decisions(handover))
                .containsExactly(
                        "EXCEPTIONS ACCEPTED by " + DATA_LEAD,
                        "SIGN_RELEASING SIGN by " + RELEASING,
                        "SIGN_RECEIVING SIGN by " + RECEIVING);
        assertThat(records.messagesTo("head-of-operations-nw"))
                .contains("A task was answered three times by people whose task it is not");
    }

    @Test
    void anAnswerThatDoesNotStandComesAgainWithWhatWasEntered() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 1);
        long handover = programme.launched(ExampleHandover.due(workingDay(30)));
        inventory.take(handover);
        long transfer = start(handover);

        var task = tasklist.complete(
                "Task_SignReleasing", RELEASING, Map.of("releasingSignature", "CALL_OFF", "understood", true));

        tasklist.open("Task_SignReleasing", again -> again.getUserTaskKey() != (long) task.getUserTaskKey());
        process(transfer)
                .hasVariable("releasingRefused", "The reason why it is called off is missing. Fill it in.")
                .hasVariable("releasingSignature", "CALL_OFF");
        assertThat(records.decisions(handover)).isEmpty();
    }

    @Test
    void nothingMovesWhereSomebodyElseBeginsTheTransfer() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 3);
        long handover = programme.launched(ExampleHandover.due(workingDay(30)));
        inventory.take(handover);

        long transfer = camunda.newCreateInstanceCommand()
                .bpmnProcessId("case-transfer")
                .latestVersion()
                .variables(Map.of("handoverId", handover))
                .send()
                .join()
                .getProcessInstanceKey();

        process(transfer).hasActiveIncidents().hasActiveElements("Task_FreezeQueue");
        assertThat(records.frozenQueues(handover)).isZero();
    }

    private long start(long handover) {
        return programme.start(
                "case-transfer",
                handover,
                Map.of("fromManagerGroups", List.of(RELEASING), "receivingGroups", List.of(RECEIVING)));
    }
}
