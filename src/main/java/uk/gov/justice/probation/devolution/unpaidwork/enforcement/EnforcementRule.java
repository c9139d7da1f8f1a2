package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;

/**
 * The decision {@code enforcement-step}, evaluated here and not in the engine: a person's failures must not leave the
 * database (ADR 0078).
 */
@Component
public class EnforcementRule {
    private static final DecisionTable TABLE = new DecisionTable("processes/unpaidwork/enforcement-step.dmn");
    private static final int FAILED_AND_WARNED = 1;

    EnforcementStep of(Enforcing.Count count) {
        return step(count.reasonAccepted(), count.verySerious(), count.failures());
    }

    /**
     * How often it must happen yet for a breach, as it reads after "If it happens": "again", or "2 more times".
     *
     * @param failures how many count already: at least the one that is warned of, and asked for only if more than that
     *     matter
     */
    public static String yetToHappen(IntSupplier failures) {
        return yetToHappen(breachAt(), failures);
    }

    static String yetToHappen(int breachAt, IntSupplier failures) {
        int more = breachAt == FAILED_AND_WARNED + 1 ? 1 : breachAt - failures.getAsInt();
        return more > 1 ? more + " more times" : "again";
    }

    /** As many failures, none of them very serious, are a breach. */
    private static int breachAt() {
        return IntStream.iterate(1, failures -> failures + 1)
                .filter(failures -> step(false, false, failures) == EnforcementStep.BREACH)
                .findFirst()
                .orElseThrow();
    }

    private static EnforcementStep step(boolean reasonAccepted, boolean verySerious, int failures) {
        Map<?, ?> answer = (Map<?, ?>) TABLE.evaluate(
                Map.of("reasonAccepted", reasonAccepted, "verySerious", verySerious, "failures", failures));
        return EnforcementStep.valueOf((String) answer.get("step"));
    }
}
