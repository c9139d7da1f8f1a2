package uk.gov.justice.probation.devolution.unpaidwork.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void wordsAreSeparatedBySpaces() {
        assertThat(Words.of(" COOKING  DRIVING ").all()).containsExactlyInAnyOrder("COOKING", "DRIVING");
        assertThat(Words.of(" ").all()).isEmpty();
        assertThat(Words.of("").all()).isEmpty();
        assertThat(Words.of(null).all()).isEmpty();
    }

    @Test
    void peopleAndAreasAreKnownByTheirForm() {
        Words words = Words.of("X000001 L3 SW1A NW-PARK XX000002 X0000011 L 3L CH412");
        assertThat(words.people()).containsExactly("X000001");
        assertThat(words.areas()).containsExactlyInAnyOrder("L", "SW");
        assertThat(Words.of("CH41 M60 L12").areas()).containsExactlyInAnyOrder("CH", "M", "L");
    }

    @Test
    void whatIsNoDayIsLeftOut() {
        assertThat(ProjectDays.of("mon TUESDAY SUN  XXX")).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
        assertThat(ProjectDays.of("")).isEmpty();
    }
}
