package uk.gov.justice.probation.devolution.programme.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.HandoverBoard.Cases;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.RegionStanding;

/**
 * The programme as a manager reads it: the matrix, and each row of the plan once, in whatever number of regions, the
 * most urgent first.
 *
 * @param lines those of the rows that are to be shown
 * @param ended how many rows have ended in every region
 * @param counts how many rows there are of each kind
 * @param incidents how many processes of any kind stand still that the reader manages
 */
record Board(
        Asked asked,
        Matrix matrix,
        List<Line> lines,
        List<RegionStanding> regions,
        List<CodeAndName> services,
        Map<Show, Long> counts,
        long ended,
        Cases cases,
        int incidents) {

    /** What is wanted; an empty code is any. */
    record Asked(String region, String service, Show show) {
        static final Asked ALL = new Asked("", "", Show.ALL);

        private boolean holds(Entry entry) {
            return (region.isEmpty() || region.equals(entry.region().code()))
                    && (service.isEmpty() || service.equals(entry.service().code()));
        }

        public boolean isNarrowed() {
            return !region.isEmpty() || !service.isEmpty();
        }

        /** Where the same is wanted, but of another kind. */
        public String address(Show other) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
            if (!region.isEmpty()) address.queryParam("region", region);
            if (!service.isEmpty()) address.queryParam("service", service);
            if (other != Show.ALL) address.queryParam("show", other.word());
            return address.encode().build().toUriString();
        }
    }

    /** A row of the plan, in each region that it is about. */
    record Line(String planRowId, CodeAndName service, List<Entry> entries) {

        private int urgency() {
            return entries.stream().mapToInt(Entry::urgency).min().orElseThrow();
        }
    }

    /** @param entries all there are, in the order of the plan */
    static Board of(Asked asked, List<RegionStanding> regions, List<Entry> entries, Cases cases, int incidents) {
        List<CodeAndName> services =
                entries.stream().map(Entry::service).distinct().toList();
        List<Entry> wanted = entries.stream().filter(asked::holds).toList();
        List<RegionStanding> shown = regions.stream()
                .filter(region -> asked.region().isEmpty()
                        || asked.region().equals(region.region().code()))
                .toList();
        List<Line> lines = lines(wanted);
        return new Board(
                asked,
                Matrix.of(shown, wanted),
                lines(wanted.stream().filter(asked.show()::holds).toList()),
                regions,
                services,
                counts(lines),
                lines.stream()
                        .filter(line -> line.entries().stream().allMatch(Entry::isEnded))
                        .count(),
                cases,
                incidents);
    }

    public long rows() {
        return counts.get(Show.ALL);
    }

    public long late() {
        return counts.get(Show.LATE);
    }

    public long stopped() {
        return counts.get(Show.STOPPED);
    }

    private static List<Line> lines(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(Entry::planRowId, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(row -> new Line(row.getKey(), row.getValue().getFirst().service(), row.getValue()))
                .sorted(Comparator.comparingInt(Line::urgency))
                .toList();
    }

    private static Map<Show, Long> counts(List<Line> lines) {
        Map<Show, Long> counts = new EnumMap<>(Show.class);
        for (Show show : Show.values())
            counts.put(
                    show,
                    lines.stream()
                            .filter(line -> line.entries().stream().anyMatch(show::holds))
                            .count());
        return counts;
    }
}
