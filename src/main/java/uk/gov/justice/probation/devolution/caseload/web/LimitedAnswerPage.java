package uk.gov.justice.probation.devolution.caseload.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages.Doing;
import uk.gov.justice.probation.devolution.caseload.AsksAboutCases;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers.Given;
import uk.gov.justice.probation.devolution.caseload.LimitedQuestion;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.TakenBack;

/** The page on which tasks of limited-access cases are answered. Tasklist and the engine never see the answers. */
@Allows(
        value = {CASE_ADMIN, PSO, SPO, PRACTITIONER},
        of = Of.CASE,
        staff = true)
@Controller
class LimitedAnswerPage {

    /** What was entered; the day in three fields. */
    record Entered(String choice, DayEntered day, Boolean understood) {
        static final Entered NOTHING = new Entered(null, DayEntered.NOTHING, null);
    }

    private record Asked(AsksAboutCases about, long id, ProbationCase probationCase, Colleague by) {

        String file() {
            return about.pages() + "/" + id;
        }

        /** The questions whose task can be open now, for the roles that the colleague has. */
        List<LimitedQuestion> open() {
            return about.questions().stream()
                    .filter(one -> one.roles().stream().anyMatch(by::holdsSomewhere) && about.waitsFor(id, one.name()))
                    .toList();
        }

        LimitedQuestion question(String name) {
            if (name.isEmpty())
                return open().stream().findFirst().orElse(about.questions().getFirst());
            return about.questions().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("There is no task here with this question."));
        }
    }

    private final List<AsksAboutCases> asking;
    private final LimitedAnswers answers;
    private final CaseAccess access;
    private final TasksOnPages tasks;
    private final SignedIn signedIn;

    LimitedAnswerPage(
            List<AsksAboutCases> asking,
            LimitedAnswers answers,
            CaseAccess access,
            TasksOnPages tasks,
            SignedIn signedIn) {
        this.asking = asking;
        this.answers = answers;
        this.access = access;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    @GetMapping({"/upw/orders/{id}/answer", "/upw/enforcements/{id}/answer", "/terminations/{id}/answer"})
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String task,
            HttpServletRequest request,
            Model model) {
        Asked asked = asked(id, request);
        return page(asked, asked.question(task), Entered.NOTHING, Map.of(), model);
    }

    @Allows(
            value = {CASE_ADMIN, PSO, SPO, PRACTITIONER},
            of = Of.CASE)
    @TakenBack(
            "You can change your answer while the task is open: the last one counts. An answer that completes the task cannot be changed. If it ends something, you have to tick a box first.")
    @PostMapping({"/upw/orders/{id}/answer", "/upw/enforcements/{id}/answer", "/terminations/{id}/answer"})
    String give(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(required = false) Long taskKey,
            @ModelAttribute Entered entered,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Asked asked = asked(id, request);
        LimitedQuestion question = asked.question(task);
        DayEntered day = entered.day() == null ? DayEntered.NOTHING : entered.day();
        try {
            if (question.asksDay(entered.choice()) && !day.isEmpty() && day.date() == null)
                throw new BreaksRules("day-day", "Enter a day, for example 23 11 2026.");
            Doing doing = tasks.complete(
                    question.task(),
                    asked.about().subject(id),
                    taskKey,
                    signedIn.inEveryRole(),
                    () -> answers.give(
                            asked.about(),
                            id,
                            question,
                            entered.choice(),
                            day.date(),
                            Boolean.TRUE.equals(entered.understood()),
                            signedIn.colleague()));
            redirect.addFlashAttribute("notice", "Your answer is saved. " + doing.afterwards());
        } catch (BreaksRules refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(
                    asked,
                    question,
                    new Entered(entered.choice(), day, entered.understood()),
                    refused.problems(""),
                    model);
        }
        redirect.addAttribute("task", question.name());
        return "redirect:" + asked.file() + "/answer";
    }

    private Asked asked(long id, HttpServletRequest request) {
        String path = request.getRequestURI();
        AsksAboutCases about = asking.stream()
                .filter(one -> path.startsWith(one.pages()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no question to answer here."));
        ProbationCase probationCase = about.caseOf(id)
                .orElseThrow(() -> Problem.notFound("There is nothing with the number %d here.".formatted(id)));
        access.mustSee(probationCase, signedIn.colleague());
        return new Asked(about, id, probationCase, signedIn.colleague());
    }

    private String page(
            Asked asked, LimitedQuestion question, Entered entered, Map<String, String> problems, Model model) {
        Given given = answers.given(asked.about().subject(asked.id()), question.name(), signedIn.colleague())
                .orElse(null);
        boolean before = entered.equals(Entered.NOTHING) && given != null;
        model.addAttribute("file", asked.file());
        model.addAttribute("subject", asked.about().subject(asked.id()));
        model.addAttribute("probationCase", asked.probationCase());
        model.addAttribute("question", question);
        model.addAttribute(
                "others",
                asked.open().stream().filter(other -> !other.equals(question)).toList());
        model.addAttribute("given", given);
        model.addAttribute(
                "doing",
                tasks.waiting(question.task(), asked.about().subject(asked.id()), signedIn.inEveryRole())
                        .orElse(null));
        model.addAttribute(
                "entered",
                before
                        ? new Entered(
                                given.choice(),
                                given.onDay() == null ? DayEntered.NOTHING : DayEntered.of(given.onDay()),
                                null)
                        : entered);
        model.addAttribute("problems", problems);
        return "caseload/answer";
    }
}
