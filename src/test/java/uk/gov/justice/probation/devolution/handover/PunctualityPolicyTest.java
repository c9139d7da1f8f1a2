package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.justice.probation.devolution.calendar.SomeDeadlines;
import uk.gov.justice.probation.devolution.handover.HandoverReport.Counts;
import uk.gov.justice.probation.devolution.handover.HandoverReport.GateAnswer;

class PunctualityPolicyTest {
    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);

    private static final LocalDate IN_TEN_WORKING_DAYS = LocalDate.of(2026, 12, 16);
    private static final LocalDate FAR_AWAY = LocalDate.of(2027, 6, 30);
    private static final int GATES_AT_LEAST = 5;
    private static final WarningSettings WARNINGS = new WarningSettings(10, 2, 3, 20, 10, 5, 15);
    private static final PunctualityPolicy POLICY = new PunctualityPolicy(
            SomeDeadlines.on(TODAY), new HandoverSettings(20, 5, GATES_AT_LEAST, 10, 10, 5, 1000), WARNINGS);

    @Test
    void itIsLateFromTheDayAfterItsDueDateUntilItHasMoved() {
        assertThat(of(due(TODAY)).late()).isFalse();
        assertThat(of(due(TODAY.minusDays(1))).late()).isTrue();
        assertThat(of(due(TODAY.minusDays(1)).state(HandoverState.SIGNING)).late())
                .isTrue();
        assertThat(of(due(TODAY.minusDays(1)).state(HandoverState.HYPERCARE).transferred()))
                .isEqualTo(Punctuality.NOTHING_TO_WARN_OF);
    }

    @Test
    void itIsDueSoonAsManyWorkingDaysBeforeAsIsSet() {
        assertThat(of(due(IN_TEN_WORKING_DAYS)).dueSoon()).isTrue();
        assertThat(of(due(IN_TEN_WORKING_DAYS.plusDays(1))).dueSoon()).isFalse();
        assertThat(of(due(TODAY)).dueSoon()).isTrue();
        assertThat(of(due(TODAY.minusDays(1))).dueSoon())
                .as("it is late and no longer soon")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void itIsAtRiskIfAGateCannotBeClosedBeforeThePlannedDate(Gate gate) {
        LocalDate closes = SomeDeadlines.on(TODAY).workingDaysFrom(TODAY, WARNINGS.leastFor(gate));

        assertThat(of(due(FAR_AWAY).planned(closes).open(gate)).risks()).isEmpty();
        assertThat(of(due(FAR_AWAY).planned(closes.minusDays(1)).open(gate)).risks())
                .singleElement()
                .asString()
                .startsWith(gate.label() + " is open and takes " + WARNINGS.leastFor(gate) + " working days at least")
                .contains("at the earliest, after the planned date");
        assertThat(of(due(FAR_AWAY).planned(closes.minusDays(1)).met(gate)).risks())
                .isEmpty();
    }

    @Test
    void nobodyBeginsWithAGateBeforeTheWindowOpens() {
        Given recruits = due(FAR_AWAY).planned(LocalDate.of(2027, 1, 4)).open(Gate.RECRUITMENT);

        assertThat(of(recruits).risks()).isEmpty();
        assertThat(of(recruits.from(TODAY.plusDays(5))).risks()).hasSize(1);
    }

    @Test
    void onceSomebodyDecidedToGoNoGatePutsItAtRisk() {
        Given near = due(FAR_AWAY).planned(TODAY.plusDays(1)).open(Gate.VETTING);

        assertThat(of(near.state(HandoverState.DECISION)).isAtRisk()).isTrue();
        assertThat(of(near.state(HandoverState.SCHEDULED)).isAtRisk()).isFalse();
    }

    @Test
    void itIsAtRiskIfItsPlannedDateHasPassedAndItIsNotLateYet() {
        assertThat(of(due(FAR_AWAY).planned(TODAY)).risks()).isEmpty();
        assertThat(of(due(FAR_AWAY).planned(TODAY.minusDays(1))).risks())
                .containsExactly("Its planned date, 1 December 2026, has passed, and it has not moved.");
        assertThat(of(due(FAR_AWAY).planned(TODAY.minusDays(1)).state(HandoverState.TRANSFER))
                        .isAtRisk())
                .isFalse();
        assertThat(of(due(TODAY.minusDays(1))).risks()).isEmpty();
    }

    @Test
    void itIsAtRiskIfASiteMoveEndsAfterTheLastDayForItsInventory() {
        LocalDate planned = LocalDate.of(2027, 1, 15);
        LocalDate lastInventory = SomeDeadlines.on(TODAY).workingDaysFrom(planned, -GATES_AT_LEAST);
        Given fed = due(FAR_AWAY).planned(planned).state(HandoverState.WAITING);

        assertThat(of(fed, move(lastInventory)).risks()).isEmpty();
        assertThat(of(fed, move(lastInventory.plusDays(1))).risks())
                .containsExactly(
                        "Site move M4 brings the work to Wakefield first and ends on 9 January 2027 at the earliest. The inventory of H-YATH-1 has to be taken by 8 January 2027 for its planned date.");
        assertThat(of(fed, move(lastInventory.plusDays(1)).state(HandoverState.CLOSED))
                        .risks())
                .as("it has ended")
                .isEmpty();
        assertThat(of(fed.inventoryTaken(), move(lastInventory.plusDays(1))).risks())
                .as("it was not waited for")
                .isEmpty();
    }

    @Test
    void aSiteMoveThatIsBehindEndsTodayAtTheEarliest() {
        Given fed = due(FAR_AWAY).planned(TODAY.plusDays(2)).state(HandoverState.WAITING);

        assertThat(of(fed, move(TODAY.minusDays(30))).risks())
                .singleElement()
                .asString()
                .contains("ends on 2 December 2026 at the earliest");
    }

    @Test
    void withoutADueDateNothingIsWarnedOf() {
        assertThat(of(due(null).planned(TODAY.minusDays(30)).open(Gate.RECRUITMENT)))
                .isEqualTo(Punctuality.NOTHING_TO_WARN_OF);
    }

    @ParameterizedTest
    @EnumSource(
            value = HandoverState.class,
            names = {"CLOSED", "CALLED_OFF", "CANCELLED"})
    void whatHasEndedIsNotWarnedOf(HandoverState ended) {
        assertThat(of(due(TODAY.minusDays(30)).open(Gate.VETTING).state(ended)))
                .isEqualTo(Punctuality.NOTHING_TO_WARN_OF);
    }

    @Test
    void whereNoBankHolidaysAreKnownNothingIsGuessed() {
        assertThat(of(due(LocalDate.of(2036, 1, 5)).open(Gate.VETTING).from(LocalDate.of(2035, 12, 28))))
                .isEqualTo(Punctuality.NOTHING_TO_WARN_OF);
    }

    private static Punctuality of(Given handover, Given... feeding) {
        return POLICY.of(
                handover.report("H-YATH-1", HandoverKind.HANDOVER),
                Arrays.stream(feeding)
                        .map(move -> move.report("M4", HandoverKind.SITE_MOVE))
                        .toList());
    }

    private static Given due(LocalDate due) {
        return new Given(due, due, TODAY.minusMonths(1), HandoverState.GATES, List.of(), false, false);
    }

    private static Given move(LocalDate planned) {
        return due(planned);
    }

    private record Given(
            LocalDate due,
            LocalDate planned,
            LocalDate from,
            HandoverState state,
            List<GateAnswer> gates,
            boolean hasInventory,
            boolean hasMoved) {

        Given planned(LocalDate day) {
            return new Given(due, day, from, state, gates, hasInventory, hasMoved);
        }

        Given from(LocalDate day) {
            return new Given(due, planned, day, state, gates, hasInventory, hasMoved);
        }

        Given state(HandoverState other) {
            return new Given(due, planned, from, other, gates, hasInventory, hasMoved);
        }

        Given open(Gate gate) {
            return new Given(due, planned, from, state, List.of(GateAnswer.open(gate)), hasInventory, hasMoved);
        }

        Given met(Gate gate) {
            GateAnswer met = new GateAnswer(gate, true, "Met", null, null, "ann", Instant.EPOCH);
            return new Given(due, planned, from, state, List.of(met), hasInventory, hasMoved);
        }

        Given inventoryTaken() {
            return new Given(due, planned, from, state, gates, true, hasMoved);
        }

        Given transferred() {
            return new Given(due, planned, from, state, gates, hasInventory, true);
        }

        HandoverReport report(String row, HandoverKind kind) {
            return new HandoverReport(
                    1,
                    row,
                    kind,
                    new CodeAndName("YATH", "Yorkshire and the Humber"),
                    new CodeAndName("ALLOCATION", "Case allocation"),
                    new CodeAndName("", "All cases"),
                    List.of(),
                    new CodeAndName("PSC_WAKEFIELD", "Wakefield"),
                    from,
                    due,
                    planned,
                    state,
                    0,
                    new Counts(null, null, 0, 0),
                    hasInventory ? Instant.EPOCH : null,
                    hasMoved ? Instant.EPOCH : null,
                    null,
                    null,
                    gates,
                    List.of());
        }
    }
}
