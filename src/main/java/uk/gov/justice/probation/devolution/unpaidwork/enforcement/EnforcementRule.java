package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;

/**
 * The decision {@code enforcement-step}, evaluated here and not in the engine: a person's failures must not leave the
 * database (ADR 0078).
 */
@Component
class EnforcementRule {
    private final DecisionTable table = new DecisionTable("processes/unpaidwork/enforcement-step.dmn");

    EnforcementStep of(Enforcing.Count count) {
        Map<?, ?> answer = (Map<?, ?>) table.evaluate(Map.of(
                "reasonAccepted",
                count.reasonAccepted(),
                "verySerious",
                count.verySerious(),
                "failures",
                count.failures()));
        return EnforcementStep.valueOf((String) answer.get("step"));
    }
}
