package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Choice;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Offer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Refusal;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.preferencing.web.PlacesWanted.Sort;
import uk.gov.justice.probation.devolution.preferencing.web.PlacesWanted.Within;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.workforce.Travel;

/**
 * A person's own choices: what is open to them and how far it is, and their answer, which they can change until
 * closing. Their line manager and HR can see it.
 */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}/ranking")
class RankingPage {
    private final Cohorts cohorts;
    private final Offers offers;
    private final Answers answers;
    private final Rankings rankings;
    private final Rounds rounds;
    private final Travel travel;
    private final SignedIn signedIn;
    private final Clock clock;

    RankingPage(
            Cohorts cohorts,
            Offers offers,
            Answers answers,
            Rankings rankings,
            Rounds rounds,
            Travel travel,
            SignedIn signedIn,
            Clock clock) {
        this.cohorts = cohorts;
        this.offers = offers;
        this.answers = answers;
        this.rankings = rankings;
        this.rounds = rounds;
        this.travel = travel;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @ModelAttribute(name = "member", binding = false)
    Member member(@PathVariable long memberId) {
        Member member = cohorts.find(memberId)
                .orElseThrow(() -> Problem.notFound(
                        "There is no such person in a consultation. Start again from your consultation."));
        if (!cohorts.mayActFor(signedIn.colleague(), member)) {
            throw new NotAllowedException(
                    "Only the person, their line manager and HR of their region can see these choices. You are signed in as %s."
                            .formatted(signedIn.colleague().userName()));
        }
        return member;
    }

    @GetMapping
    String show(
            @ModelAttribute("member") Member member,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String sort,
            Model model) {
        Choice choice = choice(member);
        return page(
                choice,
                PlacesWanted.of(site, role, within, sort),
                RankingForm.of(answers.last(member.id()).orElse(null), choice.mostChoices()),
                Map.of(),
                model);
    }

    @TakenBack("You can answer again until closing: the last answer counts.")
    @PostMapping
    String answer(
            @ModelAttribute("member") Member member,
            @ModelAttribute RankingForm form,
            @RequestParam(defaultValue = "false") boolean more,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        if (!isOwn(member, colleague)) {
            throw new NotAllowedException(
                    "Only the person can answer here. After closing their line manager records it for them.");
        }
        if (more) {
            Choice choice = choice(member);
            return page(choice, PlacesWanted.ALL, form.more(choice.mostChoices()), Map.of(), model);
        }
        List<Refusal> refusals = rankings.recordOnPage(member.id(), form.ranking(), colleague);
        if (refusals.isEmpty()) {
            redirect.addFlashAttribute(
                    "notice",
                    "Your answer is saved. Its receipt is R%d on the page My consultation. You can change your answer until closing: the last one counts."
                            .formatted(answers.last(member.id()).orElseThrow().id()));
            return "redirect:/people/" + member.id() + "/ranking";
        }
        Map<String, String> problems = new LinkedHashMap<>();
        refusals.forEach(refusal -> problems.putIfAbsent(refusal.field(), refusal.sentence()));
        return refused(member, form, problems, model, response);
    }

    @TakenBack("You can change it at any time: the last one counts.")
    @PostMapping("/home")
    String home(
            @ModelAttribute("member") Member member,
            @RequestParam(defaultValue = "") String district,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Choice choice = choice(member);
        try {
            travel.stateHome(choice.person(), district, signedIn.colleague());
        } catch (BreaksRules e) {
            model.addAttribute("district", district);
            RankingForm form = RankingForm.of(answers.last(member.id()).orElse(null), choice.mostChoices());
            return refused(member, form, e.problems("district"), model, response);
        }
        redirect.addFlashAttribute("notice", "Thank you. The journeys below are from there.");
        return "redirect:/people/" + member.id() + "/ranking";
    }

    private String refused(
            Member member, RankingForm form, Map<String, String> problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Choice choice = choice(member);
        return page(choice, PlacesWanted.ALL, form.again(choice.mostChoices()), problems, model);
    }

    private Choice choice(Member member) {
        return offers.to(member.id());
    }

    private String page(
            Choice choice, PlacesWanted wanted, RankingForm form, Map<String, String> problems, Model model) {
        Member member = choice.member();
        Round round = rounds.find(member.consultationId()).orElse(null);
        Instant closesAt = round == null ? null : rounds.closesFor(member.id());
        List<Answer> given = answers.of(member.id());
        model.addAttribute("choice", choice);
        model.addAttribute("wanted", wanted);
        model.addAttribute("places", wanted.of(choice));
        model.addAttribute("offered", OfferedPlaces.to(choice));
        model.addAttribute("sites", named(choice, Option::siteCode, Option::siteName));
        model.addAttribute("roles", named(choice, Option::roleCode, Option::roleName));
        model.addAttribute("everyWithin", Within.values());
        model.addAttribute("everySort", Sort.values());
        model.addAttribute("round", round);
        model.addAttribute("closesAt", closesAt);
        model.addAttribute(
                "open",
                round != null && round.closedAt() == null && closesAt.isAfter(clock.instant()) && member.active());
        model.addAttribute("own", isOwn(member, signedIn.colleague()));
        model.addAttribute("recordable", rankings.mayRecordForPerson(choice, signedIn.colleague()));
        model.addAttribute("form", form);
        model.addAttribute("given", given);
        model.addAttribute("problems", problems);
        model.addAttribute("home", travel.homeDistrict(choice.person()).orElse(null));
        return "preferencing/ranking";
    }

    /** What is offered, by code; ordered by name. */
    private static Map<String, String> named(
            Choice choice, Function<Option, String> code, Function<Option, String> name) {
        return choice.offers().stream()
                .map(Offer::option)
                .sorted(Comparator.comparing(name))
                .collect(Collectors.toMap(code, name, (one, same) -> one, LinkedHashMap::new));
    }

    private static boolean isOwn(Member member, Colleague colleague) {
        return colleague.userName().equals(member.staffNumber());
    }
}
