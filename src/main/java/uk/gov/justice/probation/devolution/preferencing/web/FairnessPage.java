package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PREFERENCE_PANEL;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;
import static uk.gov.justice.probation.devolution.security.Role.TU;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.fairness.Fairness;
import uk.gov.justice.probation.devolution.preferencing.fairness.FairnessTables;
import uk.gov.justice.probation.devolution.preferencing.fairness.Publication;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * Whether places were shared out fairly: what people of each group got, for those who decide about it and the unions.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, HR, TU, PREFERENCE_PANEL, RPD},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/fairness")
class FairnessPage {
    private final RoundReaders readers;
    private final Fairness fairness;
    private final Runs runs;
    private final SignedIn signedIn;

    FairnessPage(RoundReaders readers, Fairness fairness, Runs runs, SignedIn signedIn) {
        this.readers = readers;
        this.fairness = fairness;
        this.runs = runs;
        this.signedIn = signedIn;
    }

    @GetMapping
    String tables(@PathVariable long id, @RequestParam(required = false) Long of, Model model) {
        return show(readers.tables(id, signedIn.colleague()), of, Map.of(), model);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, HR, PREFERENCE_PANEL, RPD},
            of = Of.REGION)
    @TakenBack("The tables are shown from then on, to the unions too, and what they show can hide more of later ones.")
    @PostMapping("/what-if")
    String whatIf(
            @PathVariable long id,
            @RequestParam(required = false) Long run,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Consultations.Facts consultation = readers.tables(id, signedIn.colleague());
        try {
            fairness.whatIf(id, run, signedIn.colleague());
        } catch (NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(consultation, null, refused.problems("run"), model);
        }
        redirect.addFlashAttribute("notice", "The tables of this what-if run are made.");
        return "redirect:/consultations/%d/fairness".formatted(id);
    }

    private String show(Consultations.Facts consultation, Long of, Map<String, String> problems, Model model) {
        List<Publication> made = fairness.made(consultation.id());
        Publication chosen = made.stream()
                .filter(one -> Objects.equals(of, one.id()))
                .findFirst()
                .orElse(made.isEmpty() ? null : made.getLast());
        FairnessTables tables = chosen == null ? new FairnessTables(List.of(), List.of()) : fairness.tables(chosen);
        FairnessView view = new FairnessView(tables);
        model.addAttribute("consultation", consultation);
        model.addAttribute("made", made);
        model.addAttribute("chosen", chosen);
        model.addAttribute("charts", view.charts());
        model.addAttribute("leftOut", tables.leftOut());
        model.addAttribute(WholeList.ATTRIBUTE, view.whole());
        boolean results = readers.seesResults(signedIn.colleague(), consultation);
        model.addAttribute("results", results);
        model.addAttribute("whatIfs", results ? notYetMade(consultation.id(), made) : Map.of());
        model.addAttribute("problems", problems);
        return "preferencing/fairness";
    }

    /** The names of the what-if runs without tables, by id. */
    private Map<Long, String> notYetMade(long consultationId, List<Publication> made) {
        return runs.whatIfs(consultationId).stream()
                .filter(run -> made.stream().noneMatch(one -> Objects.equals(one.whatIfRunId(), run.id())))
                .collect(Collectors.toMap(run -> run.id(), run -> run.name(), (one, other) -> one, TreeMap::new));
    }
}
