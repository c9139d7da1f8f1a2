package uk.gov.justice.probation.devolution.handover.web;

import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.web.Problem;

/** The handover that a page's address names. */
final class AskedHandover {
    private AskedHandover() {}

    static HandoverReport of(long id, HandoverOverview overview) {
        return overview.find(id)
                .orElseThrow(() -> Problem.notFound(
                        "There is no handover with the number %d. Start again from the programme.".formatted(id)));
    }
}
