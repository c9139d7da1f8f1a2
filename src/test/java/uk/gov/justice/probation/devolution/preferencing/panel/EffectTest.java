package uk.gov.justice.probation.devolution.preferencing.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Score;

class EffectTest {
    private static final Score BEFORE = new Score(1, List.of(3, 2));

    @Test
    void figuresNameWhatIsOtherThanBeforeAndNothingElse() {
        assertThat(effect(new Score(0, List.of(3, 1, 2)), -1).figures())
                .containsExactly(
                        "People with choice number 2: 1 instead of 2.",
                        "People with choice number 3: 2 instead of 0.",
                        "People without a place: 0 instead of 1.",
                        "Sum of choices: 11 instead of 7.");
        assertThat(effect(new Score(1, List.of(2)), 1).figures())
                .as("fewer ranks than before")
                .containsExactly(
                        "People with choice number 1: 2 instead of 3.",
                        "People with choice number 2: 0 instead of 2.",
                        "Sum of choices: 2 instead of 7.");
        assertThat(effect(BEFORE, 0).figures()).containsExactly("The number of people at each choice stays the same.");
    }

    @Test
    void itIsJudgedUnderTheAimOfTheConsultation() {
        assertThat(effect(BEFORE, -1).judgement())
                .isEqualTo(
                        "Under the aim of this consultation (the smallest sum of choices, if a first choice counts 1, a second choice 2, and so on) the result would be better than the one before the move.");
        assertThat(effect(BEFORE, 0).judgement()).contains("would be as good as the one");
        assertThat(effect(BEFORE, 1).judgement()).contains("would be worse than the one");
    }

    @Test
    void whereOnlyWhatWasAskedForIsARankItSpeaksOfFirstChoicesAndOfPlacesNotAskedFor() {
        Effect effect = new Effect(
                new Proposal(1, 2, null),
                1,
                Objective.DRAW,
                List.of(),
                new Score(1, List.of(3, 2, 0)),
                new Score(0, List.of(2, 2, 2)),
                -1,
                3,
                null,
                List.of());

        assertThat(effect.figures())
                .containsExactly(
                        "First choices: 2 instead of 3.",
                        "People in a place that they did not ask for: 2 instead of 0.",
                        "People without a place: 0 instead of 1.");
    }

    @Test
    void inWordsItIsJudgementAndFigures() {
        assertThat(effect(BEFORE, -1).inWords())
                .isEqualTo("Better. The number of people at each choice stays the same.");
        assertThat(effect(BEFORE, 0).inWords())
                .isEqualTo("As good. The number of people at each choice stays the same.");
        assertThat(effect(new Score(0, List.of(4, 2)), 1).inWords())
                .isEqualTo(
                        "Worse. People with choice number 1: 4 instead of 3. People without a place: 0 instead of 1. Sum of choices: 8 instead of 7.");
    }

    private static Effect effect(Score after, int comparison) {
        return new Effect(
                new Proposal(1, 2, null),
                1,
                Objective.BALANCED,
                List.of(),
                BEFORE,
                after,
                comparison,
                null,
                null,
                List.of());
    }
}
