package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.cohort.PersonalRecords;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** A person's circumstances, for the person, their line manager and HR of their region only. */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}/circumstances")
class CircumstancesPage {
    private static final Set<Kind> CIRCUMSTANCES = Set.of(Kind.CIRCUMSTANCES, Kind.EXTENSION_REASON);

    private final PersonalRecords records;
    private final Consultations consultations;
    private final StaffDirectory staff;
    private final ConsultationLookup lookup;
    private final SignedIn signedIn;

    CircumstancesPage(
            PersonalRecords records,
            Consultations consultations,
            StaffDirectory staff,
            ConsultationLookup lookup,
            SignedIn signedIn) {
        this.records = records;
        this.consultations = consultations;
        this.staff = staff;
        this.lookup = lookup;
        this.signedIn = signedIn;
    }

    @GetMapping
    String circumstances(@PathVariable long memberId, Model model) {
        return show(lookup.person(memberId, signedIn.colleague()), Map.of(), model);
    }

    @TakenBack("It has no effect by itself. To correct it, write a new entry.")
    @PostMapping
    String tell(
            @PathVariable long memberId,
            @RequestParam(defaultValue = "") String circumstances,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Member member = lookup.person(memberId, signedIn.colleague());
        ConsultationLookup.mustBeIndividual(consultations.get(member.consultationId()));
        String problem = circumstances.isBlank() ? "Enter a text" : ConfidentialText.tooLong(circumstances);
        if (problem != null) {
            model.addAttribute("entered", circumstances);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(member, Map.of("circumstances", problem), model);
        }
        records.tellCircumstances(memberId, circumstances.strip(), signedIn.colleague());
        redirect.addFlashAttribute("notice", "Saved, for the person, their line manager and HR only.");
        return "redirect:/people/%d/circumstances".formatted(memberId);
    }

    private String show(Member member, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        Facts consultation = consultations.get(member.consultationId());
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        var entries = records.read(member.id(), CIRCUMSTANCES, colleague);
        model.addAttribute("member", member);
        model.addAttribute("consultation", consultation);
        model.addAttribute("person", person);
        model.addAttribute("self", colleague.userName().equals(person.userName()));
        model.addAttribute(
                "open", consultation.isIndividual() && !consultation.state().ended());
        model.addAttribute("entries", entries);
        model.addAttribute("names", ConfidentialText.namesOf(entries, staff));
        model.addAttribute("problems", problems);
        return "consultation/circumstances";
    }
}
