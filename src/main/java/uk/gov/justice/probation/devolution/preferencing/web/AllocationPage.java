package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PREFERENCE_PANEL;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.Assumptions;
import uk.gov.justice.probation.devolution.preferencing.allocating.Explanations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel.ChangedMeanwhileException;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel.Effect;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel.Person;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel.Proposal;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel.Table;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelMoves;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.TakenBack;

/** The allocation for those who look at it: results, warnings, the panel's decisions with the effect of each move before it is made, and what-if runs side by side. */
@Allows(value = {PSC_SERVICE_OWNER, HR, PREFERENCE_PANEL, RPD}, of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/allocation")
class AllocationPage {
  private final Consultations consultations;
  private final AllocationReaders readers;
  private final Panel panel;
  private final PanelMoves moves;
  private final Allocating allocating;
  private final Explanations explanations;
  private final Runs runs;
  private final SignedIn signedIn;

  AllocationPage(Consultations consultations, AllocationReaders readers, Panel panel, PanelMoves moves, Allocating allocating, Explanations explanations, Runs runs,
      SignedIn signedIn) {
    this.consultations = consultations;
    this.readers = readers;
    this.panel = panel;
    this.moves = moves;
    this.allocating = allocating;
    this.explanations = explanations;
    this.runs = runs;
    this.signedIn = signedIn;
  }

  @ModelAttribute(name = "consultation", binding = false)
  Consultations.Facts consultation(@PathVariable long id) {
    Consultations.Facts consultation = consultations.find(id).orElseThrow(() -> Problem.notFound("There is no consultation with the number %d.".formatted(id)));
    readers.mustInclude(signedIn.colleague(), consultation);
    return consultation;
  }

  @GetMapping
  String all(@ModelAttribute("consultation") Consultations.Facts consultation, Model model) {
    if (runs.official(consultation.id()).isEmpty()) return "preferencing/allocation-to-come";
    return all(consultation, Map.of(), model);
  }

  @Allows(value = {PSC_SERVICE_OWNER, PREFERENCE_PANEL}, of = Of.REGION)
  @TakenBack("Until the panel has confirmed its results, the person can still be moved.")
  @PostMapping("/keep")
  String keep(@ModelAttribute("consultation") Consultations.Facts consultation, @RequestParam(required = false) List<Long> people, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      int kept = panel.keep(consultation.id(), people == null ? List.of() : people, signedIn.colleague());
      if (kept == 0) return refused(consultation, Map.of("people", "Choose at least one person who stays where they are"), model, response);
      redirect.addFlashAttribute("notice", kept == 1 ? "1 person stays where they are." : "%d people stay where they are.".formatted(kept));
      return "redirect:/consultations/%d/allocation".formatted(consultation.id());
    } catch (NotPossibleNow e) {
      return refused(consultation, e.problems("people"), model, response);
    }
  }

  @TakenBack("It is beside the official allocation and changes nobody's place.")
  @PostMapping("/what-if")
  String whatIf(@ModelAttribute("consultation") Consultations.Facts consultation, @RequestParam(defaultValue = "") String name, @RequestParam(required = false) Long option,
      @RequestParam(required = false) Integer places, @RequestParam(required = false) Integer limit, @RequestParam(required = false) Objective objective, Model model,
      HttpServletResponse response, RedirectAttributes redirect) {
    Map<Long, Integer> extra = new HashMap<>();
    if (option != null) extra.put(option, places == null ? 1 : places);
    try {
      allocating.whatIf(consultation.id(), name, new Assumptions(extra, limit, objective), signedIn.colleague());
    } catch (NotPossibleNow e) {
      return refused(consultation, e.problems("name"), model, response);
    }
    redirect.addFlashAttribute("notice", "Tried. It stands beside the official allocation; nobody's place has changed.");
    return "redirect:/consultations/%d/allocation#what-if".formatted(consultation.id());
  }

  @GetMapping("/people/{memberId}")
  String person(@ModelAttribute("consultation") Consultations.Facts consultation, @PathVariable long memberId, Model model) {
    return person(consultation, memberId, Map.of(), model);
  }

  @TakenBack("It only shows what a move would do.")
  @PostMapping("/people/{memberId}/effect")
  String effect(@ModelAttribute("consultation") Consultations.Facts consultation, @PathVariable long memberId, @RequestParam(defaultValue = "") String to, Model model,
      HttpServletResponse response) {
    try {
      return effect(panel.effect(consultation.id(), proposal(memberId, to)), "", Map.of(), model);
    } catch (NotPossibleNow e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return person(consultation, memberId, e.problems("to"), model);
    }
  }

  @Allows(value = {PSC_SERVICE_OWNER, PREFERENCE_PANEL}, of = Of.REGION)
  @TakenBack("Until the panel has confirmed its results, move the person back. What the move does is shown before.")
  @PostMapping("/people/{memberId}/move")
  String move(@ModelAttribute("consultation") Consultations.Facts consultation, @PathVariable long memberId, @RequestParam String to, @RequestParam int version,
      @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    Proposal proposal = proposal(memberId, to);
    try {
      Effect made = panel.move(consultation.id(), proposal, version, reason, signedIn.colleague());
      redirect.addFlashAttribute("notice", made.changes().size() == 1 ? "The person is moved." : "The two people have changed places.");
      return "redirect:/consultations/%d/allocation/people/%d".formatted(consultation.id(), memberId);
    } catch (ChangedMeanwhileException e) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return effect(e.effect(), reason, Map.of("effect", e.getMessage()), model);
    } catch (BreaksRules e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return effect(panel.effect(consultation.id(), proposal), reason, e.problems("reason"), model);
    } catch (NotPossibleNow e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return person(consultation, memberId, e.problems("to"), model);
    }
  }

  private String refused(Consultations.Facts consultation, Map<String, String> problems, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return runs.official(consultation.id()).isEmpty() ? "preferencing/allocation-to-come" : all(consultation, problems, model);
  }

  private String all(Consultations.Facts consultation, Map<String, String> problems, Model model) {
    Table table = panel.table(consultation.id());
    model.addAttribute("table", table);
    model.addAttribute("names", names(table));
    model.addAttribute("moves", moves.of(consultation.id()));
    model.addAttribute("comparison", Comparison.of(table.run(), runs.whatIfs(consultation.id()), runs.changesTo(table.run())));
    model.addAttribute("objectives", Objective.values());
    model.addAttribute("decides", decides(consultation));
    model.addAttribute("problems", problems);
    return "preferencing/allocation";
  }

  private String person(Consultations.Facts consultation, long memberId, Map<String, String> problems, Model model) {
    if (runs.official(consultation.id()).isEmpty()) return "preferencing/allocation-to-come";
    Table table = panel.table(consultation.id());
    Person person = table.people().stream().filter(each -> each.member().id() == memberId).findFirst()
        .orElseThrow(() -> Problem.notFound("This person takes no part in the consultation. Start again from the allocation."));
    model.addAttribute("table", table);
    model.addAttribute("names", names(table));
    model.addAttribute("person", person);
    model.addAttribute("reasons", explanations.of(memberId));
    model.addAttribute("possibilities", decides(consultation) ? panel.possibilities(table, memberId) : List.of());
    model.addAttribute("moves", moves.concerning(memberId));
    model.addAttribute("decides", decides(consultation));
    model.addAttribute("problems", problems);
    return "preferencing/allocation-person";
  }

  private static String effect(Effect effect, String reason, Map<String, String> problems, Model model) {
    model.addAttribute("effect", effect);
    model.addAttribute("reason", reason);
    model.addAttribute("problems", problems);
    return "preferencing/allocation-effect";
  }

  private boolean decides(Consultations.Facts consultation) {
    Colleague colleague = signedIn.colleague();
    return consultation.state() == ConsultationState.PANEL && colleague.holds(Panel.ROLE, consultation.regionCode());
  }

  /** "12" is an option; "12-34" an option and who there changes places. */
  private static Proposal proposal(long memberId, String to) {
    try {
      String[] parts = to.split("-", -1);
      return new Proposal(memberId, Long.parseLong(parts[0]), parts.length > 1 ? Long.valueOf(parts[1]) : null);
    } catch (NumberFormatException e) {
      return new Proposal(memberId, 0, null);
    }
  }

  private static Map<Long, String> names(Table table) {
    Map<Long, String> names = new LinkedHashMap<>();
    table.options().forEach(option -> names.put(option.id(), option.name()));
    return names;
  }
}
