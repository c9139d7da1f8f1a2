package uk.gov.justice.probation.devolution.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;

class PlanDatesTest {
    private static final LocalDate PLAN_START = LocalDate.of(2021, 10, 1);
    private static final LocalDate PLAN_DUE = LocalDate.of(2021, 10, 31);
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(Set.of(
            LocalDate.of(2021, 12, 27),
            LocalDate.of(2021, 12, 28),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 28),
            LocalDate.of(2030, 12, 25)));

    @Test
    void aReplayKeepsThePlansOwnDatesEvenASunday() {
        PlanDates replay = new PlanDates(0, CALENDAR);

        assertThat(replay.start(PLAN_START)).isEqualTo(PLAN_START);
        assertThat(replay.due(PLAN_DUE, PLAN_START))
                .isEqualTo(PLAN_DUE)
                .satisfies(due -> assertThat(due.getDayOfWeek().getValue()).isEqualTo(7));
    }

    @Test
    void aStartMovesOnToAWorkingDayAndADueDateBackToOne() {
        PlanDates moved =
                new PlanDates((int) ChronoUnit.DAYS.between(PLAN_START, LocalDate.of(2026, 12, 26)), CALENDAR);

        assertThat(moved.start(PLAN_START))
                .as("Boxing Day, a Saturday, with its substitute on the Monday")
                .isEqualTo("2026-12-29");
        assertThat(moved.due(PLAN_START, LocalDate.of(2026, 12, 1)))
                .as("Christmas Day is a bank holiday too")
                .isEqualTo("2026-12-24");
    }

    @Test
    void noDueDateStaysNone() {
        assertThat(new PlanDates(10, CALENDAR).due(null, PLAN_START)).isNull();
    }

    @Property
    void nothingIsDueBeforeItStartsNorLaterThanThePlanAllows(
            @ForAll @IntRange(min = 1, max = 2900) int shift, @ForAll @IntRange(max = 120) int length) {
        PlanDates moved = new PlanDates(shift, CALENDAR);
        LocalDate start = moved.start(PLAN_START);
        LocalDate due = moved.due(PLAN_START.plusDays(length), start);

        assertThat(due).isAfterOrEqualTo(start);
        assertThat(CALENDAR.isWorkingDay(due)).isTrue();
        if (!due.equals(start)) assertThat(due).isBeforeOrEqualTo(PLAN_START.plusDays(shift + length));
    }
}
