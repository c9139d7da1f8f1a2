package uk.gov.justice.probation.devolution.work.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.work.NamingDeputies;
import uk.gov.justice.probation.devolution.work.NamingDeputies.Deputy;

/** Where somebody who will be away names who takes over what they have claimed, and sees for whom they stand in. */
@Allows(of = Of.OWN, everyRole = true)
@Controller
@RequestMapping("/work/deputies")
class DeputiesPage {
    private static final Map<String, String> FIELDS = Map.of("deputy", "deputy", "from", "from-day", "to", "to-day");

    private final NamingDeputies naming;
    private final SignedIn signedIn;

    DeputiesPage(NamingDeputies naming, SignedIn signedIn) {
        this.naming = naming;
        this.signedIn = signedIn;
    }

    record DeputyForm(String deputy, DayEntered from, DayEntered to) {

        DeputyForm {
            deputy = deputy == null ? "" : deputy.strip();
            from = from == null ? DayEntered.NOTHING : from;
            to = to == null ? DayEntered.NOTHING : to;
        }

        /** What is no date, by the id of the field. */
        private Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            if (!from.isEmpty() && from.date() == null) problems.put("from-day", DayEntered.UNREADABLE);
            if (!to.isEmpty() && to.date() == null) problems.put("to-day", DayEntered.UNREADABLE);
            return problems;
        }
    }

    @GetMapping
    String deputies(Model model) {
        return show(new DeputyForm(null, null, null), Map.of(), model);
    }

    @TakenBack("You can end it on the same page: then nobody stands in for you.")
    @PostMapping
    String name(
            @ModelAttribute DeputyForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Map<String, String> problems = form.problems();
        if (problems.isEmpty()) {
            try {
                naming.name(form.deputy(), form.from().date(), form.to().date(), signedIn.colleague());
                redirect.addFlashAttribute("notice", "Your deputy is named, and has been told.");
                return "redirect:/work/deputies";
            } catch (BreaksRules refused) {
                for (var problem : refused.problems("deputy").entrySet())
                    problems.put(FIELDS.get(problem.getKey()), problem.getValue());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(form, problems, model);
    }

    @TakenBack("You can name the deputy again on the same page.")
    @PostMapping("/end")
    String end(@RequestParam long deputyship, RedirectAttributes redirect) {
        naming.end(deputyship, signedIn.colleague());
        redirect.addFlashAttribute("notice", "It is ended, and both of you are told.");
        return "redirect:/work/deputies";
    }

    private String show(DeputyForm form, Map<String, String> problems, Model model) {
        String me = signedIn.colleague().userName();
        Map<Boolean, List<Deputy>> byWhoIsAway = naming.of(signedIn.colleague()).stream()
                .collect(Collectors.partitioningBy(each -> each.away().equals(me)));
        model.addAttribute("mine", byWhoIsAway.get(true));
        model.addAttribute("others", byWhoIsAway.get(false));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "work/deputies";
    }
}
