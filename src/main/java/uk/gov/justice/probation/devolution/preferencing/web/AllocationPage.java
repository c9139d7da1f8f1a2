package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PREFERENCE_PANEL;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages.Doing;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.Assumptions;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.panel.ConfirmingPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelMoves;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelTable;
import uk.gov.justice.probation.devolution.preferencing.panel.Person;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * The allocation, for those who review it: results, warnings, the people the panel leaves where they are, and what-if
 * runs side by side.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, HR, PREFERENCE_PANEL, RPD},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/allocation")
class AllocationPage {
    private final AllocationReaders readers;
    private final Panel panel;
    private final PanelMoves moves;
    private final Allocating allocating;
    private final Runs runs;
    private final TasksOnPages tasks;
    private final SignedIn signedIn;

    AllocationPage(
            AllocationReaders readers,
            Panel panel,
            PanelMoves moves,
            Allocating allocating,
            Runs runs,
            TasksOnPages tasks,
            SignedIn signedIn) {
        this.readers = readers;
        this.panel = panel;
        this.moves = moves;
        this.allocating = allocating;
        this.runs = runs;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    @ModelAttribute(name = "consultation", binding = false)
    Consultations.Facts consultation(@PathVariable long id) {
        return readers.consultation(id, signedIn.colleague());
    }

    @GetMapping
    String all(@ModelAttribute("consultation") Consultations.Facts consultation, Model model) {
        if (runs.official(consultation.id()).isEmpty()) return "preferencing/allocation-to-come";
        return all(consultation, Map.of(), model);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PREFERENCE_PANEL},
            of = Of.REGION)
    @TakenBack("The person can still be moved until the panel has confirmed its results.")
    @PostMapping("/keep")
    String keep(
            @ModelAttribute("consultation") Consultations.Facts consultation,
            @RequestParam(required = false) List<Long> people,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            int kept = panel.keep(consultation.id(), people == null ? List.of() : people, signedIn.colleague());
            if (kept == 0)
                return refused(
                        consultation,
                        Map.of("people", "Choose at least one person who stays where they are"),
                        model,
                        response);
            redirect.addFlashAttribute(
                    "notice",
                    kept == 1 ? "1 person stays where they are." : "%d people stay where they are.".formatted(kept));
            return "redirect:/consultations/%d/allocation".formatted(consultation.id());
        } catch (NotPossibleNow e) {
            return refused(consultation, e.problems("people"), model, response);
        }
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PREFERENCE_PANEL},
            of = Of.REGION)
    @TakenBack(
            "The Regional Probation Director can give it back to the panel until the outcome is confirmed. Nobody gets a letter before that.")
    @PostMapping("/confirm")
    String confirm(
            @ModelAttribute("consultation") Consultations.Facts consultation,
            @RequestParam(required = false) Long taskKey,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PanelTable table = panel.table(consultation.id());
        if (!table.open().isEmpty())
            return refused(
                    consultation,
                    Map.of("people", "Decide about everybody in this list before you confirm the results"),
                    model,
                    response);
        Doing doing =
                tasks.complete(ConfirmingPanel.TASK, consultation.subject(), taskKey, signedIn.inEveryRole(), () -> {});
        redirect.addFlashAttribute("notice", doing.afterwards());
        return "redirect:/consultations/%d/allocation".formatted(consultation.id());
    }

    @TakenBack("It is shown beside the official allocation and does not change anybody's place.")
    @PostMapping("/what-if")
    String whatIf(
            @ModelAttribute("consultation") Consultations.Facts consultation,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) Long option,
            @RequestParam(required = false) Integer places,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Objective objective,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Map<Long, Integer> extra = new HashMap<>();
        if (option != null) extra.put(option, places == null ? 1 : places);
        try {
            allocating.whatIf(consultation.id(), name, new Assumptions(extra, limit, objective), signedIn.colleague());
        } catch (NotPossibleNow e) {
            return refused(consultation, e.problems("name"), model, response);
        }
        redirect.addFlashAttribute(
                "notice", "The run is shown beside the official allocation. Nobody's place has changed.");
        return "redirect:/consultations/%d/allocation#what-if".formatted(consultation.id());
    }

    private String refused(
            Consultations.Facts consultation, Map<String, String> problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return runs.official(consultation.id()).isEmpty()
                ? "preferencing/allocation-to-come"
                : all(consultation, problems, model);
    }

    private String all(Consultations.Facts consultation, Map<String, String> problems, Model model) {
        PanelTable table = panel.table(consultation.id());
        model.addAttribute("table", table);
        model.addAttribute(
                "doing",
                tasks.waiting(ConfirmingPanel.TASK, consultation.subject(), signedIn.inEveryRole())
                        .orElse(null));
        model.addAttribute("names", table.names());
        model.addAttribute("moves", moves.of(consultation.id()));
        model.addAttribute(
                "comparison", Comparison.of(table.run(), runs.whatIfs(consultation.id()), runs.changesTo(table.run())));
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("allocation", table.people())
                        .column("Person", person -> person.staff().inFull())
                        .column(
                                "Place",
                                person -> person.option() == null
                                        ? null
                                        : person.option().name())
                        .column(
                                "Choice",
                                person -> person.option() == null
                                        ? null
                                        : person.ranked() ? person.rank() : "Not asked for")
                        .column(
                                "Lottery",
                                person -> person.result() == null
                                        ? null
                                        : person.result().lottery())
                        .column("Panel", AllocationPage::lookedAt));
        model.addAttribute("objectives", Objective.values());
        model.addAttribute("decides", readers.decides(consultation, signedIn.colleague()));
        model.addAttribute("problems", problems);
        return "preferencing/allocation";
    }

    private static String lookedAt(Person person) {
        if (person.open()) return person.toLookAt().label();
        if (person.movedByPanel()) return "Moved";
        return person.lookedAtBy() == null ? "" : "Stays";
    }
}
