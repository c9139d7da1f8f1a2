package uk.gov.justice.probation.devolution.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.ParsedDecisionRequirementsGraph;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.handover.AssessingReadiness.Facts;
import uk.gov.justice.probation.devolution.handover.Gate;
import uk.gov.justice.probation.devolution.handover.ReadinessRules;
import uk.gov.justice.probation.devolution.handover.ReadinessRules.Readiness;

/** The decision table row by row, on Camunda's own decision engine, with the facts as Java collects them. */
class HandoverReadinessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Facts ALL_WELL =
            new Facts("ALLOCATION", List.of(Gate.values()), 0, 100, true, 4, 4, true, true, false, true);
    private static final DecisionEngine ENGINE = DecisionEngineFactory.createDecisionEngine();
    private static ParsedDecisionRequirementsGraph rules;

    @BeforeAll
    static void read() throws IOException {
        try (var file = new FileInputStream("processes/handover/handover-readiness.dmn")) {
            rules = ENGINE.parse(file);
        }
        assertThat(rules.isValid()).as(rules.getFailureMessage()).isTrue();
    }

    @Test
    void withEveryGateMetItIsGo() {
        assertThat(readiness(ALL_WELL)).isEqualTo(new Readiness("GO", List.of("Every gate is met.")));
    }

    @Test
    void anUnvettedOfficerHoldsOrdersAndCaseManagementAndNothingElse() {
        assertThat(readiness(unvetted("UPW_ORDERS")).result()).isEqualTo("HOLD");
        assertThat(readiness(unvetted("STANDALONE_UPW_CASE_MANAGEMENT")).result())
                .isEqualTo("HOLD");
        assertThat(readiness(unvetted("UPW_ADMINISTRATION")).result()).isEqualTo("GO");
    }

    @Test
    void anUnbriefedColleagueHoldsWhereBriefingIsAGate() {
        assertThat(readiness(briefed(99, Gate.values())))
                .isEqualTo(new Readiness("HOLD", List.of("Not everybody in the receiving team has been briefed.")));
        assertThat(readiness(briefed(0, Gate.EQIP)).result()).isEqualTo("GO");
    }

    @Test
    void aMissingEqipReferenceHoldsWhereEqipIsAGate() {
        assertThat(readiness(withoutEqip(Gate.values())).result()).isEqualTo("HOLD");
        assertThat(readiness(withoutEqip(Gate.BRIEFING)).result()).isEqualTo("GO");
    }

    @Test
    void aConsultationThatHasNotReachedItsIndividualStageHoldsWhereItIsAGate() {
        assertThat(readiness(beforeIndividualStage(Gate.values())).result()).isEqualTo("HOLD");
        assertThat(readiness(beforeIndividualStage(Gate.BRIEFING)).result()).isEqualTo("GO");
    }

    @Test
    void tooFewPeopleAreAConditionWhereRecruitmentIsAGate() {
        assertThat(readiness(inPost(3, Gate.values())).result()).isEqualTo("CONDITIONAL");
        assertThat(readiness(inPost(3, Gate.BRIEFING)).result()).isEqualTo("GO");
    }

    @Test
    void trainingThatIsNotCompleteIsAConditionWhereItIsAGate() {
        assertThat(readiness(untrained(Gate.values())).result()).isEqualTo("CONDITIONAL");
        assertThat(readiness(untrained(Gate.BRIEFING)).result()).isEqualTo("GO");
    }

    @Test
    void aTeamWithoutABaseAfterItsLeaseIsTheDirectors() {
        assertThat(readiness(base(true, false)).result()).isEqualTo("ESCALATE");
        assertThat(readiness(base(true, true)).result())
                .as("the team has another base")
                .isEqualTo("GO");
        assertThat(readiness(base(false, false)).result())
                .as("the lease goes on")
                .isEqualTo("GO");
    }

    @Test
    void theFirstRowThatHoldsDecidesAndEveryReasonIsGiven() {
        Facts nothingIsWell =
                new Facts("UPW_ORDERS", List.of(Gate.values()), 2, 0, false, 4, 0, false, false, true, false);

        Readiness readiness = readiness(nothingIsWell);

        assertThat(readiness.result()).isEqualTo("HOLD");
        assertThat(readiness.reasons()).hasSize(7).first().asString().contains("vetted");
    }

    private static Facts unvetted(String service) {
        return new Facts(service, List.of(Gate.values()), 1, 100, true, 4, 4, true, true, false, true);
    }

    private static Facts briefed(int percent, Gate... gates) {
        return new Facts("ALLOCATION", List.of(gates), 0, percent, true, 4, 4, true, true, false, true);
    }

    private static Facts withoutEqip(Gate... gates) {
        return new Facts("ALLOCATION", List.of(gates), 0, 100, false, 4, 4, true, true, false, true);
    }

    private static Facts beforeIndividualStage(Gate... gates) {
        return new Facts("ALLOCATION", List.of(gates), 0, 100, true, 4, 4, true, false, false, true);
    }

    private static Facts inPost(int headcount, Gate... gates) {
        return new Facts("ALLOCATION", List.of(gates), 0, 100, true, 4, headcount, true, true, false, true);
    }

    private static Facts untrained(Gate... gates) {
        return new Facts("ALLOCATION", List.of(gates), 0, 100, true, 4, 4, false, true, false, true);
    }

    private static Facts base(boolean leaseEnded, boolean teamHasBase) {
        return new Facts("ALLOCATION", List.of(Gate.values()), 0, 100, true, 4, 4, true, true, leaseEnded, teamHasBase);
    }

    private static Readiness readiness(Facts facts) {
        Map<String, Object> variables =
                Map.of("facts", JSON.convertValue(facts, new TypeReference<Map<String, Object>>() {}));
        var evaluated = ENGINE.evaluateDecisionById(rules, "handover-readiness", new VariablesContext(variables));
        assertThat(evaluated.isFailure()).as(evaluated.getFailureMessage()).isFalse();
        try {
            Readiness readiness =
                    JSON.readValue(MsgPackConverter.convertToJson(evaluated.getOutput()), Readiness.class);
            assertThat(new ReadinessRules().apply(facts))
                    .as("asked in the application")
                    .isEqualTo(readiness);
            return readiness;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
