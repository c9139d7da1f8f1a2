package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;
import uk.gov.justice.probation.devolution.handover.HandoverReport.DecisionMade;

class DecisionWordsTest {
    private static final Instant AT = Instant.parse("2021-10-20T09:00:00Z");
    private static final Path CODE = Path.of("src/main/java/uk/gov/justice/probation/devolution/handover");

    /** What can be decided in each step. */
    private static final Map<Step, List<String>> OUTCOMES = Map.of(
            Step.INVENTORY, List.of("CONFIRM", "TAKE_AGAIN"),
            Step.DECISION, List.of("GO", "HOLD", "CANCEL", "TAKEN_BACK"),
            Step.EXCEPTIONS, List.of("RETRY", "ACCEPTED", "UNDECIDED", "CALL_OFF"),
            Step.SIGN_RELEASING, List.of("SIGN", "CALL_OFF"),
            Step.SIGN_RECEIVING, List.of("SIGN", "CALL_OFF"),
            Step.REVIEW, List.of("STABLE", "STABLE_WITH_ACTIONS"),
            Step.OVERDUE, List.of("NOTED"));

    @ParameterizedTest
    @EnumSource(Step.class)
    void everythingThatCanBeDecidedIsToldInASentence(Step step) {
        assertThat(OUTCOMES.get(step)).isNotEmpty().allSatisfy(outcome -> {
            Happened told = told(step.name(), outcome, null, null);
            assertThat(told.title()).isNotEqualTo("Decided");
            assertThat(told.sentence()).startsWith("somebody ").endsWith(".").doesNotContain("%", "_", outcome);
            assertThat(told.because()).isEmpty();
        });
    }

    @Test
    void everyOutcomeIsOneThatTheCodeRecords() throws IOException {
        String code;
        try (Stream<Path> files = Files.list(CODE)) {
            code = String.join(
                    "\n",
                    files.filter(Files::isRegularFile)
                            .map(DecisionWordsTest::text)
                            .toList());
        }
        OUTCOMES.values()
                .forEach(outcomes -> assertThat(outcomes)
                        .allSatisfy(outcome -> assertThat(code).contains("\"" + outcome + "\"")));
    }

    @Test
    void theFactsOfADecisionAreToldWithIt() {
        assertThat(told("DECISION", "GO", "HOLD", "It must be").because())
                .containsExactly("Readiness was: hold. Nobody is briefed.", "Noted: It must be");
        assertThat(told("DECISION", "GO", "GO", " ").sentence())
                .isEqualTo("somebody decided that it goes ahead on 29 October 2021.");
    }

    @Test
    void whatALaterReleaseDecidesIsStillTold() {
        assertThat(told("DANCE", "TANGO", null, null).sentence()).isEqualTo("somebody decided: DANCE TANGO.");
    }

    private static Happened told(String step, String outcome, String readiness, String note) {
        return new DecisionWords(new DecisionMade(
                        step,
                        outcome,
                        readiness,
                        "Nobody is briefed.",
                        note,
                        LocalDate.of(2021, 10, 29),
                        "somebody",
                        AT))
                .told();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
