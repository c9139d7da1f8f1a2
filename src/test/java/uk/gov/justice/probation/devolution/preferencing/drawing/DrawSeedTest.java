package uk.gov.justice.probation.devolution.preferencing.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The expected seeds were computed from the words of the documentation alone, in another language. */
class DrawSeedTest {

    @Test
    void theSeedIsThatOfWhoeverFollowsTheWordsOfTheDocumentation() {
        Map<String, String> words = Map.of("hr", "", "tu-napo", "Crème brûlée", "tu-unison", "42");
        long[] seeds = {
            7008778052636741616L,
            -7270733017722378456L,
            -2625192068780433094L,
            8479412285083917723L,
            -1108839072579168153L
        };
        for (byte secret = 0; secret < seeds.length; secret++)
            assertThat(DrawSeed.of(bytes(secret), new TreeMap<>(words))).isEqualTo(seeds[secret]);
        assertThat(DrawSeed.of(bytes((byte) 0), new TreeMap<>(Map.of("hr", ""))))
                .isEqualTo(2524198332724062972L);
    }

    @Test
    void aWordIsTheSameHoweverItsAccentsAreTypedAndWhateverSpacesAreAroundIt() {
        assertThat(Words.normal("Cre\u0300me")).isEqualTo("Cr\u00e8me");
        assertThat(Words.normal("\tSandstone \n")).isEqualTo("Sandstone");
    }

    private static byte[] bytes(byte value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
