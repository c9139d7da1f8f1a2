package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.question.CorrectingEvents;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents.Events;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.Dates;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.OnceMore;

/** HR corrects when and where the events of a consultation are; everybody who takes part is told. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/events")
class EventsPage {
    private static final Map<String, String> FIELDS = Map.of(
            "on",
            "on-day",
            "from",
            "from",
            "until",
            "until",
            "place",
            "place",
            "again",
            "again-day",
            "questionsCloseOn",
            "questions-close-on-day");

    private final CorrectingEvents correcting;
    private final ConsultationOverview overview;
    private final ConsultationLookup lookup;
    private final Dates dates;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    EventsPage(
            CorrectingEvents correcting,
            ConsultationOverview overview,
            ConsultationLookup lookup,
            Dates dates,
            OnceMore onceMore,
            SignedIn signedIn) {
        this.correcting = correcting;
        this.overview = overview;
        this.lookup = lookup;
        this.dates = dates;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    record EventsForm(
            DayEntered on, String from, String until, String place, DayEntered again, DayEntered questionsCloseOn) {

        EventsForm {
            on = on == null ? DayEntered.NOTHING : on;
            from = from == null ? "" : from.strip();
            until = until == null ? "" : until.strip();
            place = place == null ? "" : place.strip();
            again = again == null ? DayEntered.NOTHING : again;
            questionsCloseOn = questionsCloseOn == null ? DayEntered.NOTHING : questionsCloseOn;
        }

        /** What is no date, by the id of the field. */
        private Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            unreadable("on-day", on, problems);
            unreadable("again-day", again, problems);
            unreadable("questions-close-on-day", questionsCloseOn, problems);
            return problems;
        }

        private static void unreadable(String id, DayEntered day, Map<String, String> problems) {
            if (!day.isEmpty() && day.date() == null) problems.put(id, DayEntered.UNREADABLE);
        }

        private Events events() {
            return new Events(on.date(), place, again.date(), questionsCloseOn.date(), Hours.entered(from, until));
        }
    }

    @GetMapping
    String form(@PathVariable long id, Model model) {
        Facts consultation = forHr(id);
        ConsultationOverview.Events known = overview.events(id);
        return show(
                consultation,
                known == null
                        ? new EventsForm(null, null, null, null, null, null)
                        : new EventsForm(
                                entered(known.on()),
                                known.hours() == null
                                        ? null
                                        : time(known.hours().from()),
                                known.hours() == null
                                        ? null
                                        : time(known.hours().until()),
                                known.place(),
                                entered(known.again()),
                                entered(known.questionsCloseOn())),
                Map.of(),
                model);
    }

    @AskedOnceMore("The events can be corrected again on the same page, and everybody is told again.")
    @PostMapping
    String correct(
            @PathVariable long id,
            @ModelAttribute EventsForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Facts consultation = forHr(id);
        Map<String, String> problems = form.problems();
        if (problems.isEmpty()) {
            try {
                return onceMore.ask(
                        () -> correcting.correct(id, form.events(), signedIn.colleague()),
                        told -> check(consultation, form.events(), told),
                        told -> {
                            redirect.addFlashAttribute(
                                    "notice", "The events are corrected: %d people are told.".formatted(told));
                            return "redirect:/consultations/" + id;
                        },
                        model);
            } catch (BreaksRules refused) {
                for (var problem : refused.problems("on").entrySet())
                    problems.put(FIELDS.get(problem.getKey()), problem.getValue());
            } catch (NotPossibleNow refused) {
                problems = refused.problems("on-day");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(consultation, form, problems, model);
    }

    private Check check(Facts consultation, Events events, int told) {
        Check check = Check.before(
                        "Correct the events?", "Correct them", "/consultations/%d/events".formatted(consultation.id()))
                .fact("Consultation", consultation.title())
                .fact("Day of the event", dates.day(events.on()))
                .fact("Place", events.place());
        if (events.hours() != null) check = check.fact("Time", events.hours().inWords());
        if (events.again() != null) check = check.fact("Repeated on", dates.day(events.again()));
        if (events.questionsCloseOn() != null)
            check = check.fact("Last day for questions", dates.day(events.questionsCloseOn()));
        return check.then("%,d %s told of the change at once.".formatted(told, told == 1 ? "person is" : "people are"));
    }

    private String show(Facts consultation, EventsForm form, Map<String, String> problems, Model model) {
        model.addAttribute("consultation", consultation);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "consultation/events";
    }

    private Facts forHr(long id) {
        return lookup.forHr(id, signedIn.colleague(), "correct the events of a consultation");
    }

    private static String time(LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static DayEntered entered(LocalDate day) {
        return day == null ? null : DayEntered.of(day);
    }
}
