package uk.gov.justice.probation.devolution.programme.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.HandoverBoard;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.PlannedRow;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.RegionStanding;
import uk.gov.justice.probation.devolution.programme.web.Board.Asked;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.work.IncidentQuery;
import uk.gov.justice.probation.devolution.work.StandingIncident;
import uk.gov.justice.probation.devolution.work.Waiting;
import uk.gov.justice.probation.devolution.work.WorkQuery;

/** Puts the programme board together from the plan, the handovers and whoever has to act. */
@Component
class ReadingBoard {
    private final ProgrammeOverview programme;
    private final HandoverBoard handovers;
    private final WorkQuery work;
    private final IncidentQuery incidents;

    ReadingBoard(ProgrammeOverview programme, HandoverBoard handovers, WorkQuery work, IncidentQuery incidents) {
        this.programme = programme;
        this.handovers = handovers;
        this.work = work;
        this.incidents = incidents;
    }

    Board read(Asked asked, Colleague reader) {
        List<RegionStanding> regions = programme.regions();
        return Board.of(
                asked,
                regions,
                entries(regions, reader),
                handovers.cases(emptyIsAny(asked.region()), emptyIsAny(asked.service())),
                incidents.count(reader, IncidentQuery.Wanted.ALL));
    }

    /**
     * Every row of the plan in each of its regions, in the order of the plan; those that left the plan are the last.
     */
    private List<Entry> entries(List<RegionStanding> regions, Colleague reader) {
        List<PlannedRow> plan = programme.plan();
        List<HandoverBoard.Row> rows = handovers.rows();
        List<String> subjects =
                rows.stream().map(row -> row.handover().subject()).toList();
        Map<String, List<Waiting>> waiting =
                work.about(subjects, reader).stream().collect(Collectors.groupingBy(Waiting::about));
        Map<String, List<StandingIncident>> stopped = incidents.about(subjects);
        List<Entry> entries = new ArrayList<>();
        rows.forEach(row -> entries.add(Entry.launched(
                row,
                waiting.getOrDefault(row.handover().subject(), List.of()),
                stopped.getOrDefault(row.handover().subject(), List.of()))));
        Map<String, CodeAndName> toLaunch = regions.stream()
                .filter(region -> region.programmeId() == null)
                .map(RegionStanding::region)
                .collect(Collectors.toMap(CodeAndName::code, Function.identity()));
        plan.stream()
                .filter(row -> toLaunch.containsKey(row.regionCode()))
                .forEach(row -> entries.add(Entry.planned(row, toLaunch.get(row.regionCode()))));
        List<String> order = plan.stream().map(PlannedRow::id).distinct().toList();
        entries.sort(Comparator.comparingInt(
                entry -> order.contains(entry.planRowId()) ? order.indexOf(entry.planRowId()) : order.size()));
        return entries;
    }

    private static String emptyIsAny(String code) {
        return code.isEmpty() ? null : code;
    }
}
