package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.justice.probation.devolution.example.Decision;

/** The decision table row by row, on Camunda's own decision engine. */
class EnforcementStepTest {

    private static final Decision STEP = new Decision("processes/unpaidwork/enforcement-step.dmn", "enforcement-step");

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, WARNING", "2, BREACH", "3, BREACH", "50, BREACH"})
    void theFirstFailureInTwelveMonthsIsWarnedTheSecondIsBreached(int failures, String step) {
        assertThat(step(false, false, failures)).isEqualTo(step);
    }

    @Test
    void whatIsVerySeriousIsBreachedAtOnce() {
        assertThat(step(false, true, 1)).isEqualTo("BREACH_AT_ONCE");
        assertThat(step(false, true, 2)).isEqualTo("BREACH_AT_ONCE");
    }

    @Test
    void aGoodReasonComesBeforeEverything() {
        assertThat(step(true, false, 1)).isEqualTo("NONE");
        assertThat(step(true, false, 2)).isEqualTo("NONE");
        assertThat(step(true, true, 2)).isEqualTo("NONE");
    }

    @Test
    void whatIsNotKnownIsNeverABreach() {
        assertThat(step(null, null, null)).isEqualTo("WARNING");
    }

    private static Object step(Boolean reasonAccepted, Boolean verySerious, Integer failures) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reasonAccepted", reasonAccepted);
        facts.put("verySerious", verySerious);
        facts.put("failures", failures);
        Map<?, ?> answer = (Map<?, ?>) STEP.of(facts);
        assertThat(answer.get("text")).asString().isNotBlank();
        return answer.get("step");
    }
}
