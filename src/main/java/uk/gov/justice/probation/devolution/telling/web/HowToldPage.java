package uk.gov.justice.probation.devolution.telling.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.telling.Channel;
import uk.gov.justice.probation.devolution.telling.ChoosingChannels;
import uk.gov.justice.probation.devolution.telling.ManagedGroups;
import uk.gov.justice.probation.devolution.telling.Told;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.work.Holder;

/** How a colleague is told that something waits for them, for themselves to choose. */
@Allows(of = Of.OWN, everyRole = true, staff = true)
@Controller
@RequestMapping("/messages/settings")
class HowToldPage {
    private final ChoosingChannels channels;
    private final ManagedGroups managed;
    private final SignedIn signedIn;

    HowToldPage(ChoosingChannels channels, ManagedGroups managed, SignedIn signedIn) {
        this.channels = channels;
        this.managed = managed;
        this.signedIn = signedIn;
    }

    @GetMapping
    String form(Model model) {
        Told told = channels.of(Holder.user(signedIn.colleague().userName()));
        return show(told.channel(), told.email(), Map.of(), model);
    }

    @TakenBack("You can change it again on the same page.")
    @PostMapping
    String choose(
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Channel chosen = Channel.named(channel).orElse(null);
        try {
            channels.choose(chosen, email, signedIn.colleague());
        } catch (BreaksRules refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(chosen, email, refused.problems("channel"), model);
        }
        redirect.addFlashAttribute("notice", "Your choice is saved. It applies from now on.");
        return "redirect:/messages/settings";
    }

    private String show(Channel chosen, String email, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        model.addAttribute("chosen", chosen);
        model.addAttribute("email", email);
        model.addAttribute("inStaffFile", channels.isInStaffFile(colleague));
        model.addAttribute("channels", Channel.values());
        model.addAttribute("managed", managed.of(signedIn.inEveryRole()));
        model.addAttribute("problems", problems);
        return "telling/how-told";
    }
}
