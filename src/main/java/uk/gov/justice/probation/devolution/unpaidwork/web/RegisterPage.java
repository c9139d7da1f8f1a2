package uk.gov.justice.probation.devolution.unpaidwork.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.project.ListingProjects;
import uk.gov.justice.probation.devolution.unpaidwork.session.AddingToRegisters;
import uk.gov.justice.probation.devolution.unpaidwork.session.CancellingDays;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCode;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCodes;
import uk.gov.justice.probation.devolution.unpaidwork.session.ReadingRegisters;
import uk.gov.justice.probation.devolution.unpaidwork.session.ReadingRegisters.Expected;
import uk.gov.justice.probation.devolution.unpaidwork.session.ReadingRegisters.Register;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * The register of a project's day: everybody who is expected, with their outcome. It is saved for one person or for
 * all; each is kept or refused by themselves, and what was entered for the others stays.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, CASE_ADMIN, UPW_SUPERVISOR},
        of = Of.REGION)
@Controller
@RequestMapping("/upw/projects/{code}/register")
class RegisterPage {
    private static final EnteredDay SHOWN = EnteredDay.optional("the day");
    private static final String COMPLIED = "ATTC";
    private static final String BUSY = "Somebody else is working on this person's order. Try again in a minute";

    /** So many fields of people as a request may have; the others follow once these are saved. */
    private static final int AT_ONCE = 60;

    private final ReadingRegisters reading;
    private final ListingProjects projects;
    private final RecordingOutcomes recording;
    private final CancellingDays cancelling;
    private final AddingToRegisters adding;
    private final OutcomeCodes codes;
    private final Deadlines deadlines;
    private final SignedIn signedIn;

    RegisterPage(
            ReadingRegisters reading,
            ListingProjects projects,
            RecordingOutcomes recording,
            CancellingDays cancelling,
            AddingToRegisters adding,
            OutcomeCodes codes,
            Deadlines deadlines,
            SignedIn signedIn) {
        this.reading = reading;
        this.projects = projects;
        this.recording = recording;
        this.cancelling = cancelling;
        this.adding = adding;
        this.codes = codes;
        this.deadlines = deadlines;
        this.signedIn = signedIn;
    }

