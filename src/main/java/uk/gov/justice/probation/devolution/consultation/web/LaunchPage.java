package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.consultation.launch.ChoicesQuery;
import uk.gov.justice.probation.devolution.consultation.launch.Draft;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchDrafts;
import uk.gov.justice.probation.devolution.consultation.launch.MembersFile;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.SpreadsheetFile;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * HR begins to launch a consultation in the console: its name and its region. What follows is asked on a page each, and
 * kept until it is launched or given up.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/launch")
class LaunchPage {
    private final LaunchDrafts drafts;
    private final ChoicesQuery choices;
    private final SignedIn signedIn;

    LaunchPage(LaunchDrafts drafts, ChoicesQuery choices, SignedIn signedIn) {
        this.drafts = drafts;
        this.choices = choices;
        this.signedIn = signedIn;
    }

    @GetMapping
    String form(Model model) {
        List<CodeAndName> regions = regions(signedIn.colleague());
        return showNew("", regions.size() == 1 ? regions.getFirst().code() : "", Map.of(), model);
    }

    @TakenBack("Nothing is launched yet. You can delete the draft on the page that checks your answers.")
    @PostMapping
    String begin(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String regionCode,
            Model model,
            HttpServletResponse response) {
        Colleague colleague = signedIn.colleague();
        regions(colleague);
        if (regionCode.isBlank())
            return refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    showNew(name, regionCode, Map.of("region", "Choose the region"), model),
                    response);
        try {
            return "redirect:/consultations/launch/%d/scope".formatted(drafts.begin(name, regionCode, colleague));
        } catch (BreaksRules wrong) {
            return refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    showNew(name, regionCode, wrong.problems("name"), model),
                    response);
        } catch (Taken taken) {
            return refused(HttpStatus.CONFLICT, showNew(name, regionCode, taken.problems("name"), model), response);
        }
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template() {
        return new SpreadsheetFile(MembersFile.LAYOUT.stream().map(Column::name).toList()).named("members.csv");
    }

    @GetMapping("/{id}/name")
    String name(@PathVariable long id, Model model) {
        Draft draft = drafts.get(id, signedIn.colleague());
        return showName(draft, draft.name(), Map.of(), model);
    }

    @TakenBack("You can change the name on the same page until it is launched.")
    @PostMapping("/{id}/name")
    String rename(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response) {
        Colleague colleague = signedIn.colleague();
        Draft draft = drafts.get(id, colleague);
        try {
            drafts.name(id, name, colleague);
            return "redirect:/consultations/launch/%d/check".formatted(id);
        } catch (BreaksRules wrong) {
            return refused(
                    HttpStatus.UNPROCESSABLE_ENTITY, showName(draft, name, wrong.problems("name"), model), response);
        } catch (Taken taken) {
            return refused(HttpStatus.CONFLICT, showName(draft, name, taken.problems("name"), model), response);
        }
    }

    private static String refused(HttpStatus status, String view, HttpServletResponse response) {
        response.setStatus(status.value());
        return view;
    }

    private String showNew(String name, String regionCode, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        model.addAttribute("action", "/consultations/launch");
        model.addAttribute("name", name);
        model.addAttribute("regionCode", regionCode);
        model.addAttribute("regions", regions(colleague));
        model.addAttribute("drafts", drafts.of(colleague));
        model.addAttribute("problems", problems);
        return "consultation/launch-name";
    }

    private static String showName(Draft draft, String name, Map<String, String> problems, Model model) {
        model.addAttribute("action", "/consultations/launch/%d/name".formatted(draft.id()));
        model.addAttribute("name", name);
        model.addAttribute("regions", List.of());
        model.addAttribute("drafts", List.of());
        model.addAttribute("problems", problems);
        return "consultation/launch-name";
    }

    private List<CodeAndName> regions(Colleague colleague) {
        List<CodeAndName> regions = choices.regions().stream()
                .filter(region -> colleague.holds(Role.HR, region.code()))
                .toList();
        if (regions.isEmpty())
            throw new NotAllowedException("Only HR of a region can launch a consultation. You are signed in as %s."
                    .formatted(colleague.userName()));
        return regions;
    }
}
