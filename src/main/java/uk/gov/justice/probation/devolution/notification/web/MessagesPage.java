package uk.gov.justice.probation.devolution.notification.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.notification.ReadingMessages;
import uk.gov.justice.probation.devolution.notification.ReadingMessages.Received;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.web.WholeList;

/** The messages to a colleague and their groups: a list that says which are unread, and each on a page of its own. */
@Allows(of = Of.OWN, everyRole = true, staff = true)
@Controller
@RequestMapping("/messages")
class MessagesPage {
    private static final int PAGE_SIZE = 50;
    private static final String UNREAD = "unread";

    private final ReadingMessages reading;
    private final SignedIn signedIn;

    MessagesPage(ReadingMessages reading, SignedIn signedIn) {
        this.reading = reading;
        this.signedIn = signedIn;
    }

    @GetMapping
    String messages(
            @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") int page, Model model) {
        Colleague colleague = signedIn.colleague();
        boolean unreadOnly = show.equals(UNREAD);
        int unread = reading.unread(colleague);
        int all = reading.count(colleague);
        PageAsked asked = new PageAsked(page, PAGE_SIZE);
        model.addAttribute("messages", reading.list(colleague, unreadOnly, PAGE_SIZE, asked.before()));
        model.addAttribute("unreadOnly", unreadOnly);
        model.addAttribute("unread", unread);
        model.addAttribute("all", all);
        model.addAttribute("first", asked.before() + 1);
        model.addAttribute("number", asked.number());
        model.addAttribute("of", asked.of(unreadOnly ? unread : all));
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.<Received>of(
                                "messages", (atMost, before) -> reading.list(colleague, unreadOnly, atMost, before))
                        .column("Message", Received::subject)
                        .column("What it says", Received::body)
                        .column("To", Received::toGroup)
                        .column("Sent", Received::at)
                        .column("Read", Received::isRead));
        return "messages";
    }

    /** It is read once it is opened. */
    @GetMapping("/message")
    String message(@RequestParam(defaultValue = "0") long id, Model model) {
        model.addAttribute("message", reading.open(id, signedIn.colleague()));
        return "message";
    }

    @TakenBack("Every message stays in the list and can be opened again.")
    @PostMapping("/read")
    String allRead(@RequestParam(defaultValue = "0") long newest, RedirectAttributes redirect) {
        reading.allRead(newest, signedIn.colleague());
        redirect.addFlashAttribute("notice", "All messages are marked as read.");
        return "redirect:/messages";
    }
}
