package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.handover.DecisionPolicy.noMove;
import static uk.gov.justice.probation.devolution.handover.DecisionPolicy.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.SomeDeadlines;
import uk.gov.justice.probation.devolution.handover.Deciding.Proposal;
import uk.gov.justice.probation.devolution.handover.ReadinessRules.Readiness;

class DecisionPolicyTest {
    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final Deadlines NOW = SomeDeadlines.on(TODAY);
    private static final Readiness READY = new Readiness("GO", List.of());
    private static final Readiness ON_CONDITIONS = new Readiness("CONDITIONAL", List.of("Training is open."));
    private static final Readiness NOT_READY = new Readiness("HOLD", List.of("Nobody is trained.", "No EQIP."));

    @Test
    void goStandsOnTheDayThatIsSaidOrPlanned() {
        assertThat(refusal(due(MONDAY), go(null, null), READY, NOW)).isEmpty();
        assertThat(refusal(due(SATURDAY), go(MONDAY, null), READY, NOW)).isEmpty();
        assertThat(refusal(due(SATURDAY), go(null, null), READY, NOW)).hasValueSatisfying(saying("weekend"));
        assertThat(refusal(due(MONDAY), go(SATURDAY, null), READY, NOW)).hasValueSatisfying(saying("weekend"));
    }

    @Test
    void goIsNotPossibleWhileReadinessIsHoldWhateverTheNoteSays() {
        assertThat(refusal(due(MONDAY), go(MONDAY, "It must."), NOT_READY, NOW))
                .hasValue(
                        "Go is not possible while readiness is HOLD: Nobody is trained. No EQIP. Choose hold with a new date, or cancel.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONDITIONAL", "ESCALATE"})
    void goOnLessThanGoSaysWhy(String result) {
        Readiness readiness = new Readiness(result, List.of("Training is open."));

        for (String nothing : new String[] {null, "", "  "})
            assertThat(refusal(due(MONDAY), go(MONDAY, nothing), readiness, NOW))
                    .hasValue("Readiness is %s. Say in the note why the handover goes ahead anyway.".formatted(result));
        assertThat(refusal(due(MONDAY), go(MONDAY, "Trained next week."), readiness, NOW))
                .isEmpty();
        assertThat(refusal(due(MONDAY), go(SATURDAY, "Trained next week."), readiness, NOW))
                .hasValueSatisfying(saying("weekend"));
    }

    @Test
    void aHoldNamesAWorkingDayToComeInTheWindow() {
        assertThat(refusal(due(MONDAY), hold(MONDAY), NOT_READY, NOW)).isEmpty();
        assertThat(refusal(due(MONDAY), hold(TODAY), NOT_READY, NOW))
                .hasValueSatisfying(saying("it must be in the future"));
        assertThat(refusal(due(MONDAY), hold(SATURDAY), NOT_READY, NOW)).hasValueSatisfying(saying("weekend"));
        assertThat(refusal(due(MONDAY), hold(null), NOT_READY, NOW)).hasValue("Enter the new date of a hold.");
        assertThat(refusal(opening(MONDAY.plusDays(1)), hold(MONDAY), NOT_READY, NOW))
                .hasValueSatisfying(saying("it is before its window starts, 1 December 2026"));
        assertThat(refusal(opening(MONDAY), hold(MONDAY), NOT_READY, NOW)).isEmpty();
    }

    @Test
    void aCancellationSaysWhy() {
        assertThat(refusal(due(MONDAY), cancel("The service ends."), READY, NOW))
                .isEmpty();
        for (String nothing : new String[] {null, "", " "})
            assertThat(refusal(due(MONDAY), cancel(nothing), READY, NOW))
                    .hasValue("Say in the note why the handover is cancelled.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "go", "STOP"})
    void whatIsNoDecisionIsAskedForAgain(String decision) {
        assertThat(refusal(due(MONDAY), new Proposal(decision, MONDAY, "So.", true), READY, NOW))
                .hasValue("Choose go, hold or cancel.");
    }

    @Test
    void noDecisionAtAllIsAskedForAgain() {
        assertThat(refusal(due(MONDAY), new Proposal(null, MONDAY, "So.", true), ON_CONDITIONS, NOW))
                .hasValue("Choose go, hold or cancel.");
    }

    @Test
    void nothingMovesInThePastOrBeforeItsWindow() {
        assertThat(noMove(due(MONDAY), TODAY, NOW)).isEmpty();
        assertThat(noMove(due(MONDAY), TODAY.minusDays(1), NOW)).hasValueSatisfying(saying("it is in the past"));
        assertThat(noMove(opening(MONDAY), TODAY, NOW)).hasValueSatisfying(saying("before its window starts"));
    }

    @Test
    void inAReplayThePlansOwnDayStandsAndAnyOtherIsAWorkingDay() {
        LocalDate sunday = LocalDate.of(2026, 10, 25);
        Handover replay = due(sunday).launchedOn(TODAY);

        assertThat(noMove(replay, sunday, NOW)).isEmpty();
        assertThat(noMove(replay, sunday.plusDays(1), NOW))
                .as("past, as all of it")
                .isEmpty();
        assertThat(noMove(replay, sunday.minusDays(1), NOW)).hasValueSatisfying(saying("weekend"));
        assertThat(noMove(due(sunday), sunday, NOW)).as("no replay").isPresent();
    }

    private static Consumer<String> saying(String words) {
        return sentence -> assertThat(sentence).contains(words);
    }

    private static Proposal go(LocalDate date, String note) {
        return new Proposal("GO", date, note, true);
    }

    private static Proposal hold(LocalDate date) {
        return new Proposal("HOLD", date, null, true);
    }

    private static Proposal cancel(String note) {
        return new Proposal("CANCEL", null, note, true);
    }

    private static Handover due(LocalDate due) {
        return handover(LocalDate.of(2026, 10, 1), due);
    }

    private static Handover opening(LocalDate windowStart) {
        return handover(windowStart, LocalDate.of(2026, 12, 31));
    }

    private static Handover handover(LocalDate windowStart, LocalDate due) {
        return new Handover(
                1,
                "ROW",
                HandoverKind.HANDOVER,
                "NW",
                "UPW",
                "ALL",
                "PSC_LIVERPOOL",
                "REGION_NW",
                windowStart,
                due,
                "");
    }
}
