package uk.gov.justice.probation.devolution.unpaidwork.web;

import static uk.gov.justice.probation.devolution.security.Role.PLACEMENT_COORDINATOR;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;

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
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approver;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.life.ReadingAssessments;
import uk.gov.justice.probation.devolution.unpaidwork.life.ReadingAssessments.AssessmentFile;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * The suitability and risk assessment of an order, and the reasons of those who approve a placement. They can be
 * written only here.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, PSO, SPO, PRACTITIONER, PLACEMENT_COORDINATOR},
        of = Of.CASE)
@Controller
@RequestMapping("/upw/orders/{id}/assessment")
class AssessmentPage {
    private final ReadingAssessments reading;
    private final AssessingOrders assessing;
    private final SignedIn signedIn;

    AssessmentPage(ReadingAssessments reading, AssessingOrders assessing, SignedIn signedIn) {
        this.reading = reading;
        this.assessing = assessing;
        this.signedIn = signedIn;
    }

    @GetMapping
    String read(@PathVariable long id, Model model) {
        return show(id, null, "", Map.of(), model);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PSO},
            of = Of.CASE)
    @TakenBack("You can change the assessment until the task in Tasklist is completed.")
    @PostMapping
    String write(
            @PathVariable long id,
            @RequestParam(required = false) Boolean suitable,
            @RequestParam(required = false) Boolean needsAccess,
            @RequestParam(required = false) Frequency advised,
            @RequestParam(defaultValue = "") String health,
            @RequestParam(defaultValue = "") String risk,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Assessment assessment = new Assessment(suitable, needsAccess, advised, health, risk);
        try {
            assessing.write(id, assessment, signedIn.colleague());
            redirect.addFlashAttribute("notice", "The assessment is saved. Now complete the task in Tasklist.");
            return "redirect:/upw/orders/{id}/assessment";
        } catch (BreaksRules | Frozen | NotPossibleNow refused) {
            return again(id, assessment, "", refused, model, response);
        }
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, SPO, PRACTITIONER},
            of = Of.CASE)
    @TakenBack("You can change the reason until the task in Tasklist is completed.")
    @PostMapping("/reason")
    String reason(
            @PathVariable long id,
            @RequestParam Approver approver,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            assessing.writeReason(id, approver, reason, signedIn.colleague());
            redirect.addFlashAttribute("notice", "Your reason is saved. Now complete the task in Tasklist.");
            return "redirect:/upw/orders/{id}/assessment";
        } catch (BreaksRules | Frozen | NotPossibleNow refused) {
            return again(id, null, reason, refused, model, response);
        }
    }

    private String again(
            long id, Assessment entered, String reason, Refusal refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(id, entered, reason, refused.problems(""), model);
    }

    private String show(long id, Assessment entered, String reason, Map<String, String> problems, Model model) {
        AssessmentFile file = reading.assessment(id, signedIn.colleague());
        model.addAttribute("file", file);
        model.addAttribute("entered", entered == null ? file.assessment() : entered);
        model.addAttribute("reason", reason);
        model.addAttribute("frequencies", Frequency.values());
        model.addAttribute("atMost", Assessment.AT_MOST);
        model.addAttribute("problems", problems);
        return "unpaidwork/assessment";
    }
}
