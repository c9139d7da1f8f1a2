package uk.gov.justice.probation.devolution.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No mean, and no two means together, say how far fewer than ten people travel. */
class MeansTest {
    private final Means means = new Means();

    @Test
    void aMeanNeedsTenPeopleAndIsAWholeNumber() {
        Map<Long, Integer> ten = people(1, 10, 20);
        ten.put(1L, 26);
        assertThat(means.of(List.of(ten))).containsExactly(21);
        assertThat(means.of(List.of(people(100, 9, 20)))).containsOnlyNulls();
        assertThat(means.of(List.of(Map.of()))).containsOnlyNulls();
    }

    @Test
    void whoHasNoMeanInATableIsNobodyOrAtLeastTen() {
        assertThat(means.of(List.of(people(1, 30, 5), people(100, 12, 6), people(200, 4, 7))))
                .as("with everybody's mean the four could be worked out")
                .containsExactly(5, null, null);
        assertThat(new Means().of(List.of(people(1, 12, 5), people(100, 4, 6)))).containsOnlyNulls();
    }

    @Test
    void twoMeansDifferByNobodyOrByAtLeastTenPeople() {
        assertThat(means.of(List.of(people(1, 40, 5)))).containsExactly(5);
        assertThat(means.of(List.of(people(1, 40, 5)))).as("the same again").containsExactly(5);
        assertThat(means.of(List.of(people(1, 38, 5)))).as("two fewer").containsOnlyNulls();
        assertThat(means.of(List.of(people(1, 30, 5)))).as("ten fewer").containsExactly(5);
        Map<Long, Integer> moved = people(1, 40, 5);
        moved.put(7L, 65);
        assertThat(means.of(List.of(moved))).as("one travels further now").containsOnlyNulls();
    }

    @Test
    void aMeanThatWasNotShownHidesNoOther() {
        means.of(List.of(people(1, 20, 5), people(100, 9, 5)));
        assertThat(means.of(List.of(people(1, 22, 5)))).containsExactly(5);
    }

    private static Map<Long, Integer> people(long first, int count, int minutes) {
        Map<Long, Integer> people = new HashMap<>();
        for (long person = first; person < first + count; person++) people.put(person, minutes);
        return people;
    }
}
