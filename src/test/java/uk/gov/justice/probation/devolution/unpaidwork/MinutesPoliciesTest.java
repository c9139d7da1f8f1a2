package uk.gov.justice.probation.devolution.unpaidwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.justice.probation.devolution.unpaidwork.order.EducationCap;
import uk.gov.justice.probation.devolution.unpaidwork.order.RemainingMinutes;
import uk.gov.justice.probation.devolution.unpaidwork.order.Shortfall;
import uk.gov.justice.probation.devolution.unpaidwork.order.Shortfall.Planned;
import uk.gov.justice.probation.devolution.unpaidwork.session.TravelCap;

/** What remains, how much education and travel may count, and what will fall short, each at its limits. */
class MinutesPoliciesTest {

    @ParameterizedTest
    @CsvSource({"2400, 0, 2400", "2400, 2399, 1", "2400, 2400, 0", "2400, 2401, 0"})
    void whatRemainsIsNeverBelowZero(int ordered, int credited, int remaining) {
        assertThat(RemainingMinutes.of(ordered, credited)).isEqualTo(remaining);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 0", "4, 1", "2400, 720", "18000, 5400", "2401, 720"})
    void educationCountsForThirtyPercentWithoutPartsOfAMinute(int ordered, int cap) {
        assertThat(EducationCap.of(ordered)).isEqualTo(cap);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0, 1", "720, 0, 720", "721, 0, 720", "1, 719, 1", "2, 719, 1", "1, 720, 0", "60, 900, 0"
    })
    void educationBeyondTheCapDoesNotCount(int minutes, int before, int counting) {
        assertThat(EducationCap.counting(minutes, before, 2400)).isEqualTo(counting);
    }

    @Property
    void educationInAnyPortionsNeverPassesTheCap(
            @ForAll @IntRange(min = 2400, max = 18_000) int ordered,
            @ForAll List<@IntRange(max = 900) Integer> portions) {
        int counted = 0;
        for (int portion : portions) counted += EducationCap.counting(portion, counted, ordered);
        assertThat(counted)
                .isEqualTo(Math.min(
                        EducationCap.of(ordered),
                        portions.stream().mapToInt(Integer::intValue).sum()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2400, 0",
        "1, 2400, 1",
        "180, 2400, 180",
        "181, 2400, 180",
        "100, 99, 99",
        "100, 0, 0",
        "181, 179, 179"
    })
    void travelCountsForAtMostThreeHoursAnAdjustmentAndNeverMoreThanRemains(int minutes, int remaining, int counting) {
        assertThat(TravelCap.counting(minutes, remaining)).isEqualTo(counting);
    }

    @Test
    void whatIsPlannedAfterTheLastDayIsShort() {
        LocalDate last = LocalDate.of(2027, 2, 28);
        assertThat(Shortfall.of(840, List.of(new Planned(last, 420), new Planned(last.plusDays(1), 420)), last))
                .isEqualTo(420);
        assertThat(Shortfall.of(420, List.of(new Planned(last, 420)), last)).isZero();
        assertThat(Shortfall.of(421, List.of(new Planned(last, 420)), last)).isEqualTo(1);
        assertThat(Shortfall.of(0, List.of(), last)).isZero();
        assertThat(Shortfall.of(1, List.of(), last)).isEqualTo(1);
    }
}
