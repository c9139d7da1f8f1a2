package uk.gov.justice.probation.devolution.unpaidwork.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.PLACEMENT_COORDINATOR;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
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
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.CorrectingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ReadingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ReadingSessions.SessionFile;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCode;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCodes;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionNotes;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionRules;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.TakenBack;

/** One session: its outcome with the whole code list, its notes, and what followed. */
@Allows(
        value = {PSC_SERVICE_OWNER, CASE_ADMIN, UPW_SUPERVISOR},
        of = Of.CASE)
@Controller
@RequestMapping("/upw/sessions/{id}")
class SessionPage {
    private final ReadingSessions reading;
    private final RecordingOutcomes recording;
    private final CorrectingOutcomes correcting;
    private final SessionNotes notes;
    private final OutcomeCodes codes;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    SessionPage(
            ReadingSessions reading,
            RecordingOutcomes recording,
            CorrectingOutcomes correcting,
            SessionNotes notes,
            OutcomeCodes codes,
            OnceMore onceMore,
            SignedIn signedIn) {
        this.reading = reading;
        this.recording = recording;
        this.correcting = correcting;
        this.notes = notes;
        this.codes = codes;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @Allows(
            value = {
                PSC_SERVICE_OWNER,
                CASE_ADMIN,
                PSO,
                SPO,
                PRACTITIONER,
                PLACEMENT_COORDINATOR,
                UPW_SUPERVISOR,
                DATA_LEAD
            },
            of = Of.CASE,
            staff = true)
    @GetMapping
    String show(@PathVariable long id, Model model) {
        SessionFile file = file(id);
        return page(file, form(file), Map.of(), model);
    }

    /** Corrects the present outcome. */
    @AskedOnceMore(
            "You can correct the outcome again, until the court has been told that the order ended. A failure that was corrected cannot become a failure again.")
    @PostMapping("/correction")
    String correct(
            @PathVariable long id,
            @ModelAttribute OutcomeForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SessionFile before = file(id);
        return take(
                id,
                form,
                outcome -> onceMore.ask(
                        () -> correcting.correct(id, outcome, signedIn.colleague()),
                        after -> check(before, after),
                        after -> {
                            redirect.addFlashAttribute("notice", "The outcome is corrected.");
                            return "redirect:/upw/sessions/{id}";
                        },
                        model),
                model,
                response);
    }

    @TakenBack(
            "You can correct the outcome on the same page, and its effects are undone. This is not possible if the order has been stopped, or the court has the breach or has been told that the order ended. A failure stays as serious as it was recorded.")
    @PostMapping
    String record(
            @PathVariable long id,
            @ModelAttribute OutcomeForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return take(
                id,
                form,
                outcome -> {
                    recording.record(file(id).session().id(), outcome, signedIn.colleague());
                    redirect.addFlashAttribute("notice", "The outcome is recorded.");
                    return "redirect:/upw/sessions/{id}";
                },
                model,
                response);
    }

    private Check check(SessionFile before, Session after) {
        Session was = before.session();
        int difference = after.creditedMinutes() - was.creditedMinutes();
        boolean fails =
                codes.all().stream().anyMatch(code -> code.code().equals(after.outcomeCode()) && code.enforceable());
        boolean failed = before.enforcement() != null && before.enforcement().counts();
        return Check.before(
                        "Correct the outcome of %s?".formatted(Deadlines.inWords(was.on())),
                        "Correct the outcome",
                        "/upw/sessions/%d".formatted(was.id()))
                .fact("CRN", before.probationCase().crn())
                .fact("Until now", "%s, %d minutes count".formatted(name(was.outcomeCode()), was.creditedMinutes()))
                .fact(
                        "From now on",
                        "%s, %d minutes count".formatted(name(after.outcomeCode()), after.creditedMinutes()))
                .then(
                        difference == 0
                                ? "The minutes of the order stay as they are."
                                : "The order has %d minutes %s at once, and its sessions are planned again."
                                        .formatted(Math.abs(difference), difference > 0 ? "more" : "fewer"))
                .then(
                        failed && !fails
                                ? "It is no longer a failure: its enforcement is withdrawn at once, with its letters that are not posted yet."
                                : !failed && fails
                                        ? "It is a failure now: its enforcement starts at once, and the practitioner is told."
                                        : "What follows from failures stays as it is.")
                .then(
                        before.completesTheOrder() && difference < 0
                                ? "If hours of the order are left now, it goes on: its sessions are planned again, its termination is withdrawn, and those who work on it are told."
                                : "Whether the hours of the order are complete stays as it is.")
                .then("The previous outcome is kept, and shown with your name.");
    }

    private String name(String outcome) {
        return codes.all().stream()
                .filter(code -> code.code().equals(outcome))
                .map(OutcomeCode::name)
                .findFirst()
                .orElse(outcome);
    }

    private String take(
            long id, OutcomeForm form, Function<Outcome, String> taking, Model model, HttpServletResponse response) {
        Map<String, String> problems = form.problems();
        if (problems.isEmpty()) {
            try {
                return taking.apply(form.outcome());
            } catch (BreaksRules refused) {
                problems = OutcomeForm.problems(refused);
            } catch (Taken | Frozen tooLate) {
                return tooLate(id, tooLate, model, response);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(file(id), form, problems, model);
    }

    @TakenBack("You can change the notes again.")
    @PostMapping("/notes")
    String write(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean markedSensitive,
            @RequestParam int version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            notes.write(file(id).session().id(), text, markedSensitive, version, signedIn.colleague());
        } catch (BreaksRules refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("written", text);
            SessionFile file = file(id);
            return page(
                    file,
                    form(file),
                    Map.of(
                            "text",
                            OutcomeForm.problems(refused).values().iterator().next()),
                    model);
        } catch (Taken second) {
            return tooLate(id, second, model, response);
        }
        redirect.addFlashAttribute("notice", "The notes are saved.");
        return "redirect:/upw/sessions/{id}";
    }

    private String tooLate(long id, Refusal tooLate, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        SessionFile file = file(id);
        return page(file, form(file), Map.of("main-content", tooLate.getMessage()), model);
    }

    private static OutcomeForm form(SessionFile file) {
        return file.mayCorrect() ? OutcomeForm.again(file.session()) : OutcomeForm.of(file.session());
    }

    private SessionFile file(long id) {
        return reading.session(id, signedIn.colleague());
    }

    private String page(SessionFile file, OutcomeForm form, Map<String, String> problems, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        model.addAttribute("codes", codes.all());
        model.addAttribute("ratings", codes.ratings());
        model.addAttribute(
                "notes", file.mayReadNotes() ? notes.read(file.session().id(), signedIn.colleague()) : "");
        model.addAttribute("atMost", SessionRules.NOTES_UNDER - 1);
        model.addAttribute("problems", problems);
        return "unpaidwork/session";
    }
}
