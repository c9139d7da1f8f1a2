package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import jakarta.servlet.http.HttpServletResponse;
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
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Choice;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Refusal;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings.Contact;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * What a line manager, or HR for them, records of somebody who has not answered: the places they would take, as many as
 * they could name themselves, or that they cannot be reached. The task in Tasklist is closed.
 */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}/ranking/for-person")
class RankingForPersonPage {
    private static final String OWN =
            "Here your line manager records the places that you would take if you do not answer. You answer on your own page.";

    /**
     * How somebody was contacted.
     *
     * @param reached null if nothing is chosen
     */
    record ContactForm(Boolean reached, DayEntered contactedOn) {
        ContactForm {
            contactedOn = contactedOn == null ? DayEntered.NOTHING : contactedOn;
        }

        private Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            if (reached == null)
                problems.put("reached-true", "Choose whether they told you what they would take, or cannot be reached");
            if (!contactedOn.isEmpty() && contactedOn.date() == null)
                problems.put("contacted-on-day", DayEntered.UNREADABLE);
            return problems;
        }
    }

    private final Cohorts cohorts;
    private final Offers offers;
    private final Rankings rankings;
    private final Answers answers;
    private final SignedIn signedIn;

    RankingForPersonPage(Cohorts cohorts, Offers offers, Rankings rankings, Answers answers, SignedIn signedIn) {
        this.cohorts = cohorts;
        this.offers = offers;
        this.rankings = rankings;
        this.answers = answers;
        this.signedIn = signedIn;
    }

    @GetMapping
    String form(@PathVariable long memberId, Model model) {
        Choice choice = choice(memberId);
        RankingForm recorded = RankingForm.of(answers.last(memberId).orElse(null), choice.mostChoices());
        return page(choice, new ContactForm(null, null), recorded, Map.of(), model);
    }

    @TakenBack("You can record it again until the places are shared out: the last record counts.")
    @PostMapping
    String record(
            @PathVariable long memberId,
            @ModelAttribute("contact") ContactForm contact,
            @ModelAttribute("form") RankingForm form,
            @RequestParam(defaultValue = "false") boolean more,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Choice choice = choice(memberId);
        if (isOwn(choice)) throw notTheirs();
        if (more) return page(choice, contact, form.more(choice.mostChoices()), Map.of(), model);
        Map<String, String> problems = contact.problems();
        if (problems.isEmpty()) problems = recorded(memberId, contact, form);
        if (problems.isEmpty()) {
            redirect.addFlashAttribute("notice", "It is recorded, and the task is closed.");
            return "redirect:/people/%d/ranking".formatted(memberId);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(choice, contact, form.again(choice.mostChoices()), problems, model);
    }

    /** @return what is wrong, by field; empty if it is recorded */
    private Map<String, String> recorded(long memberId, ContactForm contact, RankingForm form) {
        Map<String, String> problems = new LinkedHashMap<>();
        try {
            List<Refusal> refusals = rankings.recordForPersonOnPage(
                    memberId,
                    new Contact(contact.reached(), contact.contactedOn().date(), form.ranking()),
                    signedIn.colleague());
            refusals.forEach(refusal -> problems.putIfAbsent(
                    refusal.field().equals("contactedOn") ? "contacted-on-day" : refusal.field(), refusal.sentence()));
        } catch (NotPossibleNow over) {
            problems.put("reached-true", over.getMessage());
        }
        return problems;
    }

    /** What the person can choose from, for the person too. */
    private Choice choice(long memberId) {
        Member member = cohorts.find(memberId)
                .orElseThrow(() -> Problem.notFound(
                        "There is no such person in a consultation. Start again from your consultation."));
        if (!cohorts.mayActFor(signedIn.colleague(), member)) throw notTheirs();
        return offers.to(memberId);
    }

    private NotAllowedException notTheirs() {
        return new NotAllowedException(
                "Only the person's line manager or HR of their region can record what they would take. You are signed in as %s."
                        .formatted(signedIn.colleague().userName()));
    }

    private boolean isOwn(Choice choice) {
        return signedIn.colleague().userName().equals(choice.person().userName());
    }

    private String page(
            Choice choice, ContactForm contact, RankingForm form, Map<String, String> problems, Model model) {
        model.addAttribute("choice", choice);
        model.addAttribute("offered", OfferedPlaces.to(choice));
        model.addAttribute(
                "whyNot", isOwn(choice) ? OWN : rankings.whyNotForPerson(choice).orElse(null));
        model.addAttribute("contact", contact);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "preferencing/ranking-for-person";
    }
}
