package uk.gov.justice.probation.devolution.termination.web;

import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages.Doing;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.termination.GoingBackToCourt;
import uk.gov.justice.probation.devolution.termination.ReadingTerminations;
import uk.gov.justice.probation.devolution.termination.ReadingTerminations.File;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.TakenBack;

/** The result of the application to the court, for cases whose dates must not appear in a task. */
@Allows(
        value = {PSC_SERVICE_OWNER, PSO, SPO, PRACTITIONER},
        of = Of.CASE,
        staff = true)
@Controller
@RequestMapping("/terminations/{id}/court")
class CourtPage {

    /** The days as entered, in three fields each. */
    record Entered(DayEntered applied, DayEntered until) {
        static final Entered NOTHING = new Entered(DayEntered.NOTHING, DayEntered.NOTHING);
    }

    private final ReadingTerminations reading;
    private final GoingBackToCourt court;
    private final TasksOnPages tasks;
    private final SignedIn signedIn;

    CourtPage(ReadingTerminations reading, GoingBackToCourt court, TasksOnPages tasks, SignedIn signedIn) {
        this.reading = reading;
        this.court = court;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, Entered.NOTHING, Map.of(), model);
    }

    @Allows(
            value = {PSO, PRACTITIONER},
            of = Of.CASE)
    @TakenBack(
            "You can enter other days while the task is open: the last ones count. The termination comes up again in any case.")
    @PostMapping
    String note(
            @PathVariable long id,
            @RequestParam(required = false) Long taskKey,
            @ModelAttribute Entered entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String subject = file(id).termination().subject();
        Map<String, String> problems = new HashMap<>();
        LocalDate applied = day(
                entered.applied(),
                "applied-day",
                "Enter the day on which you applied, for example 23 11 2026.",
                problems);
        LocalDate until = day(
                entered.until(),
                "until-day",
                "Enter a day, for example 23 5 2027, or leave all three boxes empty.",
                problems);
        if (applied == null && problems.isEmpty())
            problems.put("applied-day", "Enter the day on which you applied, for example 23 11 2026.");
        try {
            if (problems.isEmpty()) {
                Doing doing = tasks.complete(
                        GoingBackToCourt.TASK,
                        subject,
                        taskKey,
                        signedIn.inEveryRole(),
                        () -> court.note(id, applied, until, signedIn.colleague()));
                redirect.addFlashAttribute("notice", "Saved. " + doing.afterwards());
            }
        } catch (BreaksRules | Frozen | NotPossibleNow refused) {
            problems.put("applied-day", refused.getMessage());
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(id, entered, problems, model);
        }
        return "redirect:/terminations/{id}";
    }

    private static LocalDate day(DayEntered entered, String field, String problem, Map<String, String> problems) {
        if (entered == null || entered.isEmpty()) return null;
        if (entered.date() == null) problems.put(field, problem);
        return entered.date();
    }

    private File file(long id) {
        return reading.file(id, signedIn.colleague());
    }

    private String page(long id, Entered entered, Map<String, String> problems, Model model) {
        File file = file(id);
        model.addAttribute("file", file);
        model.addAttribute(
                "doing",
                tasks.waiting(GoingBackToCourt.TASK, file.termination().subject(), signedIn.inEveryRole())
                        .orElse(null));
        model.addAttribute("entered", entered);
        model.addAttribute("problems", problems);
        return "termination/court";
    }
}
