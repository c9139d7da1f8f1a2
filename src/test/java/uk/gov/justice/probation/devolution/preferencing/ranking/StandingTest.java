package uk.gov.justice.probation.devolution.preferencing.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.allocation.Score;

class StandingTest {
    private static final long ANN = 1;
    private static final long BEN = 2;
    private static final long CLEO = 3;
    private static final long DEV = 4;
    private static final long LEEDS = 11;
    private static final long YORK = 12;
    private static final long HULL = 13;

    /** Ann has her second choice, Ben what he did not ask for, Cleo asked for nothing, Dev has nothing. */
    private final Standing standing = new Standing(
            places(LEEDS, HULL, YORK, null),
            asked(Map.of(
                    ANN, List.of(YORK, LEEDS, HULL), BEN, List.of(LEEDS, YORK), CLEO, List.of(), DEV, List.of(YORK))),
            longest -> null);

    @Test
    void aPlaceCountsAtItsRankOrAfterTheLastOrAfterTheLongestList() {
        assertThat(standing.rank(ANN)).isEqualTo(2);
        assertThat(standing.rank(BEN)).as("after the last of two").isEqualTo(3);
        assertThat(standing.rank(CLEO)).as("after the longest list").isEqualTo(4);
        assertThat(standing.rank(DEV)).as("no place").isZero();
    }

    @Test
    void whereEverybodyHasOneLevelNobodysListMakesAPlaceThatTheyDidNotAskForBetter() {
        Standing level = new Standing(
                places(LEEDS, HULL, YORK, null),
                asked(Map.of(ANN, List.of(YORK, LEEDS), BEN, List.of(LEEDS), DEV, List.of(YORK))),
                longest -> 1 + Math.max(5, longest));

        assertThat(level.rank(ANN)).isEqualTo(2);
        assertThat(level.rank(BEN)).isEqualTo(6);
        assertThat(level.rank(CLEO)).as("who asked for nothing").isEqualTo(6);
        assertThat(level.score()).isEqualTo(new Score(1, List.of(0, 1, 0, 0, 0, 2)));
    }

    @Test
    void onlyWhatWasAskedForIsRanked() {
        assertThat(standing.isRanked(ANN)).isTrue();
        assertThat(standing.isRanked(BEN)).isFalse();
        assertThat(standing.isRanked(CLEO)).isFalse();
        assertThat(standing.isRanked(DEV)).isFalse();
    }

    @Test
    void theScoreHasOneRankMoreThanTheLongestList() {
        assertThat(standing.score()).isEqualTo(new Score(1, List.of(0, 1, 1, 1)));
        assertThat(new Standing(Map.of(), Map.of(), longest -> null).score()).isEqualTo(new Score(0, List.of(0)));
    }

    @Test
    void theLongestListIsOfThoseWhoTakePart() {
        Standing without =
                new Standing(places(null, null, YORK), asked(Map.of(DEV, List.of(LEEDS, YORK, HULL))), longest -> null);

        assertThat(without.rank(CLEO)).isEqualTo(1);
        assertThat(without.score()).isEqualTo(new Score(2, List.of(1)));
    }

    @Test
    void placesAreCountedByOption() {
        assertThat(standing.taken(LEEDS)).isEqualTo(1);
        assertThat(standing.taken(14)).isZero();
        assertThat(standing.with(Map.of(DEV, LEEDS)).taken(LEEDS)).isEqualTo(2);
        assertThat(standing.place(ANN)).isEqualTo(LEEDS);
        assertThat(standing.place(DEV)).isNull();
    }

    @Test
    void aMoveChangesWhoIsMovedAndNobodyElse() {
        Standing after = standing.with(Map.of(ANN, YORK, CLEO, LEEDS));

        assertThat(after.places()).isEqualTo(places(YORK, HULL, LEEDS, null));
        assertThat(after.rank(ANN)).as("by the same answers").isEqualTo(1);
        assertThat(standing.places()).as("what was").isEqualTo(places(LEEDS, HULL, YORK, null));
    }

    private static Map<Long, Long> places(Long... options) {
        Map<Long, Long> places = new HashMap<>();
        for (int person = 0; person < options.length; person++) places.put(person + 1L, options[person]);
        return places;
    }

    private static Map<Long, Answer> asked(Map<Long, List<Long>> choices) {
        return choices.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        asked -> new Answer(
                                1,
                                asked.getKey(),
                                Answer.Kind.OWN,
                                asked.getValue(),
                                Set.of(),
                                null,
                                "x",
                                Instant.EPOCH)));
    }
}
