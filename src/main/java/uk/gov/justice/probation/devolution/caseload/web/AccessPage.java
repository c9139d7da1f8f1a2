package uk.gov.justice.probation.devolution.caseload.web;

import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.SPO;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.GrantingAccess;
import uk.gov.justice.probation.devolution.caseload.GrantingAccess.Grant;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * The page on which a senior probation officer or the data lead of a region gives and withdraws access to a
 * limited-access case. It shows only the CRN of the case.
 */
@Allows(
        value = {SPO, DATA_LEAD},
        of = Of.CASE)
@Controller
@RequestMapping("/cases/{id}/access")
class AccessPage {
    private final Cases cases;
    private final GrantingAccess granting;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    AccessPage(Cases cases, GrantingAccess granting, OnceMore onceMore, SignedIn signedIn) {
        this.cases = cases;
        this.granting = granting;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    /** The part of the case that the page shows. */
    record Shown(long id, String crn, boolean limited) {}

    @ModelAttribute(name = "shown", binding = false)
    Shown shown(@PathVariable long id) {
        ProbationCase found = cases.get(id);
        granting.mustGrant(found, signedIn.colleague());
        return new Shown(id, found.crn(), found.limitedAccess());
    }

    @GetMapping
    String list(@ModelAttribute("shown") Shown shown, Model model) {
        return page(shown, "", Map.of(), model);
    }

    @AskedOnceMore(
            "You can withdraw the access on the same page at any time. It does not undo what they have read by then.")
    @PostMapping
    String grant(
            @ModelAttribute("shown") Shown shown,
            @RequestParam(defaultValue = "") String userName,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            return onceMore.ask(
                    () -> granting.grant(shown.id(), userName, signedIn.colleague()),
                    () -> check(shown, userName.strip()),
                    () -> {
                        redirect.addFlashAttribute(
                                "notice", "%s can now see CRN %s.".formatted(userName.strip(), shown.crn()));
                        return "redirect:/cases/{id}/access";
                    },
                    model);
        } catch (BreaksRules | NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(shown, userName, refused.problems("userName"), model);
        }
    }

    @AskedOnceMore("You can give access again on the same page.")
    @PostMapping("/{grantId}/withdrawn")
    String withdraw(
            @ModelAttribute("shown") Shown shown,
            @PathVariable long grantId,
            Model model,
            RedirectAttributes redirect) {
        String who = granting.grants(shown.id(), signedIn.colleague()).stream()
                .filter(grant -> grant.id() == grantId)
                .map(Grant::userName)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "There is no access to CRN %s with the number %d.".formatted(shown.crn(), grantId)));
        return onceMore.ask(
                () -> granting.withdraw(shown.id(), grantId, signedIn.colleague()),
                () -> withdrawal(shown, who),
                () -> {
                    redirect.addFlashAttribute("notice", "The access to CRN %s is withdrawn.".formatted(shown.crn()));
                    return "redirect:/cases/{id}/access";
                },
                model);
    }

    private static Check check(Shown shown, String who) {
        return Check.before("Let %s see CRN %s?".formatted(who, shown.crn()), "Give access", page(shown))
                .fact("CRN", shown.crn())
                .fact("Who can see it then", who)
                .then("From now on they read everything of this person: every event, letter, session and reason.")
                .then("Every look is in the audit trail.");
    }

    private static Check withdrawal(Shown shown, String who) {
        return Check.before(
                        "Withdraw the access of %s to CRN %s?".formatted(who, shown.crn()),
                        "Withdraw access",
                        page(shown))
                .fact("CRN", shown.crn())
                .fact("Who can no longer see it", who)
                .then(
                        "From now on they see only the CRN of this person's events, and cannot complete any task of these events.")
                .then("Their work on the case stays undone until somebody with access takes over.");
    }

    private static String page(Shown shown) {
        return "/cases/%d/access".formatted(shown.id());
    }

    private String page(Shown shown, String entered, Map<String, String> problems, Model model) {
        List<Grant> grants = granting.grants(shown.id(), signedIn.colleague());
        model.addAttribute("grants", grants);
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("access", grants)
                        .column("Signs in as", Grant::userName)
                        .column("Given by", Grant::grantedBy)
                        .column("Given", Grant::grantedAt)
                        .column("Withdrawn by", Grant::withdrawnBy)
                        .column("Withdrawn", Grant::withdrawnAt));
        model.addAttribute("entered", entered);
        model.addAttribute("problems", problems);
        return "caseload/access";
    }
}
