package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PREFERENCE_PANEL;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

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
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Explanations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.panel.ChangedMeanwhileException;
import uk.gov.justice.probation.devolution.preferencing.panel.Effect;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelMoves;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelTable;
import uk.gov.justice.probation.devolution.preferencing.panel.Person;
import uk.gov.justice.probation.devolution.preferencing.panel.Proposal;
import uk.gov.justice.probation.devolution.preferencing.panel.Why;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * One person in the allocation: where they could go, and a move by the panel, with its effect shown before it is made.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, HR, PREFERENCE_PANEL, RPD},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/allocation/people/{memberId}")
class MovePage {
    private final AllocationReaders readers;
    private final Panel panel;
    private final PanelMoves moves;
    private final Explanations explanations;
    private final Runs runs;
    private final SignedIn signedIn;

    MovePage(
            AllocationReaders readers,
            Panel panel,
            PanelMoves moves,
            Explanations explanations,
            Runs runs,
            SignedIn signedIn) {
        this.readers = readers;
        this.panel = panel;
        this.moves = moves;
        this.explanations = explanations;
        this.runs = runs;
        this.signedIn = signedIn;
    }

    @ModelAttribute(name = "consultation", binding = false)
    Consultations.Facts consultation(@PathVariable long id) {
        return readers.consultation(id, signedIn.colleague());
    }

    @GetMapping
    String person(
            @ModelAttribute("consultation") Consultations.Facts consultation,
            @PathVariable long memberId,
            Model model) {
        return person(consultation, memberId, Map.of(), model);
    }

    @TakenBack("It only shows the effect of a move.")
    @PostMapping("/effect")
    String effect(
            @ModelAttribute("consultation") Consultations.Facts consultation,
            @PathVariable long memberId,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletResponse response) {
        try {
            return effect(panel.effect(consultation.id(), proposal(memberId, to)), Why.NOTHING, Map.of(), model);
        } catch (NotPossibleNow e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return person(consultation, memberId, e.problems("to"), model);
        }
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PREFERENCE_PANEL},
            of = Of.REGION)
    @TakenBack(
            "You can move the person back until the panel has confirmed its results. You see the effect of a move first.")
    @PostMapping("/move")
    String move(
            @ModelAttribute("consultation") Consultations.Facts consultation,
            @PathVariable long memberId,
            @RequestParam String to,
            @RequestParam int version,
            @ModelAttribute Why why,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Proposal proposal = proposal(memberId, to);
        try {
            Effect made = panel.move(consultation.id(), proposal, version, why, signedIn.colleague());
            redirect.addFlashAttribute(
                    "notice",
                    made.changes().size() == 1 ? "The person is moved." : "The two people have changed places.");
            return "redirect:/consultations/%d/allocation/people/%d".formatted(consultation.id(), memberId);
        } catch (ChangedMeanwhileException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return effect(e.effect(), why, Map.of("effect", e.getMessage()), model);
        } catch (BreaksRules e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return effect(panel.effect(consultation.id(), proposal), why, e.problems("reason"), model);
        } catch (NotPossibleNow e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return person(consultation, memberId, e.problems("to"), model);
        }
    }

    private String person(Consultations.Facts consultation, long memberId, Map<String, String> problems, Model model) {
        if (runs.official(consultation.id()).isEmpty()) return "preferencing/allocation-to-come";
        boolean decides = readers.decides(consultation, signedIn.colleague());
        PanelTable table = panel.table(consultation.id());
        Person person = table.people().stream()
                .filter(each -> each.member().id() == memberId)
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound("This person is not in the consultation. Start again from the allocation."));
        model.addAttribute("table", table);
        model.addAttribute("names", table.names());
        model.addAttribute("person", person);
        model.addAttribute("reasons", explanations.of(memberId));
        model.addAttribute("possibilities", decides ? panel.possibilities(table, memberId) : List.of());
        model.addAttribute("moves", moves.concerning(memberId));
        model.addAttribute("decides", decides);
        model.addAttribute("problems", problems);
        return "preferencing/allocation-person";
    }

    private static String effect(Effect effect, Why why, Map<String, String> problems, Model model) {
        model.addAttribute("effect", effect);
        model.addAttribute("why", why);
        model.addAttribute("problems", problems);
        return "preferencing/allocation-effect";
    }

    /** "12" is an option; "12-34" is an option and the member there who changes places. */
    private static Proposal proposal(long memberId, String to) {
        try {
            String[] parts = to.split("-", -1);
            return new Proposal(memberId, Long.parseLong(parts[0]), parts.length > 1 ? Long.valueOf(parts[1]) : null);
        } catch (NumberFormatException e) {
            return new Proposal(memberId, 0, null);
        }
    }
}
