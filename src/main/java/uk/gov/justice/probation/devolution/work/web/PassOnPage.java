package uk.gov.justice.probation.devolution.work.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.work.NamingDeputies;
import uk.gov.justice.probation.devolution.work.PassingOn;
import uk.gov.justice.probation.devolution.work.PassingOn.Kept;
import uk.gov.justice.probation.devolution.work.PassingOn.Passed;

/** Passes on what somebody has ticked in their work: to a colleague, or back to its group. */
@Allows(of = Of.OWN, everyRole = true, staff = true)
@Controller
@RequestMapping("/work/pass-on")
class PassOnPage {
    private static final String WORK = "/work";

    private final PassingOn passing;
    private final NamingDeputies deputies;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    PassOnPage(PassingOn passing, NamingDeputies deputies, OnceMore onceMore, SignedIn signedIn) {
        this.passing = passing;
        this.deputies = deputies;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String choose(@RequestParam(required = false) List<Long> task, Model model) {
        return show(ticked(task), "", "", Map.of(), model);
    }

    @AskedOnceMore("The colleague who gets a task can pass it on again, or give it back to its group.")
    @PostMapping
    String passOn(
            @RequestParam(required = false) List<Long> task,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String name = to.strip();
        if (!List.of("group", "colleague", "me").contains(whom))
            return refused(task, whom, name, Map.of("whom", "Choose who gets them"), model, response);
        if (whom.equals("colleague") && name.isEmpty())
            return refused(
                    task, whom, name, Map.of("to", "Enter the name the colleague signs in with"), model, response);
        String gets = switch (whom) {
            case "group" -> "";
            case "me" -> signedIn.inEveryRole().userName();
            default -> name;
        };
        try {
            return onceMore.ask(
                    () -> passing.passOn(ticked(task), gets, signedIn.inEveryRole()),
                    passed -> check(passed, whom, name),
                    passed -> {
                        redirect.addFlashAttribute("notice", said(passed));
                        return "redirect:" + WORK;
                    },
                    model);
        } catch (BreaksRules broken) {
            return refused(task, whom, name, broken.problems("to"), model, response);
        }
    }

    private static Check check(Passed passed, String whom, String name) {
        Check check = switch (whom) {
            case "me" ->
                Check.before("Take them over?", "Take over", WORK)
                        .fact("Tasks that you take over", passed.passed().size());
            case "group" -> passedOn(passed, "their groups");
            default -> passedOn(passed, name);
        };
        check = check.fact("Tasks that stay", passed.kept().size());
        for (Kept kept : passed.kept()) check = check.then("%s stays: %s.".formatted(inWords(kept), kept.why()));
        return check.then("The audit records who passed on what.");
    }

    private static Check passedOn(Passed passed, String to) {
        return Check.before("Pass on to %s?".formatted(to), "Pass on", WORK)
                .fact("Tasks that are passed on", passed.passed().size());
    }

    private static String inWords(Kept kept) {
        return kept.task().words().isEmpty()
                ? kept.task().name()
                : "%s (%s)".formatted(kept.task().name(), kept.task().words());
    }

    private static String said(Passed passed) {
        return "%d passed on, %d stay where they are."
                .formatted(passed.passed().size(), passed.kept().size());
    }

    private static List<Long> ticked(List<Long> task) {
        return task == null ? List.of() : task;
    }

    private String refused(
            List<Long> task,
            String whom,
            String to,
            Map<String, String> problems,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(ticked(task), whom, to, problems, model);
    }

    private String show(List<Long> task, String whom, String to, Map<String, String> problems, Model model) {
        model.addAttribute("tasks", passing.choose(task, signedIn.inEveryRole()));
        model.addAttribute("standsIn", !deputies.awayFor(signedIn.inEveryRole()).isEmpty());
        model.addAttribute("whom", whom);
        model.addAttribute("to", to);
        model.addAttribute("problems", problems);
        return "work/pass-on";
    }
}
