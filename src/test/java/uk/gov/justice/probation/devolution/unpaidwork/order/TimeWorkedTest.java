package uk.gov.justice.probation.devolution.unpaidwork.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWorkedTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 22:00, 02:00, 240, 22:00 to 02:00 the next day",
        "2026-11-23, 18:00, 24:00, 360, 18:00 to midnight",
        "2026-11-23, 09:00, 16:00, 420, 09:00 to 16:00",
        "2026-11-23, 16:00, 09:00, 0, 16:00 to 09:00 the next day",
        "2027-03-27, 22:00, 06:00, 420, 22:00 to 06:00 the next day",
        "2027-10-30, 22:00, 06:00, 540, 22:00 to 06:00 the next day"
    })
    void anEndBeforeTheStartIsOnTheNextDay(LocalDate on, String from, String until, int minutes, String inWords) {
        TimeWorked worked = new TimeWorked(on, LocalTime.parse(from), TimeWorked.end(until));
        assertThat(worked.minutes()).isEqualTo(minutes);
        assertThat(worked.inWords()).isEqualTo(inWords);
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 16:00, true",
        "09:00, 09:00, false",
        "00:00, 24:00, false",
        "00:01, 24:00, true",
        "16:00, 09:00, false",
        "12:00, 00:01, false",
        "20:00, 08:00, true",
        "20:00, 08:01, false"
    })
    void hoursOfADayThatWereSwappedAreNotTakenForANight(String from, String until, boolean holds) {
        assertThat(at(from, until).holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"00:00, 01:00, true", "01:59, 09:00, true", "02:00, 09:00, false", "23:00, 23:30, false"})
    void whatIsOverMidnightMeetsWhatIsOnTheNextDay(String from, String until, boolean meets) {
        TimeWorked night = at("22:00", "02:00");
        TimeWorked next = new TimeWorked(MONDAY.plusDays(1), LocalTime.parse(from), LocalTime.parse(until));
        assertThat(night.meets(next)).isEqualTo(meets);
        assertThat(next.meets(night)).isEqualTo(meets);
    }

    @Test
    void whoComesAfterMidnightComesOnTheSecondDay() {
        TimeWorked night = at("22:00", "02:00");
        assertThat(night.within(LocalTime.of(0, 30), LocalTime.of(2, 0)))
                .extracting(TimeWorked::begins, TimeWorked::ends)
                .containsExactly(
                        MONDAY.plusDays(1).atTime(0, 30), MONDAY.plusDays(1).atTime(2, 0));
        assertThat(night.within(LocalTime.of(21, 45), LocalTime.of(1, 0)))
                .extracting(TimeWorked::begins, TimeWorked::ends)
                .containsExactly(MONDAY.atTime(21, 45), MONDAY.plusDays(1).atTime(1, 0));
        assertThat(at("09:00", "16:00")
                        .within(LocalTime.of(8, 0), LocalTime.of(12, 0))
                        .begins())
                .isEqualTo(MONDAY.atTime(8, 0));
    }

    @Test
    void midnightIsAnEndAndNothingLaterIs() {
        assertThat(TimeWorked.entered(TimeWorked.end("24:00"))).isEqualTo("24:00");
        assertThat(TimeWorked.entered(LocalTime.of(16, 0))).isEqualTo("16:00");
        assertThat(TimeWorked.end("24:00")).isEqualTo(LocalTime.MIDNIGHT);
        assertThatThrownBy(() -> TimeWorked.end("24:01")).isInstanceOf(DateTimeException.class);
    }

    private static TimeWorked at(String from, String until) {
        return new TimeWorked(MONDAY, LocalTime.parse(from), TimeWorked.end(until));
    }
}
