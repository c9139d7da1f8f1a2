package uk.gov.justice.probation.devolution.consultation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.justice.probation.devolution.example.Decision;

/** The statutory thresholds, on Camunda's own decision engine. */
class CollectiveDutyTest {

    private static final Decision DUTY = new Decision("processes/consultation/collective-duty.dmn", "collective-duty");

    @ParameterizedTest
    @CsvSource({
        "0, AGREED_PERIOD, 0, false",
        "1, INDIVIDUAL_ONLY, 0, false",
        "19, INDIVIDUAL_ONLY, 0, false",
        "20, THIRTY_DAYS, 30, true",
        "99, THIRTY_DAYS, 30, true",
        "100, FORTY_FIVE_DAYS, 45, true",
        "5000, FORTY_FIVE_DAYS, 45, true"
    })
    void theNumberOfRedundanciesDecides(int redundancies, String kind, int days, boolean hr1) {
        assertThat(DUTY.of(Map.of("proposedRedundancies", redundancies))).isInstanceOfSatisfying(Map.class, duty -> {
            assertThat(duty)
                    .containsEntry("kind", kind)
                    .containsEntry("minimumDays", days)
                    .containsEntry("hr1", hr1);
            assertThat(duty.get("text")).asString().isNotBlank();
        });
    }

    @Test
    void whatIsNotANumberOfRedundanciesHasNoDuty() {
        assertThat(DUTY.of(Map.of("proposedRedundancies", -1))).isNull();
    }
}
