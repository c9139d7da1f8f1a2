package uk.gov.justice.probation.devolution.preferencing.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void exactlyTheLeastShareIsEnoughAndAnythingBelowItIsNot() {
        assertThat(new Share(2, 5).isAtLeast(40)).isTrue();
        assertThat(new Share(399, 1_000).isAtLeast(40)).isFalse();
        assertThat(new Share(0, 1).isAtLeast(0)).isTrue();
        assertThat(new Share(99, 100).isAtLeast(100)).isFalse();
    }

    @Test
    void aTeamWithoutPeopleLacksNobody() {
        assertThat(new Share(0, 0).isAtLeast(40)).isTrue();
        assertThat(new Share(0, 0).inWords()).isEqualTo("Nobody");
    }

    @Test
    void percentAreNeverRoundedUpToTheLeastShare() {
        assertThat(new Share(399, 1_000).inWords()).isEqualTo("399 of 1000 (39 %)");
    }

    @Test
    void aTeamIsWarnedAboutOnlyIfPeopleCome() {
        Share novices = new Share(0, 3);

        assertThat(new TeamExperience("Court", novices, new Share(0, 4), novices, 40).tooLittle())
                .isFalse();
        assertThat(new TeamExperience("Court", novices, novices, new Share(0, 4), 40).tooLittle())
                .isTrue();
    }
}
