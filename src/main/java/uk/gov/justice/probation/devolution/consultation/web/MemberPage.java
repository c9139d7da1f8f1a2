package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
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
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview.Person;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.cohort.ChangingCohorts;
import uk.gov.justice.probation.devolution.consultation.cohort.GivingMoreTime;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.Dates;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;

/** Lets HR of the region see the dates of one person who takes part, give them more time, and remove them. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/people/{memberId}")
class MemberPage {
    private static final int LONGEST_REASON = 2000;

    private final ConsultationOverview overview;
    private final ChangingCohorts changing;
    private final GivingMoreTime moreTime;
    private final Cohorts cohorts;
    private final ConsultationLookup lookup;
    private final Dates dates;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    MemberPage(
            ConsultationOverview overview,
            ChangingCohorts changing,
            GivingMoreTime moreTime,
            Cohorts cohorts,
            ConsultationLookup lookup,
            Dates dates,
            OnceMore onceMore,
            SignedIn signedIn) {
        this.overview = overview;
        this.changing = changing;
        this.moreTime = moreTime;
        this.cohorts = cohorts;
        this.lookup = lookup;
        this.dates = dates;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    /** The reason may be about the person's health or circumstances, so it goes only to the confidential records. */
    record Extension(DayEntered to, String reason) {
        Extension {
            to = to == null ? DayEntered.NOTHING : to;
        }

        Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            if (to.date() == null)
                problems.put("to-day", "Enter the day until which the person has time, for example 23 11 2026");
            if (reason == null || reason.isBlank())
                problems.put("reason", "Enter why: only the person, their line manager and HR can read it");
            else if (reason.length() > LONGEST_REASON)
                problems.put("reason", "Shorten the reason to %d characters".formatted(LONGEST_REASON));
            return problems;
        }
    }

    @GetMapping
    String one(@PathVariable long id, @PathVariable long memberId, Model model) {
        return showOne(forHr(id), memberId, new Extension(null, ""), Map.of(), model);
    }

    @AskedOnceMore("You can set another day for the person on the same page; the reason that was given stays.")
    @PostMapping("/dates")
    String extend(
            @PathVariable long id,
            @PathVariable long memberId,
            @ModelAttribute Extension extension,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Facts consultation = forHr(id);
        mustBelong(id, memberId);
        Map<String, String> problems = extension.problems();
        if (problems.isEmpty()) {
            try {
                Person person = overview.person(memberId);
                return onceMore.ask(
                        () -> moreTime.extend(
                                memberId,
                                extension.to().date(),
                                extension.reason().strip(),
                                signedIn.colleague()),
                        () -> check(consultation, person, extension),
                        () -> {
                            redirect.addFlashAttribute(
                                    "notice", "The person has more time. Their open steps have the new date.");
                            return "redirect:/consultations/%d/people/%d".formatted(id, memberId);
                        },
                        model);
            } catch (NotPossibleNow refused) {
                problems = Map.of("to-day", refused.getMessage());
            }
        }
        return refused(response, showOne(consultation, memberId, extension, problems, model));
    }

    @AskedOnceMore("The person can join again until the places are ranked, but starts again: their answers are lost.")
    @PostMapping("/leave")
    String leave(
            @PathVariable long id,
            @PathVariable long memberId,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Facts consultation = forHr(id);
        mustBelong(id, memberId);
        try {
            Person person = overview.person(memberId);
            return onceMore.ask(
                    () -> changing.leave(memberId, signedIn.colleague()),
                    () -> check(consultation, person),
                    () -> {
                        redirect.addFlashAttribute(
                                "notice", "The person no longer takes part. Their open steps have ended.");
                        return "redirect:/consultations/%d/people".formatted(id);
                    },
                    model);
        } catch (NotPossibleNow refused) {
            return refused(
                    response,
                    showOne(
                            consultation,
                            memberId,
                            new Extension(null, ""),
                            Map.of("leave", refused.getMessage()),
                            model));
        }
    }

    private Check check(Facts consultation, Person person, Extension extension) {
        return about(consultation, person, "Give %s more time?".formatted(person.name()), "Give more time")
                .fact(
                        "Current closing date",
                        person.extendedTo() == null
                                ? "The same as everybody else"
                                : "New closing date " + dates.day(person.extendedTo()))
                .fact(
                        "From now on",
                        "New closing date " + dates.day(extension.to().date()))
                .fact("Why", extension.reason().strip())
                .then("Every open step of this person is due on that day at once. Nobody else's dates change.")
                .then("Only the person, their line manager and HR can read the reason, which is kept.");
    }

    private static Check check(Facts consultation, Person person) {
        return about(consultation, person, "Remove %s from the consultation?".formatted(person.name()), "Remove")
                .then(
                        "1 person stops taking part at once. Their open steps end, and they get no place and no outcome letter from this consultation.")
                .then("What has been written about them is kept.");
    }

    private static Check about(Facts consultation, Person person, String question, String yes) {
        return Check.before(
                        question, yes, "/consultations/%d/people/%d".formatted(consultation.id(), person.memberId()))
                .fact("Consultation", consultation.title())
                .fact("Person", person.name());
    }

    private Facts forHr(long id) {
        Colleague colleague = signedIn.colleague();
        return lookup.forHr(id, colleague, "see and change who takes part in this consultation");
    }

    private Member mustBelong(long id, long memberId) {
        return cohorts.find(memberId)
                .filter(member -> member.consultationId() == id)
                .orElseThrow(
                        () -> Problem.notFound("Nobody in consultation %d has the number %d.".formatted(id, memberId)));
    }

    private String showOne(
            Facts consultation, long memberId, Extension extension, Map<String, String> problems, Model model) {
        model.addAttribute(
                "staffNumber", mustBelong(consultation.id(), memberId).staffNumber());
        model.addAttribute("consultation", consultation);
        model.addAttribute("person", overview.person(memberId));
        model.addAttribute("extension", extension);
        model.addAttribute("problems", problems);
        return "consultation/person";
    }

    private static String refused(HttpServletResponse response, String view) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return view;
    }
}
