package uk.gov.justice.probation.devolution.caseload.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PLACEMENT_COORDINATOR;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_MANAGER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.caseload.LookingAtCases;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;

/**
 * A person's cases, found by their CRN from every page: who does which service for them and since when, and what is
 * going on.
 */
@Allows(
        value = {
            PSC_SERVICE_OWNER,
            PSC_MANAGER,
            CASE_ADMIN,
            PSO,
            SPO,
            PRACTITIONER,
            PLACEMENT_COORDINATOR,
            UPW_SUPERVISOR,
            HEAD_OF_OPERATIONS,
            DATA_LEAD
        },
        of = Of.CASE,
        staff = true)
@Controller
class CasesPage {
    private final LookingAtCases looking;
    private final SignedIn signedIn;

    CasesPage(LookingAtCases looking, SignedIn signedIn) {
        this.looking = looking;
        this.signedIn = signedIn;
    }

    @GetMapping("/cases")
    String find(@RequestParam(defaultValue = "") String crn, Model model) {
        model.addAttribute("typed", crn.strip());
        model.addAttribute("problems", Map.of());
        if (crn.isBlank()) return "caseload/cases";
        try {
            String asked = LookingAtCases.crn(crn);
            model.addAttribute("typed", asked);
            model.addAttribute("asked", asked);
            looking.find(asked, signedIn.colleague()).ifPresent(file -> model.addAttribute("file", file));
        } catch (BreaksRules refused) {
            model.addAttribute("problems", refused.problems("crn"));
        }
        return "caseload/cases";
    }
}
