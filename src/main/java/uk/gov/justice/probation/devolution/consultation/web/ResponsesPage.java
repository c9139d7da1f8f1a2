package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview.UnionStanding;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.following.Chasing;
import uk.gov.justice.probation.devolution.consultation.following.Chasing.Chase;
import uk.gov.justice.probation.devolution.consultation.following.Progress;
import uk.gov.justice.probation.devolution.consultation.following.ResponsesQuery;
import uk.gov.justice.probation.devolution.consultation.following.ResponsesQuery.Rate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;

/** Who has answered, by union, team and line manager; HR reminds everybody who has not, in one step. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR, RPD},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/responses")
class ResponsesPage {
    private final ResponsesQuery responses;
    private final ConsultationOverview overview;
    private final Chasing chasing;
    private final ConsultationLookup lookup;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    ResponsesPage(
            ResponsesQuery responses,
            ConsultationOverview overview,
            Chasing chasing,
            ConsultationLookup lookup,
            OnceMore onceMore,
            SignedIn signedIn) {
        this.responses = responses;
        this.overview = overview;
        this.chasing = chasing;
        this.lookup = lookup;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String all(@PathVariable long id, Model model) {
        Colleague colleague = signedIn.colleague();
        Facts consultation = lookup.consultation(id, colleague);
        if (!colleague.holds(Role.HR, consultation.regionCode()))
            colleague.mustHold(Role.RPD, consultation.regionCode(), "see who has answered in this consultation");
        List<UnionStanding> unions = overview.unions(id);
        Rate everybody = responses.all(id);
        model.addAttribute("consultation", consultation);
        model.addAttribute("unions", unions);
        model.addAttribute("unionsCloseOn", overview.proposals(id).unionClosesOn());
        model.addAttribute(
                "heard",
                new Progress(
                        (int) unions.stream()
                                .filter(union -> !union.isMissing())
                                .count(),
                        unions.size()));
        model.addAttribute("everybody", everybody);
        model.addAttribute("teams", responses.byTeam(id));
        model.addAttribute("managers", responses.byManager(id));
        model.addAttribute("ranking", isRanked(consultation));
        model.addAttribute("chase", chasing.look(consultation));
        model.addAttribute("hr", colleague.holds(Role.HR, consultation.regionCode()));
        model.addAttribute(
                "closesEarly",
                consultation.state() == ConsultationState.PREFERENCES
                        && everybody.ranking().isComplete());
        return "consultation/responses";
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, HR},
            of = Of.REGION)
    @AskedOnceMore("A message that has gone out cannot be taken back. Nobody is reminded again on the same day.")
    @PostMapping("/chase")
    String chase(@PathVariable long id, Model model, RedirectAttributes redirect) {
        Facts consultation = lookup.forHr(id, signedIn.colleague(), "remind those who have not answered");
        String page = "/consultations/%d/responses".formatted(id);
        try {
            return onceMore.ask(
                    () -> chasing.chase(id, signedIn.colleague()),
                    chase -> check(consultation, chase, page),
                    chase -> {
                        redirect.addFlashAttribute("notice", "Reminded: %s.".formatted(chase.inWords()));
                        return "redirect:" + page;
                    },
                    model);
        } catch (NotPossibleNow nobody) {
            redirect.addFlashAttribute("notChased", nobody.getMessage());
            return "redirect:" + page;
        }
    }

    private static Check check(Facts consultation, Chase chase, String page) {
        return Check.before("Remind %s?".formatted(chase.inWords()), "Send the reminders", page)
                .fact("Consultation", consultation.title())
                .fact("What waits", consultation.state().label())
                .fact("Reminded now", chase.inWords())
                .fact("Left out, because they were reminded today", chase.toldToday())
                .then("Each gets one message now that says what to do and by when.");
    }

    private static boolean isRanked(Facts consultation) {
        return consultation.isIndividual() && consultation.state().compareTo(ConsultationState.PREFERENCES) >= 0;
    }
}
