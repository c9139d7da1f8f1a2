package uk.gov.justice.probation.devolution.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

class WorkingCalendarPropertiesTest {

    @Property
    void aWorkingDayLaterAndBackIsTheSameDay(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 0, max = 60) int n) {
        LocalDate start = calendar.onOrAfter(day);
        assertThat(calendar.plus(calendar.plus(start, n), -n)).isEqualTo(start);
    }

    @Property
    void addingInTwoStepsIsAddingInOne(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 0, max = 30) int a,
            @ForAll @IntRange(min = 0, max = 30) int b) {
        assertThat(calendar.plus(calendar.plus(day, a), b)).isEqualTo(calendar.plus(day, a + b));
    }

    @Property
    void exactlySoManyWorkingDaysLieBetween(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate end = calendar.plus(day, n);
        assertThat(calendar.isWorkingDay(end)).isTrue();
        assertThat(day.plusDays(1).datesUntil(end.plusDays(1)).filter(calendar::isWorkingDay))
                .hasSize(n);
    }

    @Property
    void theNearestWorkingDaysHaveNoneBetweenThem(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("days") LocalDate day) {
        LocalDate before = calendar.onOrBefore(day);
        LocalDate after = calendar.onOrAfter(day);
        assertThat(before).isBeforeOrEqualTo(day);
        assertThat(after).isAfterOrEqualTo(day);
        if (!calendar.isWorkingDay(day))
            assertThat(before.plusDays(1).datesUntil(after).filter(calendar::isWorkingDay))
                    .isEmpty();
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Dates.dates()
                .between(LocalDate.of(2021, 1, 1), LocalDate.of(2035, 12, 31))
                .set()
                .ofMaxSize(200)
                .map(days -> {
                    Set<LocalDate> holidays = new HashSet<>(days);
                    holidays.add(LocalDate.of(2020, 1, 1));
                    holidays.add(LocalDate.of(2036, 12, 26));
                    return new WorkingCalendar(holidays);
                });
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 365 * 14).map(LocalDate.of(2021, 6, 1)::plusDays);
    }
}
