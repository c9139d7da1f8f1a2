package uk.gov.justice.probation.devolution.preferencing.web;

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
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.Outcomes;
import uk.gov.justice.probation.devolution.preferencing.Outcomes.PersonOutcome;
import uk.gov.justice.probation.devolution.preferencing.appeal.LodgingAppeals;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;

/** Lets a person appeal against their outcome. Nobody can do it for them. */
@Allows(of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}/appeal")
class AppealPage {
    private final LodgingAppeals lodging;
    private final Outcomes outcomes;
    private final Cohorts cohorts;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    AppealPage(LodgingAppeals lodging, Outcomes outcomes, Cohorts cohorts, OnceMore onceMore, SignedIn signedIn) {
        this.lodging = lodging;
        this.outcomes = outcomes;
        this.cohorts = cohorts;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @ModelAttribute(name = "outcome", binding = false)
    PersonOutcome outcome(@PathVariable long memberId) {
        Member member = cohorts.find(memberId)
                .orElseThrow(() -> Problem.notFound(
                        "There is no person with the number %d in a consultation.".formatted(memberId)));
        PersonOutcome outcome = outcomes.of(member, signedIn.colleague());
        if (!outcome.own())
            throw new NotAllowedException(
                    "Only the person themself can appeal against their outcome. You are signed in as %s."
                            .formatted(signedIn.colleague().userName()));
        return outcome;
    }

    @GetMapping
    String form(Model model) {
        return show("", Map.of(), model);
    }

    @AskedOnceMore("An appeal that is lodged cannot be changed or withdrawn here.")
    @PostMapping
    String lodge(
            @PathVariable long memberId,
            @ModelAttribute("outcome") PersonOutcome outcome,
            @RequestParam(defaultValue = "") String grounds,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            return onceMore.ask(
                    () -> lodging.lodge(memberId, grounds, signedIn.colleague()),
                    appeal -> check(outcome, grounds.strip()),
                    appeal -> {
                        redirect.addFlashAttribute(
                                "notice", "Your appeal is lodged. Its number is %d.".formatted(appeal));
                        return "redirect:/appeals/" + appeal;
                    },
                    model);
        } catch (BreaksRules | NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(grounds, refused.problems("grounds"), model);
        }
    }

    private static Check check(PersonOutcome outcome, String grounds) {
        return Check.before("Lodge your appeal?", "Lodge the appeal", "/people/%d/appeal".formatted(outcome.memberId()))
                .fact("Consultation", outcome.consultation().title())
                .fact(
                        "The place you appeal against",
                        outcome.place() == null
                                ? "You have none"
                                : outcome.place().name())
                .fact("Why you appeal", grounds)
                .then(
                        outcome.appeal().late()
                                ? "The time to appeal has passed. The chair of the appeal panel first decides whether your appeal is admitted."
                                : "Your appeal is in time and is reviewed.")
                .then(
                        "The people who decide your appeal can read what you wrote. You cannot change it later. You can have one appeal at a time.")
                .then("Its page shows its progress, and you will be told the decision.");
    }

    private static String show(String grounds, Map<String, String> problems, Model model) {
        model.addAttribute("grounds", grounds);
        model.addAttribute("atMost", LodgingAppeals.GROUNDS_AT_MOST);
        model.addAttribute("problems", problems);
        return "preferencing/lodge";
    }
}
