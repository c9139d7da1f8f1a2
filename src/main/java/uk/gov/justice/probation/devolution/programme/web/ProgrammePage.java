package uk.gov.justice.probation.devolution.programme.web;

import static uk.gov.justice.probation.devolution.security.Role.PROGRAMME;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.programme.DatedPlan.Outlook;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.RegionStanding;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.programme.web.Board.Asked;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.Dates;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.WholeList;

/** The programme at a glance, and its launch for regions that are not running. */
@Controller
class ProgrammePage {
    private final ProgrammeOverview programme;
    private final ReadingBoard boards;
    private final Programmes programmes;
    private final Dates dates;
    private final OnceMore onceMore;
    private final SignedIn signedIn;
    private final Clock clock;

    ProgrammePage(
            ProgrammeOverview programme,
            ReadingBoard boards,
            Programmes programmes,
            Dates dates,
            OnceMore onceMore,
            SignedIn signedIn,
            Clock clock) {
        this.programme = programme;
        this.boards = boards;
        this.programmes = programmes;
        this.dates = dates;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Allows(of = Of.EVERYTHING, everyRole = true)
    @GetMapping("/")
    String board(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String show,
            Model model) {
        return show(new Asked(region, service, Show.of(show)), null, Map.of(), model);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PROGRAMME},
            of = Of.REGION)
    @AskedOnceMore(
            "A programme that is launched cannot be taken back: each of its handovers has to be held or cancelled separately.")
    @PostMapping("/programmes")
    String launch(
            @ModelAttribute LaunchForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        form.getRegions()
                .forEach(region ->
                        colleague.mustHold(Role.PROGRAMME, region, "launch the programme of the region " + region));
        Map<String, String> problems = form.problems();
        if (problems.isEmpty()) {
            try {
                return onceMore.ask(
                        () -> launch(form, colleague),
                        outlooks -> check(form, outlooks),
                        outlooks -> {
                            redirect.addFlashAttribute(
                                    "notice",
                                    "The programme is launched in %s."
                                            .formatted(names(outlooks.stream()
                                                    .map(Outlook::regionCode)
                                                    .toList())));
                            return "redirect:/";
                        },
                        model);
            } catch (NotPossibleNow | Taken e) {
                problems = new LinkedHashMap<>();
                for (String reason : e.reasons())
                    problems.put(problems.isEmpty() ? "region-0" : "launch-" + problems.size(), reason);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(Asked.ALL, form, problems, model);
    }

    /** @return what it would do, region by region */
    private List<Outlook> launch(LaunchForm form, Colleague colleague) {
        List<Outlook> outlooks = programmes.outlook(form.baseDate(), form.getRegions(), colleague);
        programmes.launch(form.baseDate(), form.getRegions(), colleague);
        return outlooks;
    }

    private Check check(LaunchForm form, List<Outlook> outlooks) {
        Check check = Check.before("Launch the programme?", "Launch the programme", "/")
                .fact(
                        "What the launch does",
                        form.getDatesFrom().equals(LaunchForm.PLAN)
                                ? "The plan runs with its own dates"
                                : "Every date of the plan is moved, so that it begins on the base date");
        for (Outlook outlook : outlooks) {
            check = check.fact(
                    names(List.of(outlook.regionCode())),
                    "%d rows of the plan: %d begin at once, %d are late at once. The first window opens on %s, %s, backstop %s."
                            .formatted(
                                    outlook.rows(),
                                    outlook.openAtOnce(),
                                    outlook.lateAtOnce(),
                                    dates.day(outlook.firstStart()),
                                    outlook.lastDue() == null
                                            ? "none has a due date"
                                            : "the last is due on " + dates.day(outlook.lastDue()),
                                    dates.day(outlook.backstop())));
        }
        return check.then(
                        "Rows that begin at once give people tasks in Tasklist right away. The Regional Probation Director is told of every row that is late from the start.")
                .then("No case moves before somebody has decided to go.");
    }

    private String show(Asked asked, LaunchForm form, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        Board board = boards.read(asked, signedIn.inEveryRole());
        List<RegionStanding> regions = board.regions();
        List<CodeAndName> launchable = regions.stream()
                .filter(region -> !region.running())
                .map(RegionStanding::region)
                .filter(region -> colleague.holds(Role.PROGRAMME, region.code()))
                .toList();
        model.addAttribute("board", board);
        model.addAttribute(WholeList.ATTRIBUTE, wholeList(board));
        model.addAttribute("launched", regions.stream().anyMatch(region -> region.programmeId() != null));
        model.addAttribute("launchable", launchable);
        model.addAttribute(
                "form",
                form == null
                        ? LaunchForm.from(
                                LocalDate.now(clock),
                                launchable.stream().map(CodeAndName::code).toList())
                        : form);
        model.addAttribute("problems", problems);
        return "programme/matrix";
    }

    private static WholeList<Entry> wholeList(Board board) {
        return WholeList.of(
                        "plan",
                        board.lines().stream()
                                .flatMap(line -> line.entries().stream())
                                .toList())
                .column("Row of the plan", Entry::planRowId)
                .column("Service", entry -> entry.service().name())
                .column("Region", entry -> entry.region().name())
                .column(
                        "State",
                        entry -> entry.handover() == null
                                ? "Not launched"
                                : entry.handover().state().label())
                .column("Window opens", Entry::windowStart)
                .column("Due", Entry::due)
                .column(
                        "Planned",
                        entry -> entry.handover() == null
                                ? null
                                : entry.handover().plannedDate())
                .column("Late", Entry::isLate)
                .column("At risk", Entry::isAtRisk)
                .column("Waits for", Entry::waitsFor)
                .column(
                        "Cases moved",
                        entry -> entry.handover() == null
                                ? null
                                : entry.handover().counts().moved());
    }

    private String names(List<String> codes) {
        return String.join(
                ", ",
                programme.regions().stream()
                        .map(RegionStanding::region)
                        .filter(region -> codes.contains(region.code()))
                        .map(CodeAndName::name)
                        .toList());
    }
}
