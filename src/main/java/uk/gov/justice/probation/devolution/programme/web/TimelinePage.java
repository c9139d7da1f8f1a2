package uk.gov.justice.probation.devolution.programme.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.charts.Bars;
import uk.gov.justice.probation.devolution.charts.Bars.Bar;
import uk.gov.justice.probation.devolution.charts.BurnDown;
import uk.gov.justice.probation.devolution.charts.Gantt;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.ForecastPolicy;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.programme.Timeline;
import uk.gov.justice.probation.devolution.programme.Timeline.Overdue;
import uk.gov.justice.probation.devolution.programme.Timeline.TimeInState;
import uk.gov.justice.probation.devolution.programme.TimelineOverview;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.web.WholeList;

/** What was planned of the programme, what came of it and what can be expected. What is shown stands in the address. */
@Allows(of = Of.EVERYTHING, everyRole = true)
@Controller
class TimelinePage {
    private static final double A_DAY = Duration.ofDays(1).toMinutes();

    private final TimelineOverview overview;

    TimelinePage(TimelineOverview overview) {
        this.overview = overview;
    }

    @GetMapping("/timeline")
    String timeline(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String service,
            Model model) {
        Timeline all = overview.all();
        String ofRegion = known(region, all.regions());
        String ofService = known(service, all.services());
        Timeline shown = all.of(ofRegion, ofService);
        List<TimelineLine> lines = TimelineLine.of(shown, all);
        model.addAttribute("launched", !all.rows().isEmpty());
        model.addAttribute("total", all.rows().size());
        model.addAttribute("regions", all.regions());
        model.addAttribute("services", all.services());
        model.addAttribute("region", ofRegion);
        model.addAttribute("service", ofService);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "gantt",
                new Gantt(all.today(), lines.stream().map(TimelineLine::bars).toList()));
        model.addAttribute("signs", Gantt.Sign.values());
        model.addAttribute("rule", ForecastPolicy.IN_WORDS);
        model.addAttribute("burnDown", burnDown(shown));
        model.addAttribute("uncounted", shown.uncounted());
        model.addAttribute("states", states(shown));
        model.addAttribute("overdue", overdue(shown));
        model.addAttribute(WholeList.ATTRIBUTE, whole(lines));
        return "programme/timeline";
    }

    private static WholeList<TimelineLine> whole(List<TimelineLine> lines) {
        return WholeList.of("timeline", lines)
                .column("Handover", line -> line.handover().planRowId())
                .column("Service", line -> line.handover().service().name())
                .column("Region", line -> line.handover().region().name())
                .column("State", line -> line.handover().state().label())
                .column("Window opens", line -> line.handover().windowStart())
                .column("Due", line -> line.handover().due())
                .column("Planned for", line -> line.handover().plannedDate())
                .column("Moved or expected on", line -> line.row().comes())
                .column("Moved or expected", TimelineLine::came)
                .column("Days late", line -> line.row().daysLate())
                .column("Waits for", line -> rows(line.row().waitsFor()))
                .column("Comes before", line -> rows(line.holdsUp()));
    }

    private static String rows(List<HandoverReport> handovers) {
        return handovers.stream().map(HandoverReport::planRowId).collect(Collectors.joining(", "));
    }

    /** Null if there is no such, so that a mistyped address shows everything. */
    private static String known(String code, List<CodeAndName> all) {
        return all.stream()
                .map(CodeAndName::code)
                .filter(code::equals)
                .findFirst()
                .orElse(null);
    }

    /** Null if no inventory has been taken. */
    private static BurnDown burnDown(Timeline shown) {
        List<Timeline.Left> left = shown.burnDown();
        if (left.isEmpty()) return null;
        return new BurnDown(
                "Cases still with the service centres",
                "Still with the service centres",
                shown.today(),
                left.stream()
                        .map(day -> new BurnDown.Day(day.on(), day.planned(), day.left()))
                        .toList());
    }

    private static Bars states(Timeline shown) {
        return new Bars(
                "Time in each state",
                List.of("State", "In it now", "Days on average", "Longest now, in days"),
                shown.timeInStates().stream().map(TimelinePage::state).toList());
    }

    private static Bar state(TimeInState time) {
        return new Bar(
                time.state().label(),
                List.of(
                        "%d of the %d so far".formatted(time.now(), time.ever()),
                        days(time.average()),
                        time.longestNow() == null ? "None" : days(time.longestNow())),
                time.average().toHours());
    }

    private static Bars overdue(Timeline shown) {
        return new Bars(
                "Overdue by region",
                List.of("Region", "Overdue now", "Overdue for longest"),
                shown.overdue().stream().map(TimelinePage::overdue).toList());
    }

    private static Bar overdue(Overdue overdue) {
        return new Bar(
                overdue.region().name(),
                List.of(
                        "%d of %d".formatted(overdue.overdue(), overdue.rows()),
                        overdue.worst() == null
                                ? "None"
                                : "%s, %,d %s"
                                        .formatted(
                                                overdue.worst().handover().planRowId(),
                                                overdue.days(),
                                                overdue.days() == 1 ? "day" : "days")),
                overdue.overdue());
    }

    private static String days(Duration duration) {
        return String.format(Locale.UK, "%,.1f", duration.toMinutes() / A_DAY);
    }
}
