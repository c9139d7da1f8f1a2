package uk.gov.justice.probation.devolution.consultation.web;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.onetoone.NamingStandIns;
import uk.gov.justice.probation.devolution.consultation.onetoone.NamingStandIns.StandIn;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * The line manager, or HR of the region, names somebody to hold one person's one-to-one in the line manager's place,
 * from a day to a day or until it is recorded. They can end it, and so can whoever stands in.
 */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}/one-to-one/stand-in")
class StandInPage {
    private static final Map<String, String> FIELDS = Map.of("from", "from-day", "until", "until-day");

    /** @param standIn a staff number; empty for nobody */
    record StandInForm(String standIn, DayEntered from, DayEntered until, Boolean everybody) {
        private static final StandInForm EMPTY = new StandInForm(null, null, null, null);

        StandInForm {
            standIn = standIn == null ? "" : standIn;
            from = from == null ? DayEntered.NOTHING : from;
            until = until == null ? DayEntered.NOTHING : until;
            everybody = everybody != null && everybody;
        }

        private Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            if (!from.isEmpty() && from.date() == null) problems.put("from-day", DayEntered.UNREADABLE);
            if (!until.isEmpty() && until.date() == null) problems.put("until-day", DayEntered.UNREADABLE);
            return problems;
        }

        private StandIn named() {
            return new StandIn(standIn, from.date(), until.date());
        }
    }

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
        return show(lookup.toMeet(memberId, signedIn.colleague()), StandInForm.EMPTY, Map.of(), model);
    }

    @TakenBack("You can name somebody else, or nobody, until the one-to-one is recorded. The last choice counts.")
    @PostMapping
    String name(
            @PathVariable long memberId,
            @ModelAttribute StandInForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Member member = lookup.toMeet(memberId, signedIn.colleague());
        Map<String, String> problems = form.problems();
        if (problems.isEmpty()) problems = named(memberId, form);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(member, form, problems, model);
        }
        redirect.addFlashAttribute(
                "notice",
                form.standIn().isEmpty()
                        ? "There is no stand-in now. Everybody concerned is told."
                        : "The stand-in is saved. Everybody concerned is told.");
        return lookup.mayMeet(member, signedIn.colleague())
                ? "redirect:/people/%d/one-to-one".formatted(memberId)
                : "redirect:/my-team";
    }

    /** @return what is wrong, by field; empty if it is saved */
    private Map<String, String> named(long memberId, StandInForm form) {
        try {
            naming.name(
                    form.everybody() ? team.toBeMetWith(memberId) : List.of(memberId),
                    form.named(),
                    signedIn.colleague());
            return Map.of();
        } catch (BreaksRules | NotPossibleNow refused) {
            Map<String, String> problems = new LinkedHashMap<>();
            ((Refusal) refused)
                    .problems("standIn")
                    .forEach((field, why) -> problems.put(FIELDS.getOrDefault(field, field), why));
            return problems;
        }
    }

    private String show(Member member, StandInForm form, Map<String, String> problems, Model model) {
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        model.addAttribute("member", member);
        model.addAttribute("consultation", lookup.consultationOf(member));
        model.addAttribute("person", person);
        model.addAttribute("standing", team.standing(member.id()));
        model.addAttribute("candidates", naming.candidates(person));
        model.addAttribute("form", form);
        model.addAttribute("names", lookup.mayName(member, signedIn.colleague()));
        model.addAttribute("others", team.toBeMetWith(member.id()).size() - 1);
        model.addAttribute("self", signedIn.colleague().userName().equals(person.userName()));
        model.addAttribute("meets", team.meetsAnybody(signedIn.colleague()));
        model.addAttribute("problems", problems);
        return "consultation/stand-in";
    }
}
