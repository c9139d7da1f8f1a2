package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void idsThatFollowOneAnotherAreARangeAndOthersAreNamed() {
        assertThat(Ids.among("id", List.of(7L, 3L, 1L, 2L, 9L, 10L, 3L)))
                .isEqualTo("(id IN (7) OR id BETWEEN 1 AND 3 OR id BETWEEN 9 AND 10)");
    }

    @Test
    void idsApartFromOneAnotherAreAList() {
        assertThat(Ids.among("id", List.of(10L, 20L, 30L))).isEqualTo("(id IN (10, 20, 30))");
    }

    @Test
    void idsWithoutAGapAreOneRange() {
        assertThat(Ids.among("id", List.of(4L, 5L, 6L))).isEqualTo("(id BETWEEN 4 AND 6)");
    }
}
