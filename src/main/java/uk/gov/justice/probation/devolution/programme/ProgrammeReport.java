package uk.gov.justice.probation.devolution.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.HandoverReport;

/** One launch of the plan. Its dates are the plan's own, {@code shiftDays} later. */
public record ProgrammeReport(
        long id, LocalDate baseDate, int shiftDays, String launchedBy, Instant launchedAt, List<RegionReport> regions) {

    /** A region's part of the launch, with its rows of the plan. */
    public record RegionReport(
            CodeAndName region,
            String state,
            LocalDate backstop,
            Instant closedAt,
            String processInstanceKey,
            List<HandoverReport> handovers) {}
}
