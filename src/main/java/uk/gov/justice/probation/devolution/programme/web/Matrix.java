package uk.gov.justice.probation.devolution.programme.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.RegionStanding;

/**
 * The programme as a table of regions and services. A cell can hold several rows of the plan. A region that was never
 * launched shows the plan's own dates.
 */
record Matrix(List<RegionStanding> regions, List<Line> lines) {

    record Line(CodeAndName service, List<Cell> cells) {}

    record Cell(CodeAndName region, List<Entry> entries) {}

    static Matrix of(List<RegionStanding> regions, List<Entry> entries) {
        Map<String, CodeAndName> services = new LinkedHashMap<>();
        entries.forEach(entry -> services.putIfAbsent(entry.service().code(), entry.service()));
        return new Matrix(
                regions,
                services.values().stream()
                        .map(service -> new Line(service, cells(service, regions, entries)))
                        .toList());
    }

    private static List<Cell> cells(CodeAndName service, List<RegionStanding> regions, List<Entry> entries) {
        return regions.stream()
                .map(RegionStanding::region)
                .map(region -> new Cell(
                        region,
                        entries.stream()
                                .filter(entry -> entry.region().code().equals(region.code())
                                        && entry.service().code().equals(service.code()))
                                .toList()))
                .toList();
    }
}
