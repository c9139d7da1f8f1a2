package uk.gov.justice.probation.devolution.confidential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final String OLD = key('a');
    private static final String NEW = key('b');

    private final Sealing sealing = sealing(Map.of("2026", OLD), "2026");

    @Test
    void whatIsSealedOpensForItsPlaceAndDoesNotShowWhatItSays() {
        Sealed sealed = sealing.seal("dialysis on Mondays".getBytes(UTF_8), "staff/1");

        assertThat(new String(sealed.bytes(), UTF_8)).doesNotContain("dialysis");
        assertThat(sealing.open(Sealed.of(sealed.bytes()), "staff/1"))
                .asString(UTF_8)
                .isEqualTo("dialysis on Mondays");
    }

    @Test
    void theSameTextIsNeverSealedTheSameWay() {
        assertThat(sealing.seal("same".getBytes(UTF_8), "here").bytes())
                .isNotEqualTo(sealing.seal("same".getBytes(UTF_8), "here").bytes());
    }

    @Test
    void copiedToAnotherPlaceItDoesNotOpen() {
        Sealed sealed = sealing.seal("text".getBytes(UTF_8), "staff/1");
        assertThatThrownBy(() -> sealing.open(sealed, "staff/2"))
                .isInstanceOf(CannotBeOpenedException.class)
                .hasMessageContaining("changed or moved");
    }

    @Test
    void aSingleChangedBitIsNoticedWhereverItIs() {
        byte[] bytes = sealing.seal("text".getBytes(UTF_8), "here").bytes();
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> sealing.open(Sealed.of(changed), "here"))
                    .as("byte %d", at)
                    .isInstanceOf(CannotBeOpenedException.class);
        }
        assertThatThrownBy(() -> Sealed.of(new byte[] {40, 1, 2})).isInstanceOf(CannotBeOpenedException.class);
    }

    @Test
    void anotherKeyUnderTheSameIdOpensNothing() {
        Sealed sealed = sealing.seal("text".getBytes(UTF_8), "here");
        assertThatThrownBy(() -> sealing(Map.of("2026", NEW), "2026").open(sealed, "here"))
                .isInstanceOf(CannotBeOpenedException.class)
                .hasMessageNotContaining(NEW);
    }

    @Test
    void afterTheKeyHasChangedWhatTheOldOneSealedStillOpens() {
        Sealed old = sealing.seal("old".getBytes(UTF_8), "here");
        Sealing both = sealing(Map.of("2026", OLD, "2027", NEW), "2027");

        assertThat(both.open(old, "here")).asString(UTF_8).isEqualTo("old");
        assertThat(both.seal("new".getBytes(UTF_8), "here").keyId()).isEqualTo("2027");
        assertThatThrownBy(() -> sealing(Map.of("2027", NEW), "2027").open(old, "here"))
                .hasMessageContaining("'2026'")
                .hasMessageContaining("Add it again");
    }

    @Test
    void badSettingsAreNamedWithoutTheKey() {
        assertThatThrownBy(() -> sealing(Map.of("1", "c2hvcnQ="), "1"))
                .hasMessageContaining("keys.1 must be 32 random bytes")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> sealing(Map.of("1", "not base64!"), "1"))
                .hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> sealing(Map.of("1", OLD), "2")).hasMessageContaining("current-key is '2'");
        assertThatThrownBy(() -> sealing(Map.of("A key", OLD), "A key")).hasMessageContaining("small letters");
        assertThat(new ConfidentialSettings(Map.of("1", OLD), "1", Period.ofMonths(12)).toString())
                .doesNotContain(OLD);
    }

    private static Sealing sealing(Map<String, String> keys, String current) {
        return new Sealing(new ConfidentialSettings(keys, current, Period.ofMonths(12)));
    }

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(UTF_8));
    }
}
