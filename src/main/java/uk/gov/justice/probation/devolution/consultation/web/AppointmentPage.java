package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.util.LinkedHashMap;
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
import uk.gov.justice.probation.devolution.calendar.Hours;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.onetoone.ArrangingOneToOnes;
import uk.gov.justice.probation.devolution.consultation.onetoone.ArrangingOneToOnes.Arranged;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** When and where a one-to-one is: the line manager or HR arranges it, the person sees it. */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}/one-to-one/appointment")
class AppointmentPage {
    private static final Map<String, String> FIELDS =
            Map.of("on", "on-day", "from", "from", "until", "until", "place", "place");

    private final ArrangingOneToOnes arranging;
    private final Consultations consultations;
    private final StaffDirectory staff;
    private final ConsultationLookup lookup;
    private final SignedIn signedIn;

    AppointmentPage(
            ArrangingOneToOnes arranging,
            Consultations consultations,
            StaffDirectory staff,
            ConsultationLookup lookup,
            SignedIn signedIn) {
        this.arranging = arranging;
        this.consultations = consultations;
        this.staff = staff;
        this.lookup = lookup;
        this.signedIn = signedIn;
    }

    record AppointmentForm(DayEntered on, String from, String until, String place) {

        AppointmentForm {
            on = on == null ? DayEntered.NOTHING : on;
            from = from == null ? "" : from.strip();
            until = until == null ? "" : until.strip();
            place = place == null ? "" : place.strip();
        }

        private static AppointmentForm of(Arranged arranged) {
            if (arranged == null) return new AppointmentForm(null, null, null, null);
            return new AppointmentForm(
                    DayEntered.of(arranged.on()),
                    time(arranged.hours().from()),
                    time(arranged.hours().until()),
                    arranged.place());
        }

        private static String time(LocalTime time) {
            return time == null ? null : time.toString();
        }

        private boolean isUnreadable() {
            return !on.isEmpty() && on.date() == null;
        }
    }

    @GetMapping
    String form(@PathVariable long memberId, Model model) {
        Member member = lookup.toMeet(memberId, signedIn.colleague());
        return show(member, AppointmentForm.of(arranging.of(memberId).orElse(null)), Map.of(), model);
    }

    @TakenBack("You can change it again on the same page, or call it off. The person is told each time.")
    @PostMapping
    String arrange(
            @PathVariable long memberId,
            @ModelAttribute AppointmentForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Member member = lookup.toMeet(memberId, signedIn.colleague());
        Map<String, String> problems = new LinkedHashMap<>();
        if (form.isUnreadable()) problems.put("on-day", DayEntered.UNREADABLE);
        else {
            try {
                arranging.arrange(
                        memberId,
                        form.on().date(),
                        Hours.entered(form.from(), form.until()),
                        form.place(),
                        signedIn.colleague());
                redirect.addFlashAttribute("notice", "It is arranged, and the person is told.");
                return "redirect:/people/%d/one-to-one/appointment".formatted(memberId);
            } catch (BreaksRules refused) {
                refused.problems("on").forEach((field, why) -> problems.put(FIELDS.get(field), why));
            } catch (NotPossibleNow refused) {
                problems.putAll(refused.problems("on-day"));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(member, form, problems, model);
    }

    @TakenBack("You can arrange it again on the same page. The person is told each time.")
    @PostMapping("/called-off")
    String callOff(@PathVariable long memberId, RedirectAttributes redirect) {
        lookup.toMeet(memberId, signedIn.colleague());
        arranging.callOff(memberId, signedIn.colleague());
        redirect.addFlashAttribute("notice", "It is called off, and the person is told.");
        return "redirect:/people/%d/one-to-one/appointment".formatted(memberId);
    }

    private String show(Member member, AppointmentForm form, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        Facts consultation = consultations.get(member.consultationId());
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        model.addAttribute("member", member);
        model.addAttribute("consultation", consultation);
        model.addAttribute("person", person.inFull());
        model.addAttribute("self", colleague.userName().equals(person.userName()));
        model.addAttribute(
                "open", consultation.isIndividual() && !consultation.state().ended() && member.active());
        model.addAttribute("arranged", arranging.of(member.id()).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "consultation/appointment";
    }
}
