package uk.gov.justice.probation.devolution.preferencing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.example.Decision;

/** The decision table row by row, on Camunda's own decision engine. */
class AppealAdmissibleTest {

    private static final Decision ADMISSIBLE =
            new Decision("processes/preferencing/appeal-admissible.dmn", "appeal-admissible");

    @Test
    void anAppealInTimeIsHeard() {
        assertThat(result(true, null, true)).isEqualTo("ADMIT");
    }

    @Test
    void aLateOneIsHeardWhereTheChairAdmitsIt() {
        assertThat(result(false, true, true)).isEqualTo("ADMIT");
        assertThat(result(false, false, true)).isEqualTo("REFUSE");
    }

    @Test
    void withoutAnOutcomeThereIsNothingToAppealAgainst() {
        assertThat(result(true, null, false)).isEqualTo("REFUSE");
        assertThat(result(false, true, false)).isEqualTo("REFUSE");
    }

    @Test
    void whatIsNotKnownNeverRefuses() {
        assertThat(result(null, null, null)).isEqualTo("ADMIT");
    }

    private static Object result(Boolean inTime, Boolean admitted, Boolean outcomeIsFinal) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("inTime", inTime);
        facts.put("admitted", admitted);
        facts.put("outcomeIsFinal", outcomeIsFinal);
        return ((Map<?, ?>) ADMISSIBLE.of(facts)).get("result");
    }
}