    @GetMapping
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        Map<String, String> problems = SHOWN.problem(day, deadlines)
                .map(sentence -> Map.of("day", sentence))
                .orElse(Map.of());
        LocalDate shown = day == null || !problems.isEmpty() ? deadlines.today() : day;
        return page(code, shown, Map.of(), problems, model);
    }

    /**
     * @param session everybody on the page who had no outcome when it was opened
     * @param only the one session that is saved; null for all that have an outcome entered
     * @param everybody whether all without an outcome complied
     * @param entered what was entered, each field with the session's number
     */
    @TakenBack(
            "You can correct each outcome on the page of its session, and its effects are undone. This is not possible if the order has been stopped, or the court has the breach or has been told that the order ended.")
    @PostMapping
    String save(
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<Long> session,
            @RequestParam(required = false) Long only,
            @RequestParam(defaultValue = "false") boolean everybody,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        projects.one(code, colleague);
        LocalDate day = reading.dayOf(code, session).orElse(deadlines.today());
        Map<Long, OutcomeForm> forms = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        int saved = 0;
        List<Expected> people = reading.read(code, day, colleague).people();
        for (Expected person : people) {
            Long id = person.sessionId();
            if (!session.contains(id)) continue;
            OutcomeForm form = form(person, entered, everybody);
            forms.put(id, form);
            if (only == null ? !form.isChosen() : !only.equals(id)) continue;
            Map<String, String> refused = record(id, form, colleague);
            refused.forEach(
                    (field, reason) -> problems.put(field + "-" + id, "CRN %s: %s".formatted(person.crn(), reason)));
            if (!refused.isEmpty()) continue;
            forms.remove(id);
            saved++;
        }
        if (saved == 0 && problems.isEmpty())
            problems.put("main-content", "Nothing was saved: choose the outcome of at least one person.");
        String notice = saved == 1 ? "1 outcome is recorded." : saved + " outcomes are recorded.";
        boolean othersUntouched = people.stream()
                .filter(person -> forms.containsKey(person.sessionId()))
                .allMatch(person -> forms.get(person.sessionId()).isUntouched(person));
        if (problems.isEmpty() && othersUntouched) {
            redirect.addFlashAttribute("notice", notice);
            redirect.addAttribute("day", day.toString());
            return "redirect:/upw/projects/{code}/register";
        }
        if (saved > 0) model.addAttribute("notice", notice);
        if (!problems.isEmpty()) response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(code, day, forms, problems, model);
    }

    /** Cancels the day for everybody on the page who has no outcome. */
    @TakenBack(
            "You can correct the outcome of each person on the page of their session. Their letters are not withdrawn: write to them again if a letter has been sent.")
    @PostMapping("/cancellation")
    String cancel(
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<Long> session,
            @RequestParam(required = false) CancellingDays.Reason reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        projects.one(code, colleague);
        LocalDate day = reading.dayOf(code, session).orElse(deadlines.today());
        Map<String, String> problems = new LinkedHashMap<>();
        if (reason == null) problems.put("reason", "Choose why the day is cancelled");
        int told = 0;
        Register register = reading.read(code, day, colleague);
        for (Expected person : register.missing()) {
            if (reason == null || !session.contains(person.sessionId())) continue;
            try {
                cancelling.cancel(person.sessionId(), person.version(), reason, colleague);
                told++;
            } catch (Refusal refused) {
                problems.put(
                        "person-" + person.sessionId(), "CRN %s: %s".formatted(person.crn(), refused.getMessage()));
            } catch (PessimisticLockingFailureException busy) {
                problems.put("person-" + person.sessionId(), "CRN %s: %s".formatted(person.crn(), BUSY));
            }
        }
        String notice =
                "The day is cancelled for %d %s. Their time is planned again, and a letter to each of them has to be posted."
                        .formatted(told, told == 1 ? "person" : "people");
        if (register.unseen() > 0)
            notice += " %d more %s expected that you cannot see. Somebody with access cancels for them."
                    .formatted(register.unseen(), register.unseen() == 1 ? "is" : "are");
        if (!problems.isEmpty()) {
            if (told > 0) model.addAttribute("notice", notice);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(code, day, Map.of(), problems, model);
        }
        redirect.addFlashAttribute("notice", notice);
        redirect.addAttribute("day", day.toString());
        return "redirect:/upw/projects/{code}/register";
    }

    /** Puts somebody on the register who came and was not expected. */
    @TakenBack(
            "You can record that the service rescheduled their session. They are then not expected, and nothing is counted.")
    @PostMapping("/unexpected")
    String add(
            @PathVariable String code,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String crn,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        projects.one(code, colleague);
        String entered = crn.strip().toUpperCase(Locale.ROOT);
        Optional<String> wrongDay = SHOWN.problem(day, deadlines);
        if (wrongDay.isPresent()) return refused(code, deadlines.today(), "day", wrongDay.get(), model, response);
        try {
            if (entered.isEmpty()) throw new BreaksRules("crn", "Enter the CRN of whoever came");
            adding.add(code, day, entered, colleague);
        } catch (Refusal refused) {
            model.addAttribute("crn", entered);
            return refused(code, day, "crn", refused.getMessage(), model, response);
        }
        redirect.addFlashAttribute("notice", "CRN %s is on the register: record the outcome now.".formatted(entered));
        redirect.addAttribute("day", day.toString());
        return "redirect:/upw/projects/{code}/register";
    }

    /** A cancelled day takes place after all. */
    @TakenBack("You can cancel the day again on the same page once somebody is planned on it.")
    @PostMapping("/opening")
    String open(
            @PathVariable String code,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        projects.one(code, colleague);
        Optional<String> wrongDay = SHOWN.problem(day, deadlines);
        if (wrongDay.isPresent()) return refused(code, deadlines.today(), "day", wrongDay.get(), model, response);
        try {
            cancelling.open(code, day, colleague);
        } catch (Refusal refused) {
            return refused(code, day, "main-content", refused.getMessage(), model, response);
        }
        redirect.addFlashAttribute("notice", "The day is open again: people are planned on it from now on.");
        redirect.addAttribute("day", day.toString());
        return "redirect:/upw/projects/{code}/register";
    }

    private String refused(
            String code, LocalDate day, String field, String reason, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(code, day, Map.of(), Map.of(field, reason), model);
    }

    private static OutcomeForm form(Expected person, Map<String, String> entered, boolean everybody) {
        OutcomeForm form = OutcomeForm.inRegister(person.sessionId(), entered);
        return everybody && person.isMissing() && !form.isChosen() ? form.with(COMPLIED) : form;
    }

    /** Why it was refused, by field; empty if it was taken. */
    private Map<String, String> record(long session, OutcomeForm form, Colleague by) {
        Map<String, String> unreadable = form.problems();
        if (!unreadable.isEmpty()) return unreadable;
        try {
            recording.record(session, form.outcome(), by);
            return Map.of();
        } catch (BreaksRules refused) {
            return OutcomeForm.problems(refused);
        } catch (Refusal refused) {
            return Map.of("person", refused.getMessage());
        } catch (PessimisticLockingFailureException busy) {
            return Map.of("person", BUSY);
        }
    }

    private String page(
            String code, LocalDate day, Map<Long, OutcomeForm> entered, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        model.addAttribute("project", projects.one(code, colleague));
        Register register = reading.read(code, day, colleague);
        model.addAttribute("register", register);
        List<Expected> missing = register.missing();
        model.addAttribute("missing", missing.subList(0, Math.min(AT_ONCE, missing.size())));
        model.addAttribute("later", Math.max(0, missing.size() - AT_ONCE));
        model.addAttribute(
                "forms",
                missing.stream()
                        .collect(Collectors.toMap(
                                Expected::sessionId,
                                person -> entered.getOrDefault(person.sessionId(), OutcomeForm.of(person)))));
        model.addAttribute("codes", codes.all());
        model.addAttribute(
                "names", codes.all().stream().collect(Collectors.toMap(OutcomeCode::code, OutcomeCode::name)));
        model.addAttribute("ratings", codes.ratings());
        model.addAttribute(
                "opened",
                problems.keySet().stream()
                        .filter(field -> !field.startsWith("outcomeCode") && !field.startsWith("person"))
                        .map(field -> field.substring(field.lastIndexOf('-') + 1))
                        .collect(Collectors.toSet()));
        model.addAttribute("begun", !day.isAfter(deadlines.today()));
        if (!model.containsAttribute("crn")) model.addAttribute("crn", "");
        model.addAttribute("reasons", CancellingDays.Reason.values());
        model.addAttribute("problems", problems);
        return "unpaidwork/register";
    }
}
