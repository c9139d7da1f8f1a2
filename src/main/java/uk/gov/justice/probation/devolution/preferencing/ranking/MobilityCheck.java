package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.allocation.Mobility;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;

/**
 * The decision {@code mobility-check}, evaluated here and not in the engine because adjustments must not leave the
 * database (ADR 0032).
 */
@Component
class MobilityCheck {

    /** What a person's adjustments say about a site. */
    enum Adjustment {
        NONE,
        REQUIRED,
        EXCLUDED
    }

    private final DecisionTable table = new DecisionTable("processes/preferencing/mobility-check.dmn");

    /** @param travelMinutes one way; null if unknown */
    Mobility check(Integer travelMinutes, int limitMinutes, boolean consent, Adjustment adjustment) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("travelMinutes", travelMinutes);
        inputs.put("limitMinutes", limitMinutes);
        inputs.put("consent", consent);
        inputs.put("adjustment", adjustment.name());
        return Mobility.valueOf((String) table.evaluate(inputs));
    }
}
