package uk.gov.justice.probation.devolution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2021, 12, 24);
    private final WorkingCalendar calendar = new WorkingCalendar(Set.of(
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2021, 12, 27),
            LocalDate.of(2021, 12, 28),
            LocalDate.of(2022, 1, 3)));

    @Test
    void weekendsAndBankHolidaysAreNotWorkingDays() {
        assertThat(calendar.isWorkingDay(CHRISTMAS_EVE)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2021, 12, 25))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2021, 12, 26))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2021, 12, 27))).isFalse();
    }

    @Test
    void addsWorkingDaysAcrossChristmas() {
        assertThat(calendar.plus(CHRISTMAS_EVE, 1)).isEqualTo("2021-12-29");
        assertThat(calendar.plus(CHRISTMAS_EVE, 10)).isEqualTo("2022-01-12");
    }

    @Test
    void takesWorkingDaysOffAcrossChristmas() {
        assertThat(calendar.plus(LocalDate.of(2022, 1, 12), -10)).isEqualTo(CHRISTMAS_EVE);
        assertThat(calendar.plus(LocalDate.of(2021, 12, 26), -1)).isEqualTo(CHRISTMAS_EVE);
    }

    @Test
    void addingNothingChangesNothing() {
        assertThat(calendar.plus(LocalDate.of(2021, 12, 25), 0)).isEqualTo("2021-12-25");
    }

    @Test
    void findsTheNearestWorkingDay() {
        assertThat(calendar.onOrAfter(LocalDate.of(2021, 12, 25))).isEqualTo("2021-12-29");
        assertThat(calendar.onOrBefore(LocalDate.of(2021, 12, 28))).isEqualTo(CHRISTMAS_EVE);
        assertThat(calendar.onOrAfter(CHRISTMAS_EVE)).isEqualTo(CHRISTMAS_EVE);
        assertThat(calendar.onOrBefore(CHRISTMAS_EVE)).isEqualTo(CHRISTMAS_EVE);
    }

    @Test
    void refusesToGuessBeyondTheYearsItKnows() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 12, 30))).isTrue();
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2023, 1, 2)))
                .isInstanceOf(BeyondCalendarException.class)
                .hasMessageContaining("2023-01-02")
                .hasMessageContaining("from 2021-01-01 to 2022-12-31");
        assertThatThrownBy(() -> calendar.plus(LocalDate.of(2021, 1, 4), -1))
                .isInstanceOf(BeyondCalendarException.class);
    }

    @Test
    void refusesAnEmptyTable() {
        assertThatThrownBy(() -> new WorkingCalendar(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
