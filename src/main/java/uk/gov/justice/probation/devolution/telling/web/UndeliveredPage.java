package uk.gov.justice.probation.devolution.telling.web;

import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.telling.UndeliveredEmails;

/** Somebody whom no email reaches, for those who tell them in another way: the page can be printed and handed over. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR, HEAD_OF_OPERATIONS},
        of = Of.REGION)
@Controller
class UndeliveredPage {
    private final UndeliveredEmails undelivered;
    private final SignedIn signedIn;

    UndeliveredPage(UndeliveredEmails undelivered, SignedIn signedIn) {
        this.undelivered = undelivered;
        this.signedIn = signedIn;
    }

    @GetMapping("/messages/undelivered/{undeliveredId:\\d+}")
    String undelivered(@PathVariable long undeliveredId, Model model) {
        model.addAttribute("undelivered", undelivered.of(undeliveredId, signedIn.colleague()));
        return "telling/undelivered";
    }
}
