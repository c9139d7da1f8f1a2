package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;
import uk.gov.justice.probation.devolution.preferencing.outcome.OutcomeLetters;

/**
 * Evaluates the decision {@code appeal-admissible} from what our database holds, without relying on the result its
 * process reports.
 */
@Component
class Admissibility {
    private final DecisionTable table = new DecisionTable("processes/preferencing/appeal-admissible.dmn");
    private final OutcomeLetters letters;

    Admissibility(OutcomeLetters letters) {
        this.letters = letters;
    }

    boolean isHeard(Appeal appeal) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("inTime", appeal.inTime());
        inputs.put("admitted", appeal.admitted());
        inputs.put("outcomeIsFinal", letters.written(appeal.memberId()));
        return ((Map<?, ?>) table.evaluate(inputs)).get("result").equals("ADMIT");
    }
}
