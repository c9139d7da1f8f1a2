package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectDays;

class SessionDatesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 14);
    private static final LocalDate BOXING_DAY_SUBSTITUTE = LocalDate.of(2026, 12, 28);
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(Set.of(LocalDate.of(2026, 12, 25), BOXING_DAY_SUBSTITUTE, LocalDate.of(2027, 1, 1)));
    private static final Set<DayOfWeek> MONDAYS = EnumSet.of(DayOfWeek.MONDAY);

    @Test
    void everyWeekFromTheFirstDayOn() {
        assertThat(dates(Frequency.WEEKLY, MONDAYS, null).from(MONDAY).limit(2))
                .containsExactly(MONDAY, MONDAY.plusWeeks(1));
        assertThat(dates(Frequency.WEEKLY, MONDAYS, null)
                        .from(MONDAY.plusDays(1))
                        .limit(1))
                .containsExactly(MONDAY.plusWeeks(1));
        assertThat(dates(Frequency.WEEKLY, MONDAYS, null)
                        .from(MONDAY.minusYears(1))
                        .limit(1))
                .containsExactly(MONDAY);
    }

    @Test
    void everyTwoWeeksCountedFromTheFirst() {
        assertThat(dates(Frequency.FORTNIGHTLY, MONDAYS, null)
                        .from(MONDAY.plusDays(1))
                        .limit(2))
                .containsExactly(MONDAY.plusWeeks(4), MONDAY.plusWeeks(6));
    }

    @Test
    void onceIsAnyOfTheProjectsDays() {
        Set<DayOfWeek> days = ProjectDays.of("MON THU");
        assertThat(dates(Frequency.ONCE, days, null).from(MONDAY).limit(3))
                .containsExactly(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(7));
    }

    @Test
    void aBankHolidayHasNoSessionAndTheNextWeekHas() {
        assertThat(dates(Frequency.WEEKLY, MONDAYS, null)
                        .from(MONDAY.plusWeeks(1))
                        .limit(2))
                .containsExactly(MONDAY.plusWeeks(1), MONDAY.plusWeeks(3));
        assertThat(dates(Frequency.ONCE, ProjectDays.of("MON TUE"), null)
                        .from(BOXING_DAY_SUBSTITUTE)
                        .findFirst())
                .contains(BOXING_DAY_SUBSTITUTE.plusDays(1));
    }

    @Test
    void neverAfterTheProjectsEnd() {
        assertThat(dates(Frequency.WEEKLY, MONDAYS, MONDAY.plusWeeks(1)).from(MONDAY))
                .containsExactly(MONDAY, MONDAY.plusWeeks(1));
        assertThat(dates(Frequency.WEEKLY, MONDAYS, MONDAY.plusWeeks(1).minusDays(1))
                        .from(MONDAY))
                .containsExactly(MONDAY);
        assertThat(dates(Frequency.WEEKLY, MONDAYS, MONDAY.minusDays(1)).from(MONDAY))
                .isEmpty();
    }

    @Test
    void aFirstDayOnWhichTheProjectDoesNotRunMovesToItsNextDay() {
        assertThat(dates(Frequency.WEEKLY, ProjectDays.of("WED"), null)
                        .from(MONDAY)
                        .findFirst())
                .contains(MONDAY.plusDays(2));
    }

    @Test
    void aProjectWithoutDaysHasNone() {
        assertThat(dates(Frequency.WEEKLY, Set.of(), null).from(MONDAY)).isEmpty();
    }

    @Test
    void notBeyondTheYearsWhoseBankHolidaysAreKnown() {
        List<LocalDate> all =
                dates(Frequency.WEEKLY, MONDAYS, null).from(MONDAY).toList();
        assertThat(all.getLast()).isEqualTo(LocalDate.of(2027, 12, 27));
    }

    @Test
    void aLeapDayIsADayLikeAnyOther() {
        WorkingCalendar leapYear = new WorkingCalendar(Set.of(LocalDate.of(2028, 1, 3)));
        LocalDate tuesday = LocalDate.of(2028, 2, 22);
        assertThat(new SessionDates(tuesday, Frequency.WEEKLY, ProjectDays.of("TUE"), null, leapYear)
                        .from(tuesday)
                        .limit(3))
                .containsExactly(tuesday, LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 7));
    }

    @Property
    void everyDayIsAProjectDayNoBankHolidayInTimeAndInStep(
            @ForAll @NotEmpty Set<DayOfWeek> days,
            @ForAll @IntRange(max = 300) int first,
            @ForAll @IntRange(max = 400) int earliest,
            @ForAll @IntRange(max = 380) int end,
            @ForAll Frequency frequency) {
        LocalDate start = LocalDate.of(2026, 12, 1);
        LocalDate ends = start.plusDays(end);
        List<LocalDate> planned = new SessionDates(start.plusDays(first % 200), frequency, days, ends, CALENDAR)
                .from(start.plusDays(earliest % 200))
                .toList();
        assertThat(planned)
                .allMatch(day -> days.contains(day.getDayOfWeek())
                        && !CALENDAR.isBankHoliday(day)
                        && !day.isAfter(ends)
                        && !day.isBefore(start.plusDays(earliest % 200)));
        if (frequency != Frequency.ONCE && planned.size() > 1) {
            int step = frequency == Frequency.WEEKLY ? 7 : 14;
            assertThat(planned).allMatch(day -> planned.getFirst().until(day, ChronoUnit.DAYS) % step == 0);
        }
    }

    private static SessionDates dates(Frequency frequency, Set<DayOfWeek> days, LocalDate ends) {
        return new SessionDates(MONDAY, frequency, days, ends, CALENDAR);
    }
}
