package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org",
                "ann.o'neill+post@justice.gov.uk",
                "ANN@EXAMPLE.ORG",
                "a@b.co",
                "ann@bücher.example",
                "ann@xn--bcher-kva.example",
                "ann@example.xn--p1ai",
                "ann@a-b.c--d.org"
            })
    void lettersCanBeSentTo(String address) {
        assertThat(EmailAddress.canBeSentTo(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.org",
                "ann@example",
                "ann@@example.org",
                "ann@exam@ple.org",
                "ann smith@example.org",
                "ann@exam ple.org",
                "ann..o@example.org",
                "ann@example..org",
                ".ann@example.org",
                "ann.@example.org",
                "ann@.example.org",
                "ann@example.org.",
                "ann@-example.org",
                "ann@example-.org",
                "ann@exa_mple.org",
                "ann@example.o",
                "ann@example.123",
                "ann@exam\u00ADple.org",
                "ann@exam\u200Bple.org",
                "\"ann\"@example.org"
            })
    void lettersCannotBeSentTo(String address) {
        assertThat(EmailAddress.canBeSentTo(address)).isFalse();
    }

    @Test
    void anAddressHasAtMost150Characters() {
        String host = "@example.org";
        assertThat(EmailAddress.canBeSentTo("a".repeat(150 - host.length()) + host))
                .isTrue();
        assertThat(EmailAddress.canBeSentTo("a".repeat(151 - host.length()) + host))
                .isFalse();
    }

    @Test
    void aPartOfTheHostHasAtMost63() {
        assertThat(EmailAddress.canBeSentTo("a@%s.org".formatted("b".repeat(63))))
                .isTrue();
        assertThat(EmailAddress.canBeSentTo("a@%s.org".formatted("b".repeat(64))))
                .isFalse();
        assertThat(EmailAddress.canBeSentTo("a@example." + "b".repeat(63))).isTrue();
        assertThat(EmailAddress.canBeSentTo("a@example." + "b".repeat(64))).isFalse();
    }
}
