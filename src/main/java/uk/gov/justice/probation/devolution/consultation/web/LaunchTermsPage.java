package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.consultation.launch.ChoicesQuery;
import uk.gov.justice.probation.devolution.consultation.launch.Draft;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchDrafts;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchDrafts.Terms;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.TakenBack;

/** HR says how places are shared out in a consultation that is prepared. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/launch/{id}/terms")
class LaunchTermsPage {
    private static final Map<String, String> FIELDS = Map.of(
            "objective",
            "objective-draw",
            "maxChoices",
            "max-choices",
            "mobilityLimit",
            "mobility-limit",
            "preferencesCloseOn",
            "close-on-day");

    private final LaunchDrafts drafts;
    private final ChoicesQuery choices;
    private final SignedIn signedIn;

    LaunchTermsPage(LaunchDrafts drafts, ChoicesQuery choices, SignedIn signedIn) {
        this.drafts = drafts;
        this.choices = choices;
        this.signedIn = signedIn;
    }

    record TermsForm(String objective, String maxChoices, String mobilityLimit, DayEntered closeOn) {

        TermsForm {
            closeOn = closeOn == null ? DayEntered.NOTHING : closeOn;
        }

        private static TermsForm of(Draft draft) {
            return draft.objective() == null
                    ? new TermsForm(Objective.DRAW.name(), "5", "90", null)
                    : new TermsForm(
                            draft.objective(),
                            "" + draft.maxChoices(),
                            "" + draft.mobilityLimit(),
                            draft.preferencesCloseOn() == null ? null : DayEntered.of(draft.preferencesCloseOn()));
        }

        /** What is wrong, by the id of the field. */
        private Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            if (objective == null || objective.isBlank())
                problems.put("objective-draw", "Choose how places are shared out");
            if (number(maxChoices) == null)
                problems.put("max-choices", "Enter how many places each person may rank, for example 5");
            if (number(mobilityLimit) == null)
                problems.put("mobility-limit", "Enter how many minutes a journey may take, for example 90");
            if (!closeOn.isEmpty() && closeOn.date() == null)
                problems.put("close-on-day", "Enter the last day as day, month and year, for example 23 11 2026");
            return problems;
        }

        private Terms terms() {
            return new Terms(objective, number(maxChoices), number(mobilityLimit), closeOn.date());
        }

        private static Integer number(String text) {
            try {
                return text == null ? null : Integer.valueOf(text.strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    @GetMapping
    String form(@PathVariable long id, Model model) {
        Draft draft = drafts.get(id, signedIn.colleague());
        return show(draft, TermsForm.of(draft), Map.of(), model);
    }

    @TakenBack("You can change your answers on the same page until it is launched.")
    @PostMapping
    String enter(@PathVariable long id, @ModelAttribute TermsForm form, Model model, HttpServletResponse response) {
        Colleague colleague = signedIn.colleague();
        Draft draft = drafts.get(id, colleague);
        Map<String, String> problems = form.problems();
        if (problems.isEmpty()) {
            try {
                drafts.terms(id, form.terms(), colleague);
                return "redirect:/consultations/launch/%d/check".formatted(id);
            } catch (BreaksRules e) {
                for (var problem : e.problems("objective").entrySet())
                    problems.put(FIELDS.get(problem.getKey()), problem.getValue());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(draft, form, problems, model);
    }

    private String show(Draft draft, TermsForm form, Map<String, String> problems, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("aims", Objective.values());
        model.addAttribute("region", choices.regionName(draft.regionCode()));
        return "consultation/launch-terms";
    }
}
