package uk.gov.justice.probation.devolution.notification.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;

@Allows(of = Of.OWN, everyRole = true)
@Controller
class MessagesPage {
    private static final int AT_MOST = 100;

    private final Notifications notifications;
    private final SignedIn signedIn;

    MessagesPage(Notifications notifications, SignedIn signedIn) {
        this.notifications = notifications;
        this.signedIn = signedIn;
    }

    @GetMapping("/messages")
    String messages(Model model) {
        model.addAttribute("messages", notifications.to(signedIn.colleague().groups(), AT_MOST));
        model.addAttribute("atMost", AT_MOST);
        return "messages";
    }
}
