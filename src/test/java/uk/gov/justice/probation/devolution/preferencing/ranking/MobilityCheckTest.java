package uk.gov.justice.probation.devolution.preferencing.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.allocation.Mobility.NOT_ALLOWED;
import static uk.gov.justice.probation.devolution.allocation.Mobility.OVER_LIMIT_WITH_CONSENT;
import static uk.gov.justice.probation.devolution.allocation.Mobility.UNKNOWN;
import static uk.gov.justice.probation.devolution.allocation.Mobility.WITHIN_LIMIT;

import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.preferencing.ranking.MobilityCheck.Adjustment;

/** The decision table as it is deployed, row by row, at its limits. */
class MobilityCheckTest {
    private final MobilityCheck check = new MobilityCheck();

    @Test
    void theLimitItselfIsWithinTheLimit() {
        assertThat(check.check(90, 90, false, Adjustment.NONE)).isEqualTo(WITHIN_LIMIT);
        assertThat(check.check(0, 90, false, Adjustment.NONE)).isEqualTo(WITHIN_LIMIT);
    }

    @Test
    void beyondItConsentDecides() {
        assertThat(check.check(91, 90, false, Adjustment.NONE)).isEqualTo(NOT_ALLOWED);
        assertThat(check.check(91, 90, true, Adjustment.NONE)).isEqualTo(OVER_LIMIT_WITH_CONSENT);
    }

    @Test
    void whatNobodyKnowsIsUnknownEvenWithConsent() {
        assertThat(check.check(null, 90, false, Adjustment.NONE)).isEqualTo(UNKNOWN);
        assertThat(check.check(null, 90, true, Adjustment.NONE)).isEqualTo(UNKNOWN);
    }

    @Test
    void reasonableAdjustmentsWin() {
        assertThat(check.check(10, 90, true, Adjustment.EXCLUDED)).isEqualTo(NOT_ALLOWED);
        assertThat(check.check(null, 90, true, Adjustment.EXCLUDED)).isEqualTo(NOT_ALLOWED);
        assertThat(check.check(300, 90, false, Adjustment.REQUIRED)).isEqualTo(WITHIN_LIMIT);
        assertThat(check.check(null, 90, false, Adjustment.REQUIRED)).isEqualTo(WITHIN_LIMIT);
    }
}
