package uk.gov.justice.probation.devolution.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.HandoverBoard;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.Punctuality;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.PlannedRow;
import uk.gov.justice.probation.devolution.work.StandingIncident;
import uk.gov.justice.probation.devolution.work.Waiting;

/**
 * A row of the plan in one region. {@code handover}, and all that is known of it alone, is null until the row is
 * launched.
 */
record Entry(
        String planRowId,
        CodeAndName region,
        CodeAndName service,
        LocalDate windowStart,
        LocalDate due,
        HandoverReport handover,
        Punctuality punctuality,
        String waitsFor,
        Instant since,
        List<Waiting> waiting,
        List<StandingIncident> incidents) {

    static Entry launched(HandoverBoard.Row row, List<Waiting> waiting, List<StandingIncident> incidents) {
        HandoverReport handover = row.handover();
        return new Entry(
                handover.planRowId(),
                handover.region(),
                handover.service(),
                handover.windowStart(),
                handover.due(),
                handover,
                row.punctuality(),
                row.waitsFor(),
                row.since(),
                waiting,
                incidents);
    }

    static Entry planned(PlannedRow row, CodeAndName region) {
        return new Entry(
                row.id(),
                region,
                row.service(),
                row.windowStart(),
                row.due(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    /** Its process stands on an incident. */
    public boolean isStopped() {
        return !incidents.isEmpty();
    }

    public boolean isLate() {
        return handover != null && punctuality.late();
    }

    public boolean isAtRisk() {
        return handover != null && punctuality.isAtRisk();
    }

    public boolean isDueSoon() {
        return handover != null && punctuality.dueSoon();
    }

    public boolean isEnded() {
        return handover != null && handover.state().ended();
    }

    /** The lower, the sooner somebody should look at it. */
    int urgency() {
        if (isStopped()) return 0;
        if (isLate()) return 1;
        if (isAtRisk()) return 2;
        if (isDueSoon()) return 3;
        return isEnded() ? 5 : 4;
    }
}
