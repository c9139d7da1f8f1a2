package uk.gov.justice.probation.devolution.consultation.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.RuledOutPlaces;
import uk.gov.justice.probation.devolution.consultation.following.Steps;
import uk.gov.justice.probation.devolution.consultation.outcome.ClosingConsultations;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.WholeList;
import uk.gov.justice.probation.devolution.workforce.Vacancies;

/**
 * The consultations, and the page of each: its steps with their dates, what waits for whom, and what it is about. What
 * a union said is for HR, the director and that union; the proposals and the response are for everybody concerned.
 */
@Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
@Controller
class ConsultationPages {
    private final Consultations consultations;
    private final ConsultationOverview overview;
    private final ClosingConsultations closing;
    private final Steps steps;
    private final Vacancies vacancies;
    private final ConsultationLookup lookup;
    private final ObjectProvider<RuledOutPlaces> ruledOut;
    private final SignedIn signedIn;

    ConsultationPages(
            Consultations consultations,
            ConsultationOverview overview,
            ClosingConsultations closing,
            Steps steps,
            Vacancies vacancies,
            ConsultationLookup lookup,
            ObjectProvider<RuledOutPlaces> ruledOut,
            SignedIn signedIn) {
        this.consultations = consultations;
        this.overview = overview;
        this.closing = closing;
        this.steps = steps;
        this.vacancies = vacancies;
        this.lookup = lookup;
        this.ruledOut = ruledOut;
        this.signedIn = signedIn;
    }

    @GetMapping("/consultations")
    String all(Model model) {
        Colleague colleague = signedIn.colleague();
        if (colleague.groups().isEmpty()) return "redirect:/my";
        List<Facts> all = consultations.all();
        Map<Long, Integer> people = overview.activePeople();
        model.addAttribute("consultations", all);
        model.addAttribute(
                "people",
                all.stream().collect(Collectors.toMap(Facts::id, facts -> people.getOrDefault(facts.id(), 0))));
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("consultations", all)
                        .column("Consultation", Facts::title)
                        .column("Region", Facts::regionName)
                        .column("Where it stands", facts -> facts.state().label())
                        .column("People", facts -> people.getOrDefault(facts.id(), 0))
                        .column("Launched", Facts::launchedAt));
        model.addAttribute("launches", colleague.holdsSomewhere(Role.HR));
        return "consultation/all";
    }

    @GetMapping("/consultations/{id}")
    String one(@PathVariable long id, Model model) {
        Colleague colleague = signedIn.colleague();
        Facts facts = lookup.consultation(id, colleague);
        model.addAttribute("consultation", facts);
        model.addAttribute("proposals", overview.proposals(id));
        model.addAttribute("unions", overview.unions(id));
        model.addAttribute("events", overview.events(id));
        model.addAttribute("people", overview.people(id));
        model.addAttribute("waiting", colleague.groups().isEmpty() ? List.of() : overview.waiting(id));
        model.addAttribute("report", closing.report(id).orElse(null));
        model.addAttribute("steps", steps.of(facts));
        model.addAttribute("cancelled", overview.cancelled(id).orElse(null));
        model.addAttribute("readsUnions", readsUnions(colleague, facts));
        model.addAttribute("readsResponses", holdsOneOf(colleague, facts, Role.HR, Role.RPD));
        model.addAttribute("reader", colleague);
        boolean hr = colleague.holds(Role.HR, facts.regionCode());
        model.addAttribute("hr", hr);
        model.addAttribute("ruledOut", hr ? ruledOut(id) : List.of());
        model.addAttribute(
                "noVacancies",
                facts.state().compareTo(ConsultationState.PREFERENCES) < 0
                        && vacancies.of(facts.regionCode()).isEmpty());
        model.addAttribute("role", !colleague.groups().isEmpty());
        return "consultation/consultation";
    }

    private List<RuledOutPlaces.Holder> ruledOut(long id) {
        return ruledOut.stream().flatMap(places -> places.holders(id).stream()).toList();
    }

    private static boolean readsUnions(Colleague colleague, Facts facts) {
        return colleague.is(Role.TU) || holdsOneOf(colleague, facts, Role.HR, Role.RPD);
    }

    private static boolean holdsOneOf(Colleague colleague, Facts facts, Role... roles) {
        return Stream.of(roles).anyMatch(role -> colleague.holds(role, facts.regionCode()));
    }
}
