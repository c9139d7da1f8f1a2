package uk.gov.justice.probation.devolution.termination;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;

/**
 * Evaluates the decision {@code termination-eligibility} again when a case is about to end, in case something has
 * changed since the process evaluated the same table.
 */
@Component
class EligibilityTable {
    private final DecisionTable table = new DecisionTable("processes/termination/termination-eligibility.dmn");

    Eligibility eligibility(OpenWork open) {
        Object answer = table.evaluate(open.flags());
        return Eligibility.valueOf(
                String.valueOf(answer instanceof Map<?, ?> outputs ? outputs.get("result") : answer));
    }
}
