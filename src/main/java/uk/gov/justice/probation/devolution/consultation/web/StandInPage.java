package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.onetoone.NamingStandIns;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * The line manager, or HR of the region, names somebody to hold one person's one-to-one in the line manager's place.
 */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}/one-to-one/stand-in")
class StandInPage {
    private final NamingStandIns naming;
    private final TeamOverview team;
    private final StaffDirectory staff;
    private final ConsultationLookup lookup;
    private final SignedIn signedIn;

    StandInPage(
            NamingStandIns naming,
            TeamOverview team,
            StaffDirectory staff,
            ConsultationLookup lookup,
            SignedIn signedIn) {
        this.naming = naming;
        this.team = team;
        this.staff = staff;
        this.lookup = lookup;
        this.signedIn = signedIn;
    }

    @GetMapping
    String form(@PathVariable long memberId, Model model) {
        return show(lookup.person(memberId, signedIn.colleague()), "", false, Map.of(), model);
    }

    @TakenBack("Name somebody else, or nobody any more: the last choice holds until the one-to-one is recorded.")
    @PostMapping
    String name(
            @PathVariable long memberId,
            @RequestParam(defaultValue = "") String standIn,
            @RequestParam(defaultValue = "false") boolean everybody,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Member member = lookup.person(memberId, signedIn.colleague());
        try {
            naming.name(everybody ? team.toBeMetWith(memberId) : List.of(memberId), standIn, signedIn.colleague());
        } catch (BreaksRules | NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(member, standIn, everybody, ((Refusal) refused).problems("standIn"), model);
        }
        redirect.addFlashAttribute(
                "notice",
                standIn.isEmpty()
                        ? "Nobody stands in any more. Everybody concerned is told."
                        : "It is saved who stands in. Everybody concerned is told.");
        return "redirect:/people/%d/one-to-one".formatted(memberId);
    }

    private String show(Member member, String chosen, boolean everybody, Map<String, String> problems, Model model) {
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        model.addAttribute("member", member);
        model.addAttribute("consultation", lookup.consultationOf(member));
        model.addAttribute("person", person);
        model.addAttribute("standing", team.standing(member.id()));
        model.addAttribute("candidates", naming.candidates(person));
        model.addAttribute("chosen", chosen);
        model.addAttribute("everybody", everybody);
        model.addAttribute("others", team.toBeMetWith(member.id()).size() - 1);
        model.addAttribute("self", signedIn.colleague().userName().equals(person.userName()));
        model.addAttribute("meets", team.meetsAnybody(signedIn.colleague()));
        model.addAttribute("problems", problems);
        return "consultation/stand-in";
    }
}
