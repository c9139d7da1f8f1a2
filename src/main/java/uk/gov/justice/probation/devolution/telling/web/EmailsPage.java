package uk.gov.justice.probation.devolution.telling.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.telling.OutgoingEmails;
import uk.gov.justice.probation.devolution.web.Problem;

/** Shows the emails that are not sent because GOV.UK Notify is not configured. */
@Allows(of = Of.OWN, everyRole = true, staff = true)
@Controller
class EmailsPage {
    private static final int AT_MOST = 100;

    private final OutgoingEmails emails;
    private final SignedIn signedIn;

    EmailsPage(OutgoingEmails emails, SignedIn signedIn) {
        this.emails = emails;
        this.signedIn = signedIn;
    }

    @GetMapping("/mailbox/emails")
    String emails(Model model) {
        if (emails.reachPeople()) throw Problem.notFound("There is no mailbox here: emails are sent by GOV.UK Notify.");
        model.addAttribute("emails", emails.to(signedIn.colleague(), AT_MOST));
        model.addAttribute("atMost", AT_MOST);
        return "telling/emails";
    }
}
