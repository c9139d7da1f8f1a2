package uk.gov.justice.probation.devolution.security.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;

@Allows(of = Of.EVERYTHING, everybody = true)
@Controller
class SignInPage {
    static final String PATH = "/sign-in";
    /** What waits for whoever has signed in, if they did not ask for another page. */
    static final String THEN = "/work";

    private final ObjectProvider<TrialLogins> trialLogins;
    private final ThrottleSettings throttle;

    SignInPage(ObjectProvider<TrialLogins> trialLogins, ThrottleSettings throttle) {
        this.trialLogins = trialLogins;
        this.throttle = throttle;
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(required = false) String refused,
            @RequestParam(required = false) String throttled,
            @RequestParam(required = false) String out,
            Model model) {
        TrialLogins logins = trialLogins.getIfAvailable();
        model.addAttribute("refused", refused != null || throttled != null);
        model.addAttribute("throttled", throttled != null);
        model.addAttribute("throttledFor", throttle.inWords());
        model.addAttribute("out", out != null);
        model.addAttribute("local", logins != null);
        model.addAttribute("roles", logins == null ? List.of() : logins.roles());
        return "sign-in";
    }
}
