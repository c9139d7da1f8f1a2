package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.handover.Scope.Attribute.HAS_SERVICE;
import static uk.gov.justice.probation.devolution.handover.Scope.Attribute.LEGACY_ORGANISATION;
import static uk.gov.justice.probation.devolution.handover.Scope.Attribute.STANDALONE_UPW;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Scope ALL = scope(false, Map.of());
    private static final Scope REMAINING = scope(true, Map.of());
    private static final Scope CRC = scope(false, Map.of(LEGACY_ORGANISATION, "CRC"));
    private static final Scope CRC_EXCEPT_STANDALONE =
            scope(false, Map.of(LEGACY_ORGANISATION, "CRC", STANDALONE_UPW, "false"));
    private static final Scope STANDALONE = scope(false, Map.of(STANDALONE_UPW, "true"));

    @Test
    void aCaseCannotBeInTwoScopesThatAskForDifferentValues() {
        assertThat(CRC_EXCEPT_STANDALONE.excludes(STANDALONE)).isTrue();
        assertThat(CRC.excludes(scope(false, Map.of(LEGACY_ORGANISATION, "NPS"))))
                .isTrue();
    }

    @Test
    void itCanBeInTwoThatAskForDifferentThings() {
        assertThat(CRC.excludes(STANDALONE)).isFalse();
        assertThat(ALL.excludes(CRC)).isFalse();
        assertThat(scope(false, Map.of(HAS_SERVICE, "UPW_ORDERS")).excludes(scope(false, Map.of(HAS_SERVICE, "TTG"))))
                .as("a case may have both services")
                .isFalse();
    }

    @Test
    void aRemainderExcludesEveryOtherScopeButNotASecondRemainder() {
        assertThat(REMAINING.excludes(CRC)).isTrue();
        assertThat(REMAINING.excludes(ALL)).isTrue();
        assertThat(REMAINING.excludes(REMAINING)).isFalse();
    }

    @Test
    void narrowingKeepsBothSetsOfConditionsAndTheRemainder() {
        assertThat(CRC.narrowedBy(STANDALONE).excludes(CRC_EXCEPT_STANDALONE)).isTrue();
        assertThat(REMAINING.narrowedBy(STANDALONE).remainder()).isTrue();
        assertThat(CRC.narrowedBy(STANDALONE).conditions())
                .isEqualTo(Map.of(LEGACY_ORGANISATION, "CRC", STANDALONE_UPW, "true"));
    }

    private static Scope scope(boolean remainder, Map<Scope.Attribute, String> conditions) {
        return new Scope("S", "A scope", remainder, conditions);
    }
}
