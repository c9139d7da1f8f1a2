package uk.gov.justice.probation.devolution.unpaidwork.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoodAttendanceTest {

    @ParameterizedTest
    @CsvSource({
        "2400, 599, false, 0",
        "2400, 600, true, 0",
        "2400, 601, true, 0",
        "2400, 602, true, 1",
        "2400, 1200, true, 300",
        "2400, 1800, true, 600",
        "2400, 2000, true, 400",
        "2400, 2400, true, 0",
        "2400, 2500, true, 0",
        "2401, 600, false, 0"
    })
    void halfOfWhatIsWorkedBeyondAQuarterButNeverMoreThanIsLeft(int ordered, int worked, boolean qualifies, int less) {
        assertThat(GoodAttendance.qualifies(worked, ordered)).isEqualTo(qualifies);
        assertThat(GoodAttendance.reduction(worked, ordered)).isEqualTo(less);
    }

    @Test
    void itHoldsForOrdersFromADayOnAndForNoneWithoutIt() {
        LocalDate day = LocalDate.of(2027, 4, 1);
        GoodAttendanceSettings on = new GoodAttendanceSettings(day);
        assertThat(on.holdFor(day.minusDays(1))).isFalse();
        assertThat(on.holdFor(day)).isTrue();
        GoodAttendanceSettings off = new GoodAttendanceSettings(null);
        assertThat(off.hold()).isFalse();
        assertThat(off.holdFor(day)).isFalse();
    }
}
