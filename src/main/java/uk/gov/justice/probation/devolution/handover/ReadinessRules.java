package uk.gov.justice.probation.devolution.handover;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;
import uk.gov.justice.probation.devolution.handover.AssessingReadiness.Facts;

/**
 * Evaluates the decision {@code handover-readiness} here as the process does in the engine, so that a decision is never
 * based on data sent with the answer.
 */
@Component
public class ReadinessRules {

    /** GO, CONDITIONAL, HOLD or ESCALATE, with every reason. */
    public record Readiness(String result, List<String> reasons) {

        /** Whether the Regional Probation Director has to decide. */
        boolean escalated() {
            return result.equals("ESCALATE");
        }
    }

    private final DecisionTable table = new DecisionTable("processes/handover/handover-readiness.dmn");
    private final ObjectMapper json = new ObjectMapper();

    public Readiness apply(Facts facts) {
        Map<?, ?> readiness = (Map<?, ?>) table.evaluate(
                Map.of("facts", json.convertValue(facts, new TypeReference<Map<String, Object>>() {})));
        return new Readiness(
                (String) readiness.get("result"),
                ((List<?>) readiness.get("reasons"))
                        .stream().map(String.class::cast).toList());
    }
}
