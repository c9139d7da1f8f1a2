package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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
import org.springframework.web.util.UriComponentsBuilder;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.cohort.ChangingCohorts;
import uk.gov.justice.probation.devolution.consultation.following.PeopleQuery;
import uk.gov.justice.probation.devolution.consultation.following.PeopleQuery.Participant;
import uk.gov.justice.probation.devolution.consultation.following.PeopleWanted;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * Lets HR of the region find who takes part, see how far each has come, and add people. What is wanted stands in the
 * address, so that it can be sent to a colleague.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/people")
class PeoplePage {
    private static final int PAGE_SIZE = 50;

    private final ConsultationOverview overview;
    private final PeopleQuery people;
    private final ChangingCohorts changing;
    private final ConsultationLookup lookup;
    private final SignedIn signedIn;

    PeoplePage(
            ConsultationOverview overview,
            PeopleQuery people,
            ChangingCohorts changing,
            ConsultationLookup lookup,
            SignedIn signedIn) {
        this.overview = overview;
        this.people = people;
        this.changing = changing;
        this.lookup = lookup;
        this.signedIn = signedIn;
    }

    @GetMapping
    String all(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        PeopleWanted wanted = new PeopleWanted(q, PeopleWanted.Show.of(show), team, PeopleWanted.Order.of(order));
        return show(forHr(id), wanted, page, "", Map.of(), model);
    }

    @TakenBack("You can remove the person again on their page.")
    @PostMapping("/join")
    String join(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String staffNumber,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Facts consultation = forHr(id);
        String number = staffNumber.strip().toUpperCase(Locale.ROOT);
        String problem;
        if (number.isEmpty()) problem = "Enter a staff number";
        else {
            try {
                changing.join(id, number, signedIn.colleague());
                redirect.addFlashAttribute("notice", "One more person takes part.");
                return "redirect:/consultations/%d/people".formatted(id);
            } catch (NotPossibleNow refused) {
                problem = refused.getMessage();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(consultation, PeopleWanted.ALL, 1, number, Map.of("staff-number", problem), model);
    }

    private Facts forHr(long id) {
        return lookup.forHr(id, signedIn.colleague(), "see and change who takes part in this consultation");
    }

    private String show(
            Facts consultation,
            PeopleWanted wanted,
            int number,
            String entered,
            Map<String, String> problems,
            Model model) {
        PageAsked asked = new PageAsked(number, PAGE_SIZE);
        PeopleQuery.Page page = people.page(consultation.id(), wanted, PAGE_SIZE, asked.before());
        model.addAttribute("consultation", consultation);
        model.addAttribute("wanted", wanted);
        model.addAttribute(WholeList.ATTRIBUTE, whole(consultation.id(), wanted));
        model.addAttribute("shows", PeopleWanted.Show.values());
        model.addAttribute("orders", PeopleWanted.Order.values());
        model.addAttribute("teams", people.teams(consultation.id()));
        model.addAttribute("page", page);
        model.addAttribute("first", asked.before() + 1);
        model.addAttribute("number", asked.number());
        model.addAttribute("of", asked.of(page.all()));
        model.addAttribute("address", address(consultation.id(), wanted));
        model.addAttribute("awayTooLong", people.awayTooLong(consultation.id()));
        model.addAttribute("people", overview.people(consultation.id()));
        model.addAttribute("entered", entered);
        model.addAttribute("problems", problems);
        return "consultation/people";
    }

    private WholeList<Participant> whole(long id, PeopleWanted wanted) {
        return WholeList.of(
                        "people",
                        (atMost, before) ->
                                people.page(id, wanted, atMost, before).people())
                .column("Person", Participant::name)
                .column("Line manager", Participant::manager)
                .column("Team", Participant::team)
                .column("One-to-one", person -> person.left() ? "Has left" : person.oneToOneLabel())
                .column("Due", Participant::oneToOneDue)
                .column("Held on", Participant::metOn)
                .column("Places", person -> person.ranked() ? "Ranked" : "Not ranked")
                .column("Dates of their own until", Participant::extendedTo);
    }

    /** Where the same is wanted again; what is wanted in any case is left out. */
    private static String address(long id, PeopleWanted wanted) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/consultations/%d/people".formatted(id));
        add(address, "q", wanted.text());
        if (wanted.show() != PeopleWanted.Show.ALL)
            add(address, "show", wanted.show().word());
        add(address, "team", wanted.team());
        if (wanted.order() != PeopleWanted.Order.URGENT)
            add(address, "order", wanted.order().word());
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }
}
