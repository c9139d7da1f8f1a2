package uk.gov.justice.probation.devolution.unpaidwork.web;

import static uk.gov.justice.probation.devolution.security.Role.PLACEMENT_COORDINATOR;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages.Doing;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Match;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects.Choice;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * Every project of the region for an order: in, with its rank and the parts of its score, or out, and why. For a
 * limited-access case the project is chosen here.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, PSO, SPO, PRACTITIONER, PLACEMENT_COORDINATOR},
        of = Of.CASE)
@Controller
@RequestMapping("/upw/orders/{id}/projects")
class ProjectsPage {
    private final Orders orders;
    private final Cases cases;
    private final ChoosingProjects choosing;
    private final OnceMore onceMore;
    private final TasksOnPages tasks;
    private final SignedIn signedIn;

    ProjectsPage(
            Orders orders,
            Cases cases,
            ChoosingProjects choosing,
            OnceMore onceMore,
            TasksOnPages tasks,
            SignedIn signedIn) {
        this.orders = orders;
        this.cases = cases;
        this.choosing = choosing;
        this.onceMore = onceMore;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    /** What was entered, in the form the page sends it. */
    record ChoiceForm(String projectCode, String frequency, DayEntered firstSessionOn) {
        static final ChoiceForm NOTHING = new ChoiceForm("", "", DayEntered.NOTHING);

        Choice choice() {
            return new Choice(projectCode, frequency, firstSessionOn == null ? null : firstSessionOn.date());
        }
    }

    @GetMapping
    String all(@PathVariable long id, Model model) {
        return show(id, ChoiceForm.NOTHING, Map.of(), model);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PLACEMENT_COORDINATOR},
            of = Of.CASE)
    @AskedOnceMore("You can choose another project only if the order comes back to this choice.")
    @PostMapping
    String choose(
            @PathVariable long id,
            @RequestParam(required = false) Long taskKey,
            @ModelAttribute ChoiceForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Doing doing = tasks.begin(ChoosingProjects.TASK, orders.get(id).subject(), taskKey, signedIn.inEveryRole());
            return onceMore.ask(
                    () -> {
                        choosing.chooseOnPage(id, form.choice(), signedIn.colleague());
                        doing.complete();
                    },
                    () -> check(id, form),
                    () -> {
                        redirect.addFlashAttribute("notice", "The place is reserved. " + doing.afterwards());
                        return "redirect:/upw/orders/{id}";
                    },
                    model);
        } catch (BreaksRules refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, form, refused.problems("projectCode"), model);
        }
    }

    private static Check check(long id, ChoiceForm form) {
        return Check.before(
                        "Take the place at %s?".formatted(form.projectCode().strip()),
                        "Take the place",
                        "/upw/orders/%d/projects".formatted(id))
                .fact("Project", form.projectCode().strip())
                .fact("How often", Frequency.valueOf(form.frequency()).label())
                .fact(
                        "First session on",
                        Deadlines.inWords(form.firstSessionOn().date()))
                .then("1 place of the project on this day of the week is reserved at once; nobody else can get it.")
                .then("When the task is completed, the letter of instruction is written with this day.");
    }

    private String show(long id, ChoiceForm form, Map<String, String> problems, Model model) {
        Order order = orders.get(id);
        ProbationCase probationCase = cases.get(order.caseId());
        List<Match> all = choosing.all(order, probationCase, signedIn.colleague());
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("projects-for-an-order", all)
                        .column("Can be chosen", Match::in)
                        .column("Rank", match -> match.in() ? match.rank() : null)
                        .column("Project", match -> match.project().name())
                        .column("Code", match -> match.project().code())
                        .column("Why", match -> String.join("; ", match.reasons())));
        model.addAttribute("order", order);
        model.addAttribute("chooses", choosing.choosesOnPage(order, probationCase, signedIn.colleague()));
        model.addAttribute(
                "doing",
                tasks.waiting(ChoosingProjects.TASK, order.subject(), signedIn.inEveryRole())
                        .orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("frequencies", Frequency.values());
        model.addAttribute("problems", problems);
        model.addAttribute("probationCase", probationCase);
        model.addAttribute("in", all.stream().filter(Match::in).toList());
        model.addAttribute("out", all.stream().filter(match -> !match.in()).toList());
        return "unpaidwork/projects";
    }
}
