package uk.gov.justice.probation.devolution.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Figures;

/** The report says no number of people below five, and none from which such a number follows. */
class PreferencingFiguresTest {

    @Test
    void numbersOfFiveAndMoreAreSaid() {
        assertThat(figures(40, 5, 20).placedInWords()).isEqualTo("40 people have one, 5 have none");
        assertThat(figures(40, 5, 20).firstChoicesInWords()).isEqualTo("20 have their first choice");
        assertThat(figures(40, 2, 37).firstChoicesInWords()).isEqualTo("37 have their first choice");
    }

    @Test
    void smallerNumbersAreNotSaidAndNobodyCanSubtract() {
        assertThat(figures(40, 4, 20).placedInWords()).isEqualTo("fewer than 5 people have none");
        assertThat(figures(40, 0, 20).placedInWords()).isEqualTo("fewer than 5 people have none");
        assertThat(figures(4, 9, 2).placedInWords()).isEqualTo("fewer than 5 people have one");
        assertThat(figures(40, 9, 4).firstChoicesInWords()).isEqualTo("Fewer than 5 have their first choice");
        assertThat(figures(40, 9, 37).firstChoicesInWords()).isEqualTo("Most have their first choice");
        assertThat(figures(40, 0, 38).firstChoicesInWords()).isEqualTo("Most have their first choice");
    }

    private static Figures figures(int placed, int unplaced, int firstChoices) {
        return new Figures(60, placed, 0, placed, unplaced, firstChoices, 1, 0, 0, 0, 0, 0);
    }
}
