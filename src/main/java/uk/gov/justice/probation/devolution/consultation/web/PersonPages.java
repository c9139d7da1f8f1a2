package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords.Entry;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
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
import uk.gov.justice.probation.devolution.workforce.Vacancies;
import uk.gov.justice.probation.devolution.workforce.Vacancy;

/**
 * The confidential pages about one person, for the person, their line manager and HR of their region only: their
 * circumstances, and the notes and adjustments of the one-to-one. The task in Tasklist only learns that it was held.
 */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}")
class PersonPages {
    private static final int LONGEST = 4000;
    private static final Set<Kind> CIRCUMSTANCES = Set.of(Kind.CIRCUMSTANCES, Kind.EXTENSION_REASON);
    private static final Set<Kind> ONE_TO_ONE = Set.of(Kind.ONE_TO_ONE_NOTE, Kind.ADJUSTMENTS, Kind.CIRCUMSTANCES);
    private static final String REQUIRED = "REQUIRED";
    private static final String EXCLUDED = "EXCLUDED";

    private final PersonalRecords records;
    private final Consultations consultations;
    private final ConsultationOverview overview;
    private final StaffDirectory staff;
    private final Vacancies vacancies;
    private final ConsultationLookup lookup;
    private final SignedIn signedIn;

    PersonPages(
            PersonalRecords records,
            Consultations consultations,
            ConsultationOverview overview,
            StaffDirectory staff,
            Vacancies vacancies,
            ConsultationLookup lookup,
            SignedIn signedIn) {
        this.records = records;
        this.consultations = consultations;
        this.overview = overview;
        this.staff = staff;
        this.vacancies = vacancies;
        this.lookup = lookup;
        this.signedIn = signedIn;
    }

    @GetMapping("/circumstances")
    String circumstances(@PathVariable long memberId, Model model) {
        return show(
                "consultation/circumstances",
                lookup.person(memberId, signedIn.colleague()),
                CIRCUMSTANCES,
                Map.of(),
                model);
    }

    @TakenBack("Nothing follows from it by itself: what is written later puts it right.")
    @PostMapping("/circumstances")
    String tell(
            @PathVariable long memberId,
            @RequestParam(defaultValue = "") String circumstances,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Member member = open(memberId);
        String problem = problem(circumstances);
        if (problem != null) {
            model.addAttribute("entered", circumstances);
            return refused(
                    response,
                    show("consultation/circumstances", member, CIRCUMSTANCES, Map.of("circumstances", problem), model));
        }
        records.tellCircumstances(memberId, circumstances.strip(), signedIn.colleague());
        redirect.addFlashAttribute("notice", "Saved, for the person, their line manager and HR only.");
        return "redirect:/people/%d/circumstances".formatted(memberId);
    }

    @GetMapping("/one-to-one")
    String oneToOne(@PathVariable long memberId, Model model) {
        return show(
                "consultation/one-to-one", lookup.person(memberId, signedIn.colleague()), ONE_TO_ONE, Map.of(), model);
    }

    @TakenBack("Nothing follows from it by itself: a later note puts it right.")
    @PostMapping("/one-to-one/notes")
    String note(
            @PathVariable long memberId,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Member member = open(memberId);
        String problem = problem(note);
        if (problem != null) {
            model.addAttribute("entered", note);
            return refused(
                    response, show("consultation/one-to-one", member, ONE_TO_ONE, Map.of("note", problem), model));
        }
        records.note(memberId, note.strip(), signedIn.colleague());
        redirect.addFlashAttribute("notice", "The note is saved.");
        return "redirect:/people/%d/one-to-one".formatted(memberId);
    }

    /** @param all every field of the form; {@code site-CODE} is REQUIRED, EXCLUDED or empty */
    @TakenBack("Until places are shared out, enter other adjustments: the last ones hold.")
    @PostMapping("/one-to-one/adjustments")
    String adjust(
            @PathVariable long memberId,
            @RequestParam Map<String, String> all,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Member member = open(memberId);
        Map<String, String> sites = sites(staff.find(member.staffNumber()).orElseThrow());
        Set<String> required = new HashSet<>();
        Set<String> excluded = new HashSet<>();
        sites.keySet().forEach(site -> {
            String choice = all.getOrDefault("site-" + site, "");
            if (choice.equals(REQUIRED)) required.add(site);
            if (choice.equals(EXCLUDED)) excluded.add(site);
        });
        Adjustments adjustments = new Adjustments(
                required, excluded, all.getOrDefault("adjustments", "").strip());
        String problem = adjustments.text().length() > LONGEST ? problem(adjustments.text()) : null;
        if (problem != null) {
            model.addAttribute("enteredAdjustments", adjustments);
            return refused(
                    response,
                    show("consultation/one-to-one", member, ONE_TO_ONE, Map.of("adjustments", problem), model));
        }
        records.adjust(memberId, adjustments, signedIn.colleague());
        redirect.addFlashAttribute("notice", "The adjustments are saved. They count when places are allocated.");
        return "redirect:/people/%d/one-to-one".formatted(memberId);
    }

    private Member open(long memberId) {
        Member member = lookup.person(memberId, signedIn.colleague());
        ConsultationLookup.mustBeIndividual(consultations.get(member.consultationId()));
        return member;
    }

    private String show(String view, Member member, Set<Kind> kinds, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        Facts consultation = consultations.get(member.consultationId());
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        List<Entry> entries = records.read(member.id(), kinds, colleague);
        boolean self = colleague.userName().equals(person.userName());
        model.addAttribute("member", member);
        model.addAttribute("consultation", consultation);
        model.addAttribute("person", person);
        model.addAttribute("standing", overview.person(member.id()));
        model.addAttribute("self", self);
        model.addAttribute(
                "open", consultation.isIndividual() && !consultation.state().ended());
        model.addAttribute("entries", entries);
        model.addAttribute(
                "adjustments",
                entries.stream()
                        .filter(entry -> entry.kind() == Kind.ADJUSTMENTS)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("names", names(entries));
        model.addAttribute("sites", sites(person));
        model.addAttribute("problems", problems);
        return view;
    }

    private Map<String, String> names(List<Entry> entries) {
        Map<String, String> names = new HashMap<>();
        staff.all(entries.stream().map(Entry::keptBy).collect(Collectors.toSet()))
                .forEach(one -> names.put(one.userName(), one.inFull()));
        return names;
    }

    /** Sites with vacancies in the person's region by code, ordered by name. */
    private Map<String, String> sites(StaffMember person) {
        Map<String, String> sites = new LinkedHashMap<>();
        vacancies.of(person.regionCode()).stream()
                .sorted(Comparator.comparing(Vacancy::siteName))
                .forEach(vacancy -> sites.put(vacancy.siteCode(), vacancy.siteName()));
        return sites;
    }

    private static String problem(String text) {
        if (text.isBlank()) return "Enter a text";
        return text.length() > LONGEST ? "Shorten the text to 4,000 characters" : null;
    }

    private static String refused(HttpServletResponse response, String view) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return view;
    }
}
