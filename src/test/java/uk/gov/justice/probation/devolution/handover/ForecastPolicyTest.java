package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.handover.SomeReports.planned;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;
import uk.gov.justice.probation.devolution.handover.ForecastPolicy.Because;
import uk.gov.justice.probation.devolution.handover.ForecastPolicy.Forecast;

class ForecastPolicyTest {
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1)));

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static final WarningSettings SETTINGS = new WarningSettings(10, 10, 11, 30, 40, 15, 31);

    @Test
    void itIsExpectedAsPlannedWhileThereIsTime() {
        LocalDate due = TODAY.plusDays(60);

        assertThat(of(planned(1, due).open(Gate.BRIEFING))).isEqualTo(new Forecast(due, Because.PLANNED));
    }

    @Test
    void aPlannedDayThatHasPassedBecomesTheNextWorkingDay() {
        LocalDate saturday = LocalDate.of(2026, 11, 7);

        assertThat(policy(saturday)
                        .of(
                                List.of(planned(1, TODAY)
                                        .in(HandoverState.SCHEDULED)
                                        .report()),
                                Map.of())
                        .get(1L))
                .isEqualTo(new Forecast(LocalDate.of(2026, 11, 9), Because.PASSED));
    }

    @Test
    void theGateThatUsuallyTakesLongestCountsFromTheDayOnWhichTheWorkBegins() {
        assertThat(of(planned(1, TODAY.plusDays(3)).open(Gate.BRIEFING, Gate.EQIP)))
                .as("eleven working days, side by side")
                .isEqualTo(new Forecast(LocalDate.of(2026, 11, 17), Because.GATES));
        assertThat(of(planned(1, TODAY.plusDays(3)).open(Gate.BRIEFING, Gate.VETTING)))
                .as("forty working days, two bank holidays among them")
                .isEqualTo(new Forecast(LocalDate.of(2026, 12, 29), Because.GATES));
    }

    @Test
    void aGateCountsFromTheInventoryOnAndIsNeverMetBeforeTomorrow() {
        Instant inventory = Instant.parse("2026-10-26T10:00:00Z");
        SomeReports working = planned(1, TODAY.minusDays(3)).in(HandoverState.GATES);

        assertThat(of(working.counted(650, inventory).open(Gate.BRIEFING)).on())
                .as("ten working days after the Monday before")
                .isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(of(working.counted(650, inventory.minusSeconds(86_400 * 60)).open(Gate.BRIEFING))
                        .on())
                .as("it takes longer than usual")
                .isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void gatesCountNoMoreOnceItGoesAhead() {
        assertThat(of(planned(1, TODAY.plusDays(3)).in(HandoverState.SCHEDULED).open(Gate.VETTING)))
                .isEqualTo(new Forecast(TODAY.plusDays(3), Because.PLANNED));
    }

    @Test
    void aSiteMoveThatIsLateShiftsWhatDependsOnIt() {
        SomeReports move = planned(1, TODAY.plusDays(2)).siteMove().open(Gate.VETTING);
        SomeReports fed = planned(2, TODAY.plusDays(10)).open(Gate.BRIEFING);
        SomeReports other = planned(3, TODAY.plusDays(10));

        Map<Long, Forecast> forecasts =
                policy(TODAY).of(List.of(fed.report(), other.report(), move.report()), Map.of(2L, List.of(1L)));

        LocalDate moved = forecasts.get(1L).on();
        assertThat(moved).isEqualTo(LocalDate.of(2026, 12, 29));
        assertThat(forecasts.get(2L)).isEqualTo(new Forecast(CALENDAR.plus(moved, 10), Because.WAITS));
        assertThat(forecasts.get(3L)).isEqualTo(new Forecast(TODAY.plusDays(10), Because.PLANNED));
    }

    @Test
    void aSiteMoveThatHasMovedHoldsNothingUp() {
        SomeReports move = planned(1, TODAY.minusDays(2))
                .siteMove()
                .in(HandoverState.CLOSED)
                .transferred(Instant.parse("2026-10-30T10:00:00Z"));
        SomeReports fed = planned(2, TODAY.plusDays(10));

        Map<Long, Forecast> forecasts = policy(TODAY).of(List.of(move.report(), fed.report()), Map.of(2L, List.of(1L)));

        assertThat(forecasts).containsOnlyKeys(2L);
        assertThat(forecasts.get(2L)).isEqualTo(new Forecast(TODAY.plusDays(10), Because.PLANNED));
    }

    @Test
    void nothingCanBeReadyBeforeItsWindowOpens() {
        LocalDate opens = TODAY.plusDays(28);

        assertThat(of(planned(1, opens.plusDays(3)).windowFrom(opens).open(Gate.BRIEFING)))
                .isEqualTo(new Forecast(CALENDAR.plus(opens, 10), Because.GATES));
    }

    @ParameterizedTest
    @EnumSource(
            value = HandoverState.class,
            names = {"CLOSED", "CALLED_OFF", "CANCELLED"})
    void nothingIsExpectedOfWhatHasEnded(HandoverState ended) {
        assertThat(policy(TODAY).of(List.of(planned(1, TODAY).in(ended).report()), Map.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = HandoverState.class,
            mode = Mode.EXCLUDE,
            names = {"CLOSED", "CALLED_OFF", "CANCELLED"})
    void somethingIsExpectedOfEverythingElse(HandoverState state) {
        assertThat(of(planned(1, TODAY.plusDays(80)).in(state)).on()).isEqualTo(TODAY.plusDays(80));
    }

    @Test
    void beyondTheKnownBankHolidaysNothingIsSaid() {
        LocalDate lastOfAll = LocalDate.of(2027, 12, 30);

        assertThat(policy(lastOfAll)
                        .of(List.of(planned(1, lastOfAll).open(Gate.VETTING).report()), Map.of()))
                .isEmpty();
    }

    @Test
    void whatIsUsualIsTheMedianOnceThreeHaveMetTheGate() {
        Instant inventory = Instant.parse("2026-10-05T10:00:00Z");
        List<HandoverReport> met = LongStream.of(1, 2, 9)
                .mapToObj(days -> planned(days, TODAY)
                        .counted(10, inventory)
                        .met(Gate.VETTING, inventory.plusSeconds(86_400 * days))
                        .report())
                .toList();

        assertThat(UsualDurations.of(met, SETTINGS, CALENDAR, ENGLAND).of(Gate.VETTING))
                .isEqualTo(2);
        assertThat(UsualDurations.of(met.subList(0, 2), SETTINGS, CALENDAR, ENGLAND)
                        .of(Gate.VETTING))
                .as("two are no rule yet")
                .isEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void untilThenEachTakesWhatTheBoardWarnsOf(Gate gate) {
        assertThat(UsualDurations.of(List.of(), SETTINGS, CALENDAR, ENGLAND).of(gate))
                .isPositive()
                .isEqualTo(SETTINGS.leastFor(gate));
    }

    private static Forecast of(SomeReports one) {
        return policy(TODAY).of(List.of(one.report()), Map.of()).get(one.id());
    }

    private static ForecastPolicy policy(LocalDate today) {
        return new ForecastPolicy(CALENDAR, UsualDurations.assumed(SETTINGS), today, ENGLAND);
    }
}
