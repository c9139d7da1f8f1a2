package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords.Entry;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.cohort.PersonalRecords;
import uk.gov.justice.probation.devolution.consultation.onetoone.RecordingOneToOnes;
import uk.gov.justice.probation.devolution.consultation.onetoone.RecordingOneToOnes.Meeting;
import uk.gov.justice.probation.devolution.consultation.onetoone.RecordingOneToOnes.Outcome;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview.Standing;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Everything about one person's one-to-one on one page: whether it was held, what was said, circumstances and
 * adjustments. For the person, their line manager, whoever stands in for it, and HR of their region only. The task in
 * Tasklist learns none of it and is closed.
 */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}/one-to-one")
class OneToOnePage {
    private static final Set<Kind> KINDS = Set.of(Kind.ONE_TO_ONE_NOTE, Kind.ADJUSTMENTS, Kind.CIRCUMSTANCES);

    /** The ids of the fields that are not called as what is recorded. */
    private static final Map<String, String> FIELDS = Map.of("outcome", "outcome-held", "metOn", "met-on-day");

    private final PersonalRecords records;
    private final RecordingOneToOnes recording;
    private final TeamOverview team;
    private final StaffDirectory staff;
    private final OfferedSites offered;
    private final ConsultationLookup lookup;
    private final Deadlines deadlines;
    private final SignedIn signedIn;

    OneToOnePage(
            PersonalRecords records,
            RecordingOneToOnes recording,
            TeamOverview team,
            StaffDirectory staff,
            OfferedSites offered,
            ConsultationLookup lookup,
            Deadlines deadlines,
            SignedIn signedIn) {
        this.records = records;
        this.recording = recording;
        this.team = team;
        this.staff = staff;
        this.offered = offered;
        this.lookup = lookup;
        this.deadlines = deadlines;
        this.signedIn = signedIn;
    }

    /**
     * @param outcome null if nothing is chosen
     * @param adjustments null if nothing is said about adjustments
     */
    record OneToOneForm(
            Outcome outcome,
            DayEntered metOn,
            Boolean withUnionRep,
            String note,
            String circumstances,
            String adjustments) {

        OneToOneForm {
            metOn = metOn == null ? DayEntered.NOTHING : metOn;
            withUnionRep = withUnionRep != null && withUnionRep;
            note = note == null ? "" : note.strip();
            circumstances = circumstances == null ? "" : circumstances.strip();
            adjustments = adjustments == null ? null : adjustments.strip();
        }

        private Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            if (outcome == Outcome.HELD && !metOn.isEmpty() && metOn.date() == null)
                problems.put("met-on-day", DayEntered.UNREADABLE);
            tooLong("note", note, problems);
            tooLong("circumstances", circumstances, problems);
            if (adjustments != null) tooLong("adjustments", adjustments, problems);
            return problems;
        }

        private Meeting meeting(UnaryOperator<Adjustments> adjusted) {
            return new Meeting(outcome, metOn.date(), withUnionRep, note, circumstances, adjusted);
        }

        private static void tooLong(String field, String text, Map<String, String> problems) {
            String problem = ConfidentialText.tooLong(text);
            if (problem != null) problems.put(field, problem);
        }
    }

    @GetMapping
    String oneToOne(@PathVariable long memberId, Model model) {
        return show(lookup.toMeet(memberId, signedIn.colleague()), null, null, Map.of(), model);
    }

    /** @param all every field of the form; {@code site-CODE} is REQUIRED, EXCLUDED or empty */
    @TakenBack(
            "You can record it again until the consultation is closed: the last record counts. New notes are added to earlier ones. For adjustments, the last ones count.")
    @PostMapping
    String record(
            @PathVariable long memberId,
            @ModelAttribute OneToOneForm form,
            @RequestParam Map<String, String> all,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        Member member = lookup.toMeet(memberId, colleague);
        ConsultationLookup.mustBeIndividual(lookup.consultationOf(member));
        UnaryOperator<Adjustments> adjusted = form.adjustments() == null
                ? UnaryOperator.identity()
                : offered.adjusted(person(member), form.adjustments(), all);
        Map<String, String> problems = form.problems();
        if (problems.isEmpty()) {
            try {
                recording.record(memberId, form.meeting(adjusted), colleague);
                redirect.addFlashAttribute("notice", said(form.outcome()));
                return "redirect:" + after(member, colleague);
            } catch (BreaksRules refused) {
                for (var problem : refused.problems("outcome").entrySet())
                    problems.put(FIELDS.get(problem.getKey()), problem.getValue());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(member, form, adjusted.apply(Adjustments.NONE), problems, model);
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case HELD -> "The one-to-one is recorded, and its task is closed.";
            case DECLINED -> "It is recorded that the person does not want a one-to-one, and the task is closed.";
            case TO_BE_HELD -> "What you wrote is saved. The one-to-one has still to be held.";
        };
    }

    /** Whoever meets people goes on with the next. */
    private String after(Member member, Colleague colleague) {
        return team.meetsAnybody(colleague) ? "/my-team" : "/people/%d/one-to-one".formatted(member.id());
    }

    private String show(
            Member member, OneToOneForm form, Adjustments entered, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        Facts consultation = lookup.consultationOf(member);
        StaffMember person = person(member);
        Standing standing = team.standing(member.id());
        List<Entry> entries = records.read(member.id(), KINDS, colleague);
        Entry adjustments = entries.stream()
                .filter(entry -> entry.kind() == Kind.ADJUSTMENTS)
                .findFirst()
                .orElse(null);
        boolean self = colleague.userName().equals(person.userName());
        model.addAttribute("member", member);
        model.addAttribute("consultation", consultation);
        model.addAttribute("person", person);
        model.addAttribute("standing", standing);
        model.addAttribute("self", self);
        model.addAttribute("meets", team.meetsAnybody(colleague));
        model.addAttribute(
                "open",
                !self
                        && member.active()
                        && consultation.isIndividual()
                        && !consultation.state().ended());
        model.addAttribute("form", form == null ? asRecorded(standing) : form);
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("entries", entries);
        model.addAttribute("adjustments", adjustments);
        model.addAttribute(
                "entered", entered != null ? entered : adjustments == null ? null : adjustments.adjustments());
        model.addAttribute("names", ConfidentialText.namesOf(entries, staff));
        model.addAttribute("sites", offered.to(person));
        model.addAttribute("problems", problems);
        return "consultation/one-to-one";
    }

    private StaffMember person(Member member) {
        return staff.find(member.staffNumber()).orElseThrow();
    }

    /** Today, unless another day is recorded: most are recorded on the day. */
    private OneToOneForm asRecorded(Standing standing) {
        return new OneToOneForm(
                switch (standing.progress()) {
                    case MET -> Outcome.HELD;
                    case DECLINED -> Outcome.DECLINED;
                    case OVERDUE, TO_BE_MET, ALL -> null;
                },
                DayEntered.of(standing.metOn() == null ? deadlines.today() : standing.metOn()),
                standing.withUnionRepresentative(),
                null,
                null,
                null);
    }
}
