package uk.gov.justice.probation.devolution.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import uk.gov.justice.probation.devolution.handover.HandoverReport.Counts;
import uk.gov.justice.probation.devolution.handover.HandoverReport.GateAnswer;

/** Handovers as they are reported, for tests of what follows from them. */
public record SomeReports(
        long id,
        HandoverKind kind,
        HandoverState state,
        LocalDate windowStart,
        LocalDate due,
        LocalDate planned,
        Integer inScope,
        int moved,
        Instant inventoryAt,
        Instant transferredAt,
        Instant closedAt,
        List<GateAnswer> gates) {

    public static SomeReports planned(long id, LocalDate due) {
        return new SomeReports(
                id,
                HandoverKind.HANDOVER,
                HandoverState.PLANNED,
                due.minusDays(30),
                due,
                due,
                null,
                0,
                null,
                null,
                null,
                List.of());
    }

    public SomeReports siteMove() {
        return new SomeReports(
                id,
                HandoverKind.SITE_MOVE,
                state,
                windowStart,
                due,
                planned,
                inScope,
                moved,
                inventoryAt,
                transferredAt,
                closedAt,
                gates);
    }

    public SomeReports in(HandoverState other) {
        return new SomeReports(
                id,
                kind,
                other,
                windowStart,
                due,
                planned,
                inScope,
                moved,
                inventoryAt,
                transferredAt,
                closedAt,
                gates);
    }

    public SomeReports windowFrom(LocalDate start) {
        return new SomeReports(
                id, kind, state, start, due, planned, inScope, moved, inventoryAt, transferredAt, closedAt, gates);
    }

    public SomeReports counted(int inScope, Instant at) {
        return new SomeReports(
                id, kind, state, windowStart, due, planned, inScope, moved, at, transferredAt, closedAt, gates);
    }

    public SomeReports transferred(Instant at) {
        return new SomeReports(
                id, kind, state, windowStart, due, planned, inScope, moved, inventoryAt, at, closedAt, gates);
    }

    public SomeReports open(Gate... open) {
        return with(Arrays.stream(open).map(GateAnswer::open).toList());
    }

    public SomeReports met(Gate gate, Instant at) {
        return with(List.of(new GateAnswer(gate, true, "Met", null, null, "somebody", at)));
    }

    private SomeReports with(List<GateAnswer> gates) {
        return new SomeReports(
                id,
                kind,
                state,
                windowStart,
                due,
                planned,
                inScope,
                moved,
                inventoryAt,
                transferredAt,
                closedAt,
                gates);
    }

    public HandoverReport report() {
        return new HandoverReport(
                id,
                "H-" + id,
                kind,
                new CodeAndName("NW", "North West"),
                new CodeAndName("ALLOCATION", "Case allocation"),
                new CodeAndName("", "All cases"),
                List.of(new CodeAndName("PSC_LIVERPOOL", "PSC Liverpool")),
                new CodeAndName("REGION_NW", "North West"),
                windowStart,
                due,
                planned,
                state,
                0,
                new Counts(inScope, inScope, moved, 0),
                inventoryAt,
                transferredAt,
                closedAt,
                null,
                gates,
                List.of());
    }
}
