package uk.gov.justice.probation.devolution.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnseenLettersTest {
    private static final String JOINER = "\u200D";
    private static final String NON_JOINER = "\u200C";
    private static final String KA = "\u0915";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0", "\u2028", "\u2029", "\u0085", "\u00AD", "\u200B", "\u202E", "\uE000", "\u0378", "\u3164",
                "\u2800"
            })
    void whatNobodyCanSeeIsFoundWhereItStands(String unseen) {
        assertThat(UnseenLetters.firstIn(unseen)).isZero();
        assertThat(UnseenLetters.firstIn("Ann" + unseen + "e" + unseen)).isEqualTo(3);
        assertThat(UnseenLetters.firstIn("\uD83D\uDE00" + unseen))
                .as("after a letter of two characters")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann Example", "Zo\u00EB", "\uD83D\uDE00", "~", "\u0915\u0916"})
    void whatCanBeSeenIsNot(String seen) {
        assertThat(UnseenLetters.firstIn(seen)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {JOINER, NON_JOINER})
    void aJoinerJoinsTwoLettersOfAScriptThatHasJoiners(String joiner) {
        assertThat(UnseenLetters.firstIn(KA + joiner + KA)).isEqualTo(-1);
        assertThat(UnseenLetters.firstIn(joiner + KA)).as("nothing before").isZero();
        assertThat(UnseenLetters.firstIn(KA + joiner)).as("nothing after").isEqualTo(1);
        assertThat(UnseenLetters.firstIn("n" + joiner + KA))
                .as("a plain letter before")
                .isEqualTo(1);
        assertThat(UnseenLetters.firstIn(KA + joiner + "n"))
                .as("a plain letter after")
                .isEqualTo(1);
        assertThat(UnseenLetters.firstIn("~" + joiner + KA))
                .as("the last plain letter")
                .isEqualTo(1);
    }

    @Test
    void twoJoinersJoinNothing() {
        assertThat(UnseenLetters.firstIn(KA + JOINER + JOINER + KA)).isEqualTo(1);
    }
}
