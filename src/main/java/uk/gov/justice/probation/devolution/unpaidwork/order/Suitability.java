package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/**
 * The decision {@code placement-suitability}, evaluated here and not in the engine: risk and suitability must not leave
 * the database (ADR 0040).
 */
@Component
public class Suitability {

    /** Whether unpaid work is suitable, and whose approval a placement needs. */
    public record Answer(boolean suitable, boolean spoApproval, boolean practitionerApproval) {
        public boolean needsNobody() {
            return !spoApproval && !practitionerApproval;
        }
    }

    private final DecisionTable table = new DecisionTable("processes/unpaidwork/placement-suitability.dmn");

    /** @param assessed what the assessment found; null if there is none */
    public Answer of(ProbationCase probationCase, Boolean assessed) {
        return of(probationCase.roshLevel(), probationCase.mappaLevel(), assessed);
    }

    /** @param mappaLevel {@code M1} to {@code M3}; null if there is none */
    public Answer of(String roshLevel, String mappaLevel, Boolean assessed) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("roshLevel", roshLevel);
        inputs.put("mappaLevel", mappaLevel);
        inputs.put("suitable", assessed);
        Map<?, ?> answer = (Map<?, ?>) table.evaluate(inputs);
        return new Answer((Boolean) answer.get("suitable"), (Boolean) answer.get("spoApproval"), (Boolean)
                answer.get("practitionerApproval"));
    }
}
