package uk.gov.justice.probation.devolution.example;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.LocalDate;
import org.junit.jupiter.api.RepeatedTest;

/** The day of the example is the engine's too, at the beginning of each test. */
class ExampleDayProcessTest extends ProcessScenario {

    @RepeatedTest(2)
    void everyTestBeginsOnItAndMovesItself() {
        assertThat(LocalDate.now(time)).isEqualTo(TODAY);
        untilMorningOf(TODAY.plusDays(40));
        assertThat(LocalDate.now(time)).isEqualTo(TODAY.plusDays(40));
    }
}
