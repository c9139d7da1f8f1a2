package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.handover.ForecastPolicy;
import uk.gov.justice.probation.devolution.handover.ForecastPolicy.Forecast;
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverOverview.Filter;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.ProgressQuery;
import uk.gov.justice.probation.devolution.handover.UsualDurations;
import uk.gov.justice.probation.devolution.handover.WarningSettings;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.RegionStanding;

/**
 * The launched programme over time: what was planned, what came of it, and what can be expected by what is known today.
 */
@Service
@Transactional(readOnly = true)
public class TimelineOverview {

    private final ProgrammeOverview programme;
    private final HandoverOverview handovers;
    private final ProgressQuery progress;
    private final WarningSettings warnings;
    private final WorkingDays workingDays;
    private final Clock clock;

    TimelineOverview(
            ProgrammeOverview programme,
            HandoverOverview handovers,
            ProgressQuery progress,
            WarningSettings warnings,
            WorkingDays workingDays,
            Clock clock) {
        this.programme = programme;
        this.handovers = handovers;
        this.progress = progress;
        this.warnings = warnings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Of the latest launch of each region. What can be expected is judged by all of it. */
    public Timeline all() {
        LocalDate today = LocalDate.now(clock);
        List<HandoverReport> all = handovers.latest(Filter.ALL);
        Map<Long, HandoverReport> known =
                all.stream().collect(Collectors.toMap(HandoverReport::id, Function.identity()));
        Map<Long, List<Long>> waitsFor = progress.waitsFor();
        UsualDurations usual = UsualDurations.of(all, warnings, workingDays.calendar(), clock.getZone());
        Map<Long, Forecast> forecasts =
                new ForecastPolicy(workingDays.calendar(), usual, today, clock.getZone()).of(all, waitsFor);
        Map<String, LocalDate> backstops = programme.regions().stream()
                .filter(region -> region.backstop() != null)
                .collect(Collectors.toMap(region -> region.region().code(), RegionStanding::backstop));
        List<Timeline.Row> rows = all.stream()
                .map(handover -> new Timeline.Row(
                        handover,
                        forecasts.get(handover.id()),
                        waitsFor.getOrDefault(handover.id(), List.of()).stream()
                                .map(known::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        backstops.get(handover.region().code()),
                        clock.getZone()))
                .toList();
        return new Timeline(today, clock.instant(), clock.getZone(), rows, progress.moved(), progress.stays());
    }
}
