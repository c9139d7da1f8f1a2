package uk.gov.justice.probation.devolution.termination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AvailablePointsTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 1);

    @Test
    void aFullWeekIs2176AndPartOfItAsMuchLess() {
        assertThat(points(100, "PO", 24, null, null)).isEqualTo(2176);
        assertThat(points(50, "PSO", 24, null, null)).isEqualTo(1088);
        assertThat(points(1, "PO", 24, null, null))
                .as("rounded half up from 21.76")
                .isEqualTo(22);
        assertThat(points(0, "PO", 24, null, null)).isZero();
    }

    @Test
    void aNewlyQualifiedOfficerHasAFifthLessForNineMonths() {
        assertThat(points(100, "PO", 0, null, null)).isEqualTo(1741);
        assertThat(points(100, "PO", 8, null, null)).isEqualTo(1741);
        assertThat(points(100, "PO", 9, null, null)).isEqualTo(2176);
        assertThat(points(100, "PSO", 0, null, null)).as("a PSO is no officer").isEqualTo(2176);
    }

    @Test
    void maternityAndLongTermSicknessTakeAll() {
        assertThat(points(100, "PO", 24, "MATERNITY", null)).isZero();
        assertThat(points(100, "PO", 24, "MATERNITY", TODAY)).isZero();
        assertThat(points(100, "PO", 24, "MATERNITY", TODAY.minusDays(1)))
                .as("it is over")
                .isEqualTo(2176);
        assertThat(points(100, "PO", 24, "SICKNESS", null)).isZero();
        assertThat(points(100, "PO", 24, "SICKNESS", LocalDate.of(2024, 2, 29)))
                .as("28 days")
                .isZero();
        assertThat(points(100, "PO", 24, "SICKNESS", LocalDate.of(2024, 2, 28)))
                .as("27 days")
                .isEqualTo(2176);
        assertThat(points(100, "PO", 24, "SECONDMENT", null)).isEqualTo(2176);
    }

    private static int points(int fte, String grade, int months, String absence, LocalDate until) {
        return AvailablePoints.of(fte, grade, months, absence, until, TODAY);
    }
}
