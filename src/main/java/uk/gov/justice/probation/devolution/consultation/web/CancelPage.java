package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.launch.CancellingConsultations;
import uk.gov.justice.probation.devolution.consultation.launch.CancellingConsultations.Cancelled;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;

/** HR of the region cancels a consultation before the unions are told of it. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/cancel")
class CancelPage {
    private final CancellingConsultations cancelling;
    private final ConsultationLookup lookup;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    CancelPage(CancellingConsultations cancelling, ConsultationLookup lookup, OnceMore onceMore, SignedIn signedIn) {
        this.cancelling = cancelling;
        this.lookup = lookup;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String form(@PathVariable long id, Model model) {
        return show(forHr(id), "", Map.of(), model);
    }

    @AskedOnceMore("A cancelled consultation cannot be resumed. You can launch it again under another name.")
    @PostMapping
    String cancel(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Facts consultation = forHr(id);
        try {
            return onceMore.ask(
                    () -> cancelling.cancel(id, reason.strip(), signedIn.colleague()),
                    cancelled -> check(id, cancelled, reason.strip()),
                    cancelled -> {
                        redirect.addFlashAttribute("notice", "The consultation is cancelled.");
                        return "redirect:/consultations/" + id;
                    },
                    model);
        } catch (BreaksRules | NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(consultation, reason, Map.of("reason", refused.getMessage()), model);
        }
    }

    private static Check check(long id, Cancelled cancelled, String reason) {
        return Check.before(
                        "Cancel '%s'?".formatted(cancelled.title()), "Cancel the consultation", "/consultations/" + id)
                .fact("Region", cancelled.regionName())
                .fact("People who take part", cancelled.people())
                .fact("Why", reason)
                .then("%s can take part in another consultation at once."
                        .formatted(cancelled.people() == 1 ? "1 person" : "%d people".formatted(cancelled.people())))
                .then("Its open tasks are removed, its process ends, and no union is asked.")
                .then("%d task groups and people that know about it are told, and can read the reason."
                        .formatted(cancelled.told()));
    }

    private Facts forHr(long id) {
        return lookup.forHr(id, signedIn.colleague(), "cancel this consultation");
    }

    private static String show(Facts consultation, String reason, Map<String, String> problems, Model model) {
        model.addAttribute("consultation", consultation);
        model.addAttribute("reason", reason);
        model.addAttribute("longest", CancellingConsultations.LONGEST_REASON);
        model.addAttribute("problems", problems);
        return "consultation/cancel";
    }
}
