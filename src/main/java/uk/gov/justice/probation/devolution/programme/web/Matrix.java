package uk.gov.justice.probation.devolution.programme.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.HandoverState;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.PlannedRow;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.RegionStanding;

/**
 * The programme as a table of regions and services. A cell can hold several rows of the plan. A region that was never
 * launched shows the plan's own dates.
 */
record Matrix(List<RegionStanding> regions, List<Line> lines, Totals totals) {

    record Line(CodeAndName service, List<Cell> cells) {}

    record Cell(CodeAndName region, List<Entry> entries) {}

    /** {@code handover} is null until the row is launched. */
    record Entry(String planRowId, LocalDate windowStart, LocalDate due, HandoverReport handover) {}

    record Totals(int rows, long ended, long late, long moved, long inScope) {}

    static Matrix of(List<RegionStanding> regions, List<PlannedRow> plan, List<HandoverReport> handovers) {
        Map<String, CodeAndName> services = new LinkedHashMap<>();
        Map<String, List<Entry>> entries = new LinkedHashMap<>();
        plan.forEach(row -> services.putIfAbsent(row.service().code(), row.service()));
        handovers.forEach(handover -> services.putIfAbsent(handover.service().code(), handover.service()));
        List<String> launched = regions.stream()
                .filter(region -> region.programmeId() != null)
                .map(region -> region.region().code())
                .toList();
        handovers.forEach(handover -> add(
                entries,
                handover.region().code(),
                handover.service(),
                new Entry(handover.planRowId(), handover.windowStart(), handover.due(), handover)));
        plan.stream()
                .filter(row -> !launched.contains(row.regionCode()))
                .forEach(row -> add(
                        entries,
                        row.regionCode(),
                        row.service(),
                        new Entry(row.id(), row.windowStart(), row.due(), null)));
        List<Line> lines = services.values().stream()
                .map(service -> new Line(service, cells(service, regions, entries)))
                .toList();
        return new Matrix(regions, lines, totals(handovers));
    }

    private static List<Cell> cells(
            CodeAndName service, List<RegionStanding> regions, Map<String, List<Entry>> entries) {
        return regions.stream()
                .map(RegionStanding::region)
                .map(region -> new Cell(region, entries.getOrDefault(place(region.code(), service), List.of())))
                .toList();
    }

    private static void add(Map<String, List<Entry>> entries, String region, CodeAndName service, Entry entry) {
        entries.computeIfAbsent(place(region, service), none -> new ArrayList<>())
                .add(entry);
    }

    private static String place(String region, CodeAndName service) {
        return region + "/" + service.code();
    }

    private static Totals totals(List<HandoverReport> handovers) {
        return new Totals(
                handovers.size(),
                handovers.stream().filter(handover -> handover.state().ended()).count(),
                handovers.stream().filter(Matrix::late).count(),
                handovers.stream()
                        .mapToLong(handover -> handover.counts().moved())
                        .sum(),
                handovers.stream()
                        .mapToLong(handover -> handover.counts().inScope() == null
                                ? 0
                                : handover.counts().inScope())
                        .sum());
    }

    private static boolean late(HandoverReport handover) {
        return handover.daysLate() > 0 && !handover.state().ended() && handover.state() != HandoverState.HYPERCARE;
    }
}
