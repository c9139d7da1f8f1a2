package uk.gov.justice.probation.devolution.unpaidwork.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import jakarta.servlet.http.HttpServletResponse;
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
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.JudgingReasons;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ReadingEnforcements;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ReadingEnforcements.EnforcementFile;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;

/** One enforcement: what was done, by when a reply is due, and where the person's reason is judged. */
@Allows(
        value = {PSC_SERVICE_OWNER, PSO, SPO, PRACTITIONER},
        of = Of.CASE)
@Controller
@RequestMapping("/upw/enforcements/{id}")
class EnforcementPage {
    private final ReadingEnforcements reading;
    private final JudgingReasons judging;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    EnforcementPage(ReadingEnforcements reading, JudgingReasons judging, OnceMore onceMore, SignedIn signedIn) {
        this.reading = reading;
        this.judging = judging;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN, PSO, SPO, PRACTITIONER, UPW_SUPERVISOR},
            of = Of.CASE,
            staff = true)
    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, "", Map.of(), model);
    }

    /**
     * A judgement has to be confirmed; a reason that is only written down can be rewritten.
     *
     * @param judgement ACCEPTED, REJECTED or, if only a reason is written, EXPLAINED
     */
    @AskedOnceMore(
            "You cannot take back an accepted reason. You can still accept a rejected reason until the court has the breach pack.")
    @PostMapping
    String judge(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String judgement,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        EnforcementFile file = file(id);
        boolean accepted = judgement.equals("ACCEPTED");
        try {
            switch (judgement) {
                case "ACCEPTED", "REJECTED" -> {
                    return onceMore.ask(
                            () -> judging.judge(id, accepted, reason, signedIn.colleague()),
                            () -> check(file, accepted, reason.strip()),
                            () -> {
                                redirect.addFlashAttribute("notice", "Your decision about the reason is saved.");
                                return "redirect:/upw/enforcements/{id}";
                            },
                            model);
                }
                case "EXPLAINED" -> judging.explain(id, reason, signedIn.colleague());
                default -> throw Problem.badRequest("Choose what you decide about the reason.");
            }
        } catch (BreaksRules | NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(id, reason, refused.problems("reason"), model);
        }
        redirect.addFlashAttribute("notice", "The reason is saved. Now complete the task in Tasklist.");
        return "redirect:/upw/enforcements/{id}";
    }

    private static Check check(EnforcementFile file, boolean accepted, String reason) {
        return Check.before(
                        accepted ? "Accept the reason?" : "Reject the reason?",
                        accepted ? "Accept the reason" : "Reject the reason",
                        "/upw/enforcements/%d".formatted(file.enforcement().id()))
                .fact("CRN", file.probationCase().crn())
                .fact(
                        "Session that was missed",
                        Deadlines.inWords(file.session().on()))
                .fact("State of the enforcement", file.enforcement().state().label())
                .fact("Failures of this order that count", file.failures())
                .fact("What you write", reason)
                .then(
                        accepted
                                ? "This failure no longer counts, and what follows from it ends at once. A letter that is not posted yet is withdrawn."
                                : "This failure counts, and its enforcement goes on at once: a warning or a breach follows.");
    }

    private EnforcementFile file(long id) {
        return reading.enforcement(id, signedIn.colleague());
    }

    private String page(long id, String entered, Map<String, String> problems, Model model) {
        EnforcementFile file = file(id);
        model.addAttribute("file", file);
        model.addAttribute("written", file.mayJudge() ? judging.read(id, signedIn.colleague()) : "");
        model.addAttribute("entered", entered);
        model.addAttribute("atMost", JudgingReasons.AT_MOST);
        model.addAttribute("problems", problems);
        return "unpaidwork/enforcement";
    }
}
