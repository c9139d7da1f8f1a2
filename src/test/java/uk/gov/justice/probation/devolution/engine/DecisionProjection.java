package uk.gov.justice.probation.devolution.engine;

import static uk.gov.justice.probation.devolution.engine.Entities.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;

/** Projects every evaluated decision, with its inputs and the rules that matched. */
final class DecisionProjection {

    private final Entities entities;

    DecisionProjection(Entities entities) {
        this.entities = entities;
    }

    void evaluation(DecisionEvaluationRecord evaluation, String intent, long key, String now) {
        int number = 0;
        for (EvaluatedDecisionValue decision : evaluation.getEvaluatedDecisions()) {
            String instanceKey = key + "-" + ++number;
            boolean failed =
                    intent.equals("FAILED") && decision.getDecisionId().equals(evaluation.getFailedDecisionId());
            // the client parses these keys without a look: they must be numbers, never absent
            ObjectNode row = entities.row("decision-instances", instanceKey, evaluation.getProcessInstanceKey())
                    .put("processDefinitionKey", Long.toString(evaluation.getProcessDefinitionKey()))
                    .put("processInstanceKey", Long.toString(evaluation.getProcessInstanceKey()))
                    .put("elementInstanceKey", Long.toString(evaluation.getElementInstanceKey()))
                    .put("decisionDefinitionKey", Long.toString(decision.getDecisionKey()))
                    .put("decisionEvaluationInstanceKey", instanceKey)
                    .put("decisionEvaluationKey", key(key))
                    .put("evaluationDate", now)
                    .put("state", failed ? "FAILED" : "EVALUATED")
                    .put("evaluationFailure", failed ? evaluation.getEvaluationFailureMessage() : null)
                    .put("decisionDefinitionId", decision.getDecisionId())
                    .put("decisionDefinitionName", decision.getDecisionName())
                    .put("decisionDefinitionVersion", decision.getDecisionVersion())
                    .put("decisionDefinitionType", decision.getDecisionType())
                    .put("result", decision.getDecisionOutput())
                    .put("tenantId", evaluation.getTenantId());
            inputs(row.putArray("evaluatedInputs"), decision);
            rules(row.putArray("matchedRules"), decision);
        }
    }

    private static void inputs(ArrayNode inputs, EvaluatedDecisionValue decision) {
        decision.getEvaluatedInputs()
                .forEach(input -> inputs.addObject()
                        .put("inputId", input.getInputId())
                        .put("inputName", input.getInputName())
                        .put("inputValue", input.getInputValue()));
    }

    private static void rules(ArrayNode rules, EvaluatedDecisionValue decision) {
        decision.getMatchedRules().forEach(rule -> {
            ArrayNode outputs = rules.addObject()
                    .put("ruleId", rule.getRuleId())
                    .put("ruleIndex", rule.getRuleIndex())
                    .putArray("evaluatedOutputs");
            rule.getEvaluatedOutputs()
                    .forEach(output -> outputs.addObject()
                            .put("outputId", output.getOutputId())
                            .put("outputName", output.getOutputName())
                            .put("outputValue", output.getOutputValue()));
        });
    }
}
