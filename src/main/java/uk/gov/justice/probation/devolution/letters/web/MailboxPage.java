package uk.gov.justice.probation.devolution.letters.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.justice.probation.devolution.letters.Mailbox;
import uk.gov.justice.probation.devolution.letters.Mailbox.Mail;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.WholeList;

/** Shows the letters that are not sent because GOV.UK Notify is not configured. */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
class MailboxPage {
    private static final int AT_MOST = 100;

    private final Mailbox mailbox;
    private final SignedIn signedIn;

    MailboxPage(Mailbox mailbox, SignedIn signedIn) {
        this.mailbox = mailbox;
        this.signedIn = signedIn;
    }

    @GetMapping("/mailbox")
    String mails(Model model) {
        if (!mailbox.isUsed()) throw Problem.notFound("There is no mailbox here: letters are sent by GOV.UK Notify.");
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("mailbox", mailbox.of(signedIn.colleague(), AT_MOST))
                        .column("Letter", Mail::subject)
                        .column("To", Mail::to)
                        .column("Posted", Mail::postedAt));
        model.addAttribute("mails", mailbox.of(signedIn.colleague(), AT_MOST));
        model.addAttribute("atMost", AT_MOST);
        return "mailbox";
    }
}
