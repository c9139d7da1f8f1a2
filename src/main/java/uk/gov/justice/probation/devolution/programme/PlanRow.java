package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.util.List;
import uk.gov.justice.probation.devolution.handover.HandoverKind;

/**
 * One row of the plan, as in {@code handover-plan.csv}: a site move, a handover or a milestone, for one region or
 * several. {@code due} is null if the plan states none.
 */
public record PlanRow(
        String id,
        HandoverKind kind,
        List<String> regions,
        String service,
        String scope,
        List<String> fromUnits,
        String toUnit,
        LocalDate windowStart,
        LocalDate due,
        boolean dueStated,
        List<String> gates,
        String seedNote) {}
