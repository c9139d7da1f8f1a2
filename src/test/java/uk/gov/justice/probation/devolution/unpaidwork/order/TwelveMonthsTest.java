package uk.gov.justice.probation.devolution.unpaidwork.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.FailuresInTwelveMonths;

/** The twelve months within which hours must be worked, and how long a failure counts. */
class TwelveMonthsTest {
    private static final LocalDate FAILED = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2027-11-22",
        "2027-03-01, 2028-02-29", // the year between has a 29 February
        "2028-02-29, 2029-02-28", // a day the next year does not have
        "2028-02-28, 2029-02-27",
        "2027-02-28, 2028-02-27",
        "2026-12-31, 2027-12-30"
    })
    void theyEndTheDayBeforeTheSameDayOfTheNextYear(LocalDate from, LocalDate last) {
        TwelveMonths months = new TwelveMonths(from);
        assertThat(months.lastDay()).isEqualTo(last);
        assertThat(months.includes(from)).isTrue();
        assertThat(months.includes(from.minusDays(1))).isFalse();
        assertThat(months.includes(last)).isTrue();
        assertThat(months.includes(last.plusDays(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 9, 2027-08-22",
        "2026-11-23, 11, 2027-10-22",
        "2026-05-31, 9, 2027-02-28",
        "2027-05-31, 9, 2028-02-29",
        "2026-12-31, 11, 2027-11-30"
    })
    void aMonthEndsTheDayBeforeTheSameDayOrWithTheMonthThatHasNoSuchDay(LocalDate from, int month, LocalDate last) {
        assertThat(new TwelveMonths(from).lastDayOf(month)).isEqualTo(last);
    }

    @Property
    void theyAreNeverLongerThanAYearWithItsLeapDay(@ForAll @IntRange(max = 20_000) int day) {
        TwelveMonths months = new TwelveMonths(LocalDate.of(2000, 1, 1).plusDays(day));
        assertThat(months.from().datesUntil(months.lastDay().plusDays(1)).count())
                .isBetween(365L, 366L);
    }

    @Test
    void theFailureItselfCounts() {
        assertThat(FailuresInTwelveMonths.upTo(FAILED, List.of(FAILED), 0, FAILED))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-22, 1", "2025-11-23, 1", "2025-11-24, 2", "2026-11-22, 2", "2026-11-23, 2", "2026-11-24, 1"})
    void anotherCountsForTwelveMonthsAndALaterOneNot(LocalDate other, int failures) {
        assertThat(FailuresInTwelveMonths.upTo(FAILED, List.of(other, FAILED), 0, FAILED))
                .isEqualTo(failures);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-29, 2029-02-28, 2",
        "2028-02-29, 2029-03-01, 1",
        "2027-02-28, 2028-02-28, 1",
        "2027-03-01, 2028-02-29, 2"
    })
    void aFailureOfALeapDayCountsForTwelveMonthsToo(LocalDate earlier, LocalDate failedOn, int failures) {
        assertThat(FailuresInTwelveMonths.upTo(failedOn, List.of(earlier, failedOn), 0, failedOn))
                .isEqualTo(failures);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 2", "2026-11-22, 2", "2025-11-24, 2", "2025-11-23, 1"})
    void importedWarningsCountUntilTwelveMonthsAfterTheImport(LocalDate importedOn, int failures) {
        assertThat(FailuresInTwelveMonths.upTo(FAILED, List.of(FAILED), 1, importedOn))
                .isEqualTo(failures);
    }

    @Test
    void noImportedWarningCountsForNothing() {
        assertThat(FailuresInTwelveMonths.upTo(FAILED, List.of(FAILED), 0, FAILED))
                .isEqualTo(1);
    }
}
