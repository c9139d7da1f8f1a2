package uk.gov.justice.probation.devolution.handover.web;

import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

import jakarta.servlet.http.HttpServletResponse;
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
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.TakingBackGo;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * The page on which a decision to go is taken back until its day begins. It says in numbers and words what that does,
 * and asks for a reason.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, HEAD_OF_OPERATIONS, RPD},
        of = Of.REGION)
@Controller
@RequestMapping("/handovers/{id}/take-back")
class TakeBackPage {
    private final HandoverOverview overview;
    private final TakingBackGo takingBack;
    private final SignedIn signedIn;

    TakeBackPage(HandoverOverview overview, TakingBackGo takingBack, SignedIn signedIn) {
        this.overview = overview;
        this.takingBack = takingBack;
        this.signedIn = signedIn;
    }

    @ModelAttribute(name = "handover", binding = false)
    HandoverReport handover(@PathVariable long id) {
        return AskedHandover.of(id, overview);
    }

    @GetMapping
    String ask(@ModelAttribute("handover") HandoverReport handover, Model model) {
        Colleague colleague = signedIn.colleague();
        if (!takingBack.isFor(colleague, handover.region().code())) {
            throw new NotAllowedException(
                    "Only the head of operations and the Regional Probation Director of %s can take back the decision on %s. You are signed in as %s."
                            .formatted(handover.region().name(), handover.planRowId(), colleague.userName()));
        }
        return show(handover, "", Map.of(), model);
    }

    @TakenBack("You can decide to go again: the task comes to Tasklist at once.")
    @PostMapping
    String takeBack(
            @ModelAttribute("handover") HandoverReport handover,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            takingBack.takeBack(handover.id(), reason, signedIn.colleague());
        } catch (BreaksRules | NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(handover, reason, refused.problems("reason"), model);
        }
        redirect.addFlashAttribute(
                "notice",
                "The decision to go is taken back. The decision comes to Tasklist again, and both units have been told.");
        return "redirect:/handovers/" + handover.id();
    }

    private String show(HandoverReport handover, String reason, Map<String, String> problems, Model model) {
        String whyNot = takingBack.whyNot(handover.id()).orElse(null);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", whyNot == null ? problems : Map.of());
        model.addAttribute("whyNot", whyNot);
        return "handover/take-back";
    }
}
