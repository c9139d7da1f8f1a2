package uk.gov.justice.probation.devolution.camunda.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which instances can go on by another model, on models that differ from those of today in one thing each. */
class CrossingTest {
    private static final String HANDOVER = "service-handover";
    private static final String INVENTORY = "Task_ConfirmInventory";

    private final String today = KeptModels.ofToday().bpmn(HANDOVER);

    @Test
    void whatIsAtAStepThatBothModelsHaveGoes() {
        Crossing crossing = crossing(today, Map.of());

        assertThat(crossing.whyItStays(Set.of(INVENTORY), Set.of())).isEmpty();
        assertThat(crossing.mapping()).containsEntry(INVENTORY, INVENTORY).containsKey("Gateway_Wait");
        assertThat(crossing.settledBefore(Set.of(INVENTORY))).isEmpty();
    }

    @Test
    void whatIsAtAStepThatHasGoneStaysUnlessThePlanSaysWhatItBecomes() {
        String renamed = today.replace("\"" + INVENTORY + "\"", "\"Task_CheckInventory\"");
        assertThat(crossing(renamed, Map.of()).whyItStays(Set.of(INVENTORY), Set.of()))
                .containsExactly(new Staying(Reason.GONE, INVENTORY));
        assertThat(crossing(renamed, Map.of()).mapping()).doesNotContainKey(INVENTORY);

        Crossing planned = crossing(renamed, Map.of(INVENTORY, "Task_CheckInventory"));

        assertThat(planned.whyItStays(Set.of(INVENTORY), Set.of())).isEmpty();
        assertThat(planned.mapping()).containsEntry(INVENTORY, "Task_CheckInventory");
        assertThat(planned.back().mapping()).containsEntry("Task_CheckInventory", INVENTORY);
        assertThat(planned.back().whyItStays(Set.of("Task_CheckInventory"), Set.of()))
                .isEmpty();
    }

    @Test
    void whatIsAtAStepThatBecomesNothingStays() {
        assertThat(crossing(today, Map.of(INVENTORY, "")).whyItStays(Set.of(INVENTORY), Set.of()))
                .containsExactly(new Staying(Reason.GONE, INVENTORY));
    }

    @Test
    void aStepOfAnotherKindOrInAnotherPartKeepsWhatIsThere() {
        Crossing crossing =
                crossing(today, Map.of(INVENTORY, "Catch_Hypercare", "Catch_PlannedDate", "Catch_Hypercare"));

        assertThat(crossing.whyItStays(Set.of(INVENTORY), Set.of()))
                .containsExactly(new Staying(Reason.OTHER_KIND, INVENTORY));
        assertThat(crossing.whyItStays(Set.of("Catch_PlannedDate"), Set.of()))
                .containsExactly(new Staying(Reason.OTHER_SCOPE, "Catch_PlannedDate"));
        assertThat(crossing.mapping()).doesNotContainKeys(INVENTORY, "Catch_PlannedDate");
    }

    @Test
    void whatWasSettledForAnOpenTaskIsNamed() {
        Crossing crossing =
                crossing(today.replace("formId=\"confirm-inventory\"", "formId=\"confirm-inventory-again\""), Map.of());

        assertThat(crossing.whyItStays(Set.of(INVENTORY), Set.of())).isEmpty();
        assertThat(crossing.settledBefore(Set.of(INVENTORY))).isEqualTo(Map.of(INVENTORY, Set.of("its form")));
        assertThat(crossing.settledBefore(Set.of("Task_Review"))).isEmpty();
    }

    @Test
    void nothingGoesToAModelThatWaitsForOtherMessages() {
        assertThat(crossing(today.replace("handover.siteMoveEnded", "handover.moveOver"), Map.of())
                        .whyItStays(Set.of(INVENTORY), Set.of()))
                .containsExactly(new Staying(Reason.OTHER_MESSAGES, ""));
    }

    @Test
    void whatWaitsAtAJoinStaysUntilTheOtherBranchesHaveCome() {
        DeployedModel transfer =
                DeployedModel.of("case-transfer", KeptModels.ofToday().bpmn("case-transfer"));
        Crossing crossing = new Crossing(transfer, transfer, Map.of());
        Set<String> flows = transfer.joins().get("Gateway_Signed");

        assertThat(flows).hasSize(2);
        assertThat(crossing.asksForFlows()).isTrue();
        assertThat(crossing.whyItStays(
                        Set.of("Task_SignReceiving"), Set.of(flows.iterator().next())))
                .contains(new Staying(Reason.AT_A_JOIN, "Gateway_Signed"));
        assertThat(crossing.whyItStays(Set.of("Task_SignReceiving"), flows))
                .doesNotContain(new Staying(Reason.AT_A_JOIN, "Gateway_Signed"));
    }

    @Test
    void whatMayHaveToBeUndoneStaysOnceItHasBegun() {
        DeployedModel transfer =
                DeployedModel.of("case-transfer", KeptModels.ofToday().bpmn("case-transfer"));
        Crossing crossing = new Crossing(transfer, transfer, Map.of());
        Map.Entry<String, Set<String>> undone =
                transfer.undone().entrySet().iterator().next();

        assertThat(crossing.whyItStays(Set.of("Task_Exceptions"), Set.of())).isEmpty();
        assertThat(crossing.whyItStays(Set.of("Task_Exceptions"), undone.getValue()))
                .containsExactly(new Staying(Reason.MAY_BE_UNDONE, undone.getKey()));
        assertThat(crossing.whyItStays(Set.of(undone.getKey()), Set.of()))
                .containsExactly(new Staying(Reason.MAY_BE_UNDONE, undone.getKey()));
    }

    @Test
    void whatWaitsBesideARepeatedStepStays() {
        DeployedModel programme = DeployedModel.of(
                "regional-programme", KeptModels.ofTheReleaseBefore().bpmn("regional-programme"));
        Crossing crossing = new Crossing(programme, programme, Map.of());

        assertThat(crossing.whyItStays(Set.of("SubProcess_Rows", "Catch_WindowOpens"), Set.of()))
                .containsExactly(new Staying(Reason.WAITS_BESIDE_REPETITION, "SubProcess_Rows"));
        assertThat(crossing.whyItStays(Set.of("Task_SignClosingReport"), Set.of()))
                .isEmpty();
    }

    /** What runs at such a step can never be moved: a timer belongs around the repetition. */
    @Test
    void noModelOfTodayWaitsBesideARepeatedStep() {
        assertThat(KeptModels.ofToday().processes()).isNotEmpty().allSatisfy(process -> {
            DeployedModel model = DeployedModel.of(process, KeptModels.ofToday().bpmn(process));
            assertThat(model.steps().values()).as(process).isNotEmpty().noneMatch(model::waitsBesideItsRepetition);
        });
    }

    private Crossing crossing(String newer, Map<String, String> becomes) {
        return new Crossing(DeployedModel.of(HANDOVER, today), DeployedModel.of(HANDOVER, newer), becomes);
    }
}
