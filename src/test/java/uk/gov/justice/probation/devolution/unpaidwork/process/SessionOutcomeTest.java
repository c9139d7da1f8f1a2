package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.justice.probation.devolution.example.Decision;

/** The decision table row by row, on Camunda's own decision engine. */
class SessionOutcomeTest {

    private static final Decision MEANING = new Decision("processes/unpaidwork/session-outcome.dmn", "session-outcome");

    @ParameterizedTest
    @CsvSource({
        "FULL, false, CREDIT",
        "PART, true, CREDIT_AND_ENFORCE",
        "NONE, true, ENFORCE",
        "NONE, false, RESCHEDULE",
        "FULL, true, ENFORCE",
        "PART, false, RESCHEDULE"
    })
    void theCodeListSaysWhatAnOutcomeMeans(String credit, boolean enforceable, String meaning) {
        assertThat(MEANING.of(Map.of("credit", credit, "enforceable", enforceable)))
                .isEqualTo(meaning);
    }
}
