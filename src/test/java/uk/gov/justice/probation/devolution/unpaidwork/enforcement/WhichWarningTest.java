package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements.Warning;

class WhichWarningTest {
    private static final long THIS = 7;
    private static final long OTHER = 6;

    @Test
    void theOrdersFirstWarningIsItsFirst() {
        assertThat(WhichWarning.of(THIS, List.of())).isEqualTo(WhichWarning.FIRST);
        assertThat(WhichWarning.of(THIS, List.of(first(THIS, 3)))).isEqualTo(WhichWarning.FIRST);
    }

    @Test
    void afterAFirstThatStillCountsItIsTheSecond() {
        assertThat(WhichWarning.of(THIS, List.of(first(OTHER, 1)))).isEqualTo(WhichWarning.SECOND);
        assertThat(WhichWarning.of(THIS, List.of(first(OTHER, 1), new Warning(THIS, 2, "EA03", true))))
                .as("asked again")
                .isEqualTo(WhichWarning.SECOND);
    }

    @Test
    void aFailureThatNoLongerCountsDoesNotMakeItTheSecond() {
        assertThat(WhichWarning.of(THIS, List.of(new Warning(OTHER, 1, "EA02", false))))
                .isEqualTo(WhichWarning.FIRST);
    }

    @Test
    void onlyAFirstWarningMakesASecond() {
        assertThat(WhichWarning.of(THIS, List.of(new Warning(OTHER, 1, "EA03", true))))
                .isEqualTo(WhichWarning.FIRST);
    }

    @Test
    void whatIsWrittenAfterItsOwnDoesNotChangeIt() {
        assertThat(WhichWarning.of(THIS, List.of(first(THIS, 1), first(OTHER, 2))))
                .isEqualTo(WhichWarning.FIRST);
    }

    @Test
    void lettersSayWhatTheDecisionSays() {
        for (int failures : List.of(1, 2, 5))
            assertThat(EnforcementRule.yetToHappen(() -> failures)).isEqualTo("again");
        assertThat(EnforcementRule.yetToHappen(3, () -> 1)).isEqualTo("2 more times");
        assertThat(EnforcementRule.yetToHappen(3, () -> 2)).isEqualTo("again");
    }

    private static Warning first(long enforcement, long action) {
        return new Warning(enforcement, action, "EA02", true);
    }
}
