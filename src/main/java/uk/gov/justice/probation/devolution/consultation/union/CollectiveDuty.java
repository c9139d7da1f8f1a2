package uk.gov.justice.probation.devolution.consultation.union;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;
import uk.gov.justice.probation.devolution.consultation.Consultation;

/**
 * Evaluates the decision {@code collective-duty} from the redundancies in our database, without relying on the result a
 * process reports.
 */
@Component
class CollectiveDuty {
    private final DecisionTable table = new DecisionTable("processes/consultation/collective-duty.dmn");

    /** @throws CannotSucceedException if the scope has not been set out */
    Duty of(Consultation consultation) {
        Integer redundancies = consultation.proposedRedundancies();
        if (redundancies == null) {
            throw new CannotSucceedException(
                    "The scope of consultation %d has not been set out, so it is not known what the law requires. Go back to the scope in Operate"
                            .formatted(consultation.id()));
        }
        Map<?, ?> duty = (Map<?, ?>) table.evaluate(Map.of("proposedRedundancies", BigDecimal.valueOf(redundancies)));
        return new Duty(
                (String) duty.get("kind"), ((Number) duty.get("minimumDays")).intValue(), (Boolean) duty.get("hr1"));
    }
}
