package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.APPEAL_CHAIR;
import static uk.gov.justice.probation.devolution.security.Role.APPEAL_MANAGER;
import static uk.gov.justice.probation.devolution.security.Role.APPEAL_PANEL;
import static uk.gov.justice.probation.devolution.security.Role.HR;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealFile;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealReasons;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealStep;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealsOverview;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealsOverview.Line;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealsOverview.Listed;
import uk.gov.justice.probation.devolution.preferencing.appeal.ReadingAppeals;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * The appeals of a region, and the page of each: its grounds, how the place was found, and the reasons for each step,
 * which can be written only here.
 */
@Allows(
        value = {HR, APPEAL_MANAGER, APPEAL_PANEL, APPEAL_CHAIR},
        of = Of.REGION)
@Controller
@RequestMapping("/appeals")
class AppealsPage {
    private static final int PAGE_SIZE = 50;

    private final AppealsOverview overview;
    private final ReadingAppeals reading;
    private final AppealReasons reasons;
    private final SignedIn signedIn;

    AppealsPage(AppealsOverview overview, ReadingAppeals reading, AppealReasons reasons, SignedIn signedIn) {
        this.overview = overview;
        this.reading = reading;
        this.reasons = reasons;
        this.signedIn = signedIn;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        Colleague colleague = signedIn.colleague();
        PageAsked asked = new PageAsked(page, PAGE_SIZE);
        Listed listed = overview.list(colleague, PAGE_SIZE, asked.before());
        model.addAttribute("listed", listed);
        model.addAttribute("number", asked.number());
        model.addAttribute("of", asked.of(listed.total()));
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of(
                                "appeals",
                                (atMost, before) ->
                                        overview.list(colleague, atMost, before).lines())
                        .column("Appeal", Line::id)
                        .column("Person", Line::personName)
                        .column("Region", Line::regionName)
                        .column("Consultation", Line::title)
                        .column("Lodged", Line::lodgedAt)
                        .column("In time", Line::inTime)
                        .column("State", line -> line.state().label()));
        return "preferencing/appeals";
    }

    @Allows(
            value = {HR, APPEAL_MANAGER, APPEAL_PANEL, APPEAL_CHAIR},
            of = Of.REGION,
            staff = true)
    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        return show(id, null, Map.of(), model);
    }

    @Allows(
            value = {APPEAL_MANAGER, APPEAL_PANEL, APPEAL_CHAIR},
            of = Of.REGION)
    @TakenBack("You can change the reasons until the task in Tasklist is completed.")
    @PostMapping("/{id}/reasons")
    String write(
            @PathVariable long id,
            @RequestParam AppealStep step,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            reasons.write(id, step, text, signedIn.colleague());
            redirect.addFlashAttribute(
                    "notice",
                    "The reasons for %s are saved. Now complete the task in Tasklist.".formatted(step.inWords()));
            return "redirect:/appeals/" + id;
        } catch (BreaksRules | NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, text, refused.problems("text"), model);
        }
    }

    private String show(long id, String text, Map<String, String> problems, Model model) {
        AppealFile file = reading.file(id, signedIn.colleague());
        model.addAttribute("file", file);
        model.addAttribute("text", text == null ? written(file) : text);
        model.addAttribute("atMost", AppealReasons.AT_MOST);
        model.addAttribute("problems", problems);
        return "preferencing/appeal";
    }

    /** The saved reasons of the step that the reader can change. */
    private static String written(AppealFile file) {
        if (file.writes() == null || file.sealed() == null) return "";
        return switch (file.writes()) {
            case ADMISSION -> file.sealed().admission();
            case REVIEW -> file.sealed().review();
            case DECISION -> file.sealed().decision();
        };
    }
}
