package uk.gov.justice.probation.devolution.preferencing.web;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.ranking.ClosingEarly;
import uk.gov.justice.probation.devolution.preferencing.ranking.ClosingEarly.Closed;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.Dates;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;

/** HR of the region closes the ranking of places before its last day, once everybody has answered. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/close-early")
class ClosingEarlyPage {
    private final ClosingEarly closing;
    private final Consultations consultations;
    private final Dates dates;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    ClosingEarlyPage(
            ClosingEarly closing, Consultations consultations, Dates dates, OnceMore onceMore, SignedIn signedIn) {
        this.closing = closing;
        this.consultations = consultations;
        this.dates = dates;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String form(@PathVariable long id, Model model) {
        return show(forHr(id), Map.of(), model);
    }

    @AskedOnceMore("A closed ranking cannot be opened again.")
    @PostMapping
    String close(@PathVariable long id, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Facts consultation = forHr(id);
        try {
            return onceMore.ask(
                    () -> closing.close(id, signedIn.colleague()),
                    this::check,
                    closed -> {
                        redirect.addFlashAttribute("notice", "The ranking is closed. The places are shared out now.");
                        return "redirect:/consultations/" + id;
                    },
                    model);
        } catch (NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(consultation, Map.of("close", refused.getMessage()), model);
        }
    }

    private Check check(Closed closed) {
        Facts consultation = closed.consultation();
        return Check.before(
                        "Close the ranking of '%s' now?".formatted(consultation.title()),
                        "Close the ranking",
                        "/consultations/%d/close-early".formatted(consultation.id()))
                .fact("People who take part, all of whom have answered", closed.people())
                .fact("It would have closed on", dates.moment(closed.until()))
                .then("Nobody can change their answer after that. Everybody is told.")
                .then("The places are shared out at once, and the panel gets its task.");
    }

    private Facts forHr(long id) {
        Facts consultation = consultations
                .find(id)
                .orElseThrow(() -> Problem.notFound("There is no consultation with the number %d.".formatted(id)));
        signedIn.colleague().mustHold(HR, consultation.regionCode(), "close the ranking of places");
        return consultation;
    }

    private static String show(Facts consultation, Map<String, String> problems, Model model) {
        model.addAttribute("consultation", consultation);
        model.addAttribute("problems", problems);
        return "preferencing/close-early";
    }
}
