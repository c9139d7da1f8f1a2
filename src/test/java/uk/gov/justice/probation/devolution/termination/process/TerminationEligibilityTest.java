package uk.gov.justice.probation.devolution.termination.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.justice.probation.devolution.example.Decision;

/** The decision table row by row, on Camunda's own decision engine. */
class TerminationEligibilityTest {

    private static final Decision ELIGIBILITY =
            new Decision("processes/termination/termination-eligibility.dmn", "termination-eligibility");
    private static final List<String> FLAGS = List.of(
            "endedByEvent",
            "breachOpen",
            "warrantOpen",
            "enforcementOpen",
            "appointmentOpen",
            "hoursLeft",
            "otherRequirementsActive");

    @Test
    void whereNothingIsOpenTheWholeEventEnds() {
        assertThat(of()).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"breachOpen", "warrantOpen", "enforcementOpen", "appointmentOpen"})
    void whatIsOpenBlocksWhateverElseIsSo(String flag) {
        assertThat(of(flag)).isEqualTo("BLOCK");
        assertThat(of(flag, "hoursLeft", "otherRequirementsActive")).isEqualTo("BLOCK");
    }

    @ParameterizedTest
    @CsvSource({"hoursLeft, EXTEND", "otherRequirementsActive, COMPONENT_ONLY", "endedByEvent, COMPLETE"})
    void oneFlagDecidesAlone(String flag, String result) {
        assertThat(of(flag)).isEqualTo(result);
    }

    @Test
    void hoursThatAreLeftComeBeforeOtherRequirements() {
        assertThat(of("hoursLeft", "otherRequirementsActive")).isEqualTo("EXTEND");
    }

    @Test
    void deathRecallAndTheLikeEndTheCaseWhateverIsOpen() {
        assertThat(of(FLAGS.toArray(String[]::new))).isEqualTo("COMPLETE");
    }

    private static Object of(String... raised) {
        Map<String, Object> facts = new HashMap<>();
        FLAGS.forEach(flag -> facts.put(flag, List.of(raised).contains(flag)));
        Map<?, ?> answer = (Map<?, ?>) ELIGIBILITY.of(facts);
        assertThat(answer.get("text")).asString().isNotBlank();
        return answer.get("result");
    }
}
