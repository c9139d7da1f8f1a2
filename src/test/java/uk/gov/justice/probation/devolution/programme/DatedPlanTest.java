package uk.gov.justice.probation.devolution.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.calendar.SomeDeadlines;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.programme.DatedPlan.Outlook;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

class DatedPlanTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static final LocalDate BACKSTOP = TODAY.plusMonths(6);

    @Test
    void whatIsOpenAndWhatIsLateOnTheDayOfTheLaunchIsCounted() {
        DatedPlan plan = plan(
                List.of("NW", "EM"),
                row("1", TODAY.minusDays(10), TODAY.minusDays(1), "NW", "EM"),
                row("2", TODAY, TODAY, "NW"),
                row("3", TODAY.plusDays(1), TODAY.plusDays(4), "NW"),
                row("4", TODAY.plusDays(2), null, "EM"));

        assertThat(plan.outlooks(TODAY))
                .containsExactly(
                        new Outlook("NW", 3, 2, 1, TODAY.minusDays(10), TODAY.plusDays(4), BACKSTOP),
                        new Outlook("EM", 2, 1, 1, TODAY.minusDays(10), TODAY.minusDays(1), BACKSTOP));
        assertThat(plan.rowsOf("EM")).extracting(PlanRow::id).containsExactly("1", "4");
        assertThat(plan.shiftDays()).isZero();
    }

    @Test
    void theFirstStartIsTheEarliestWhateverTheOrderOfTheRows() {
        DatedPlan plan =
                plan(List.of("NW"), row("1", TODAY.plusDays(2), null, "NW"), row("2", TODAY.plusDays(1), null, "NW"));

        assertThat(plan.outlooks(TODAY)).containsExactly(new Outlook("NW", 2, 0, 0, TODAY.plusDays(1), null, BACKSTOP));
    }

    @Test
    void aPlanThatReachesBeyondTheKnownBankHolidaysIsRefused() {
        DatedPlan plan = new DatedPlan(
                List.of("NW"),
                List.of(row("1", TODAY, null, "NW")),
                TODAY,
                new PlanDates(4000, SomeDeadlines.CALENDAR),
                BACKSTOP);

        assertThat(plan.shiftDays()).isEqualTo(4000);
        assertThatThrownBy(() -> plan.outlooks(TODAY))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageStartingWith(
                        "With the base date 2026-11-30 the plan goes beyond the known bank holidays. No bank holidays are known for");
    }

    private static DatedPlan plan(List<String> regions, PlanRow... rows) {
        return new DatedPlan(regions, List.of(rows), TODAY, new PlanDates(0, SomeDeadlines.CALENDAR), BACKSTOP);
    }

    private static PlanRow row(String id, LocalDate start, LocalDate due, String... regions) {
        return new PlanRow(
                id,
                HandoverKind.HANDOVER,
                List.of(regions),
                "UPW",
                "ALL",
                List.of("PSC_LIVERPOOL"),
                "REGION_NW",
                start,
                due,
                due != null,
                List.of(),
                "");
    }
}
