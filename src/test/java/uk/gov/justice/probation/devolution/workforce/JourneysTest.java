package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.workforce.Journey.Source;
import uk.gov.justice.probation.devolution.workforce.Journeys.Site;
import uk.gov.justice.probation.devolution.workforce.Journeys.Way;

class JourneysTest {
    private static final Position LIVERPOOL = new Position(53.41, -2.98);

    private final Journeys journeys = new Journeys(
            Map.of("ANN", "L3", "BEN", "M1", "CLEO", "ZE2"),
            Map.of(
                    "OFFICE", new Site(false, LIVERPOOL),
                    "HOME", new Site(true, null),
                    "NOWHERE", new Site(false, null)),
            Map.of("L", LIVERPOOL, "M", new Position(53.48, -2.24)),
            Map.of(new Way("L3", "OFFICE"), 25, new Way("L3", "NOWHERE"), 40));

    @Test
    void whatTheFileSaysIsTaken() {
        assertThat(journeys.of("ANN", "OFFICE")).isEqualTo(new Journey(25, Source.IMPORTED));
        assertThat(journeys.of("ANN", "NOWHERE")).isEqualTo(new Journey(40, Source.IMPORTED));
        assertThat(journeys.of("ANN", "OFFICE").inWords()).isEqualTo("25 minutes");
    }

    @Test
    void whatItDoesNotSayIsEstimatedAndCalledSo() {
        Journey journey = journeys.of("BEN", "OFFICE");
        assertThat(journey).isEqualTo(new Journey(110, Source.ESTIMATED));
        assertThat(journey.known()).isTrue();
        assertThat(journey.inWords()).isEqualTo("about 110 minutes (our estimate)");
    }

    @Test
    void whoWorksFromHomeHasNone() {
        assertThat(journeys.of("DEV", "HOME")).isEqualTo(Journey.NONE);
        assertThat(Journey.NONE.inWords()).isEqualTo("working from home");
        assertThat(Journey.NONE.minutes()).isZero();
    }

    @Test
    void aHomeOrASiteThatNobodyKnowsLeavesItUnknown() {
        for (Journey unknown : new Journey[] {
            journeys.of("DEV", "OFFICE"), journeys.of("CLEO", "OFFICE"), journeys.of("BEN", "NOWHERE")
        }) {
            assertThat(unknown).isEqualTo(Journey.UNKNOWN);
            assertThat(unknown.known()).isFalse();
            assertThat(unknown.inWords()).isEqualTo("not known");
        }
    }

    @Test
    void aSiteThatWasNotLookedUpIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journeys.of("ANN", "ELSEWHERE"))
                .withMessageContaining("ELSEWHERE");
    }
}
