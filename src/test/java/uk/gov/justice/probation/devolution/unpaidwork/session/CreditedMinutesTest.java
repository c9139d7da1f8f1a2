package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.justice.probation.devolution.unpaidwork.order.RemainingMinutes;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

class CreditedMinutesTest {
    private static final OutcomeCode IN_FULL = outcome(true, Credit.FULL);
    private static final OutcomeCode IN_PART = outcome(true, Credit.PART);
    private static final int MUCH = 10_000;

    @Test
    void inFullIsTheMinutesReallyWorkedLessThePenalty() {
        assertThat(CreditedMinutes.of(IN_FULL, 240, 0, MUCH)).isEqualTo(240);
        assertThat(CreditedMinutes.of(IN_FULL, 420, 30, MUCH)).isEqualTo(390);
    }

    @Test
    void inFullIsMoreWhereTheSessionWasWorkedLonger() {
        assertThat(CreditedMinutes.of(IN_FULL, 480, 0, MUCH)).isEqualTo(480);
    }

    @Test
    void inPartIsTheMinutesAttendedLessThePenalty() {
        assertThat(CreditedMinutes.of(IN_PART, 120, 0, MUCH)).isEqualTo(120);
        assertThat(CreditedMinutes.of(IN_PART, 120, 30, MUCH)).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "419, 419", "420, 420", "421, 420"})
    void neverMoreThanWhatRemains(int remaining, int credited) {
        assertThat(CreditedMinutes.of(IN_FULL, 420, 0, remaining)).isEqualTo(credited);
    }

    @ParameterizedTest
    @CsvSource({"0, 420", "1, 419", "419, 1", "420, 0", "421, 0"})
    void aPenaltyTakesOffUpToEverythingAndNeverMore(int penalty, int credited) {
        assertThat(CreditedMinutes.of(IN_FULL, 420, penalty, MUCH)).isEqualTo(credited);
    }

    @ParameterizedTest
    @CsvSource({"FULL", "PART", "NONE"})
    void nothingWithoutAnAttendedOutcome(Credit credit) {
        assertThat(CreditedMinutes.of(outcome(false, credit), 420, 0, MUCH)).isZero();
    }

    @Test
    void nothingWhereTheOutcomeCreditsNothing() {
        assertThat(CreditedMinutes.of(outcome(true, Credit.NONE), 420, 0, MUCH)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28, 00:30, 03:30, 120", // the clocks go forward at 01:00
        "2027-03-28, 00:30, 01:30, 60", // 01:30 is not there: it is 02:30
        "2027-03-28, 01:00, 02:00, 0",
        "2026-10-25, 00:30, 03:30, 240", // the clocks go back at 02:00
        "2026-10-25, 00:30, 01:30, 60", // the first of two
        "2026-10-25, 09:00, 16:00, 420",
        "2026-11-23, 09:00, 09:00, 0",
        "2026-11-23, 09:00, 09:01, 1",
        "2026-11-23, 09:00, 08:59, 0",
        "2028-02-29, 09:00, 16:00, 420",
        "2026-11-23, 00:00, 23:59, 1439"
    })
    void minutesAreThoseThatReallyPass(LocalDate on, LocalTime from, LocalTime until, int minutes) {
        assertThat(new TimeWorked(on, from, until).minutes()).isEqualTo(minutes);
    }

    @Property
    void creditIsNeverBelowZeroAboveWhatRemainsOrAboveTheTimeThere(
            @ForAll Credit credit,
            @ForAll boolean attended,
            @ForAll @IntRange(max = 1500) int worked,
            @ForAll @IntRange(max = 1600) int penalty,
            @ForAll @IntRange(max = 20_000) int remaining) {
        int credited = CreditedMinutes.of(outcome(attended, credit), worked, penalty, remaining);
        assertThat(credited).isBetween(0, Math.min(remaining, worked));
        if (!attended || credit == Credit.NONE) assertThat(credited).isZero();
        else assertThat(credited).isEqualTo(Math.clamp((long) worked - penalty, 0, remaining));
    }

    @Property
    void aHigherPenaltyNeverCreditsMore(
            @ForAll @IntRange(max = 1500) int worked,
            @ForAll @IntRange(max = 1500) int penalty,
            @ForAll @IntRange(max = 20_000) int remaining) {
        assertThat(CreditedMinutes.of(IN_PART, worked, penalty + 1, remaining))
                .isLessThanOrEqualTo(CreditedMinutes.of(IN_PART, worked, penalty, remaining));
    }

    @Property
    void sessionsOneAfterTheOtherNeverCreditMoreThanWasOrdered(
            @ForAll @IntRange(min = 1, max = 18_000) int ordered, @ForAll @IntRange(min = 1, max = 480) int session) {
        int credited = 0;
        for (int n = 0; n <= ordered / session + 1; n++)
            credited += CreditedMinutes.of(IN_FULL, session, 0, RemainingMinutes.of(ordered, credited));
        assertThat(credited).isEqualTo(ordered);
    }

    private static OutcomeCode outcome(boolean attended, Credit credit) {
        return new OutcomeCode("CODE", "Some outcome", attended, credit, false, true);
    }
}
