package uk.gov.justice.probation.devolution.termination;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;

/**
 * The decision {@code termination-eligibility} asked once more when a case is ended, so that nothing that came in
 * between is overlooked; the process asks the same table.
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
