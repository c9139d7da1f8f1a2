package uk.gov.justice.probation.devolution.telling.web;

import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

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
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.telling.Channel;
import uk.gov.justice.probation.devolution.telling.ChoosingChannels;
import uk.gov.justice.probation.devolution.telling.ManagedGroups;
import uk.gov.justice.probation.devolution.telling.Told;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.work.Holder;

/** How a task group is told that something waits for it, for its manager to choose. */
@Allows(
        value = {PSC_SERVICE_OWNER, HEAD_OF_OPERATIONS},
        of = Of.REGION)
@Controller
@RequestMapping("/messages/settings/groups/{group}")
class GroupToldPage {
    private final ChoosingChannels channels;
    private final ManagedGroups managed;
    private final SignedIn signedIn;

    GroupToldPage(ChoosingChannels channels, ManagedGroups managed, SignedIn signedIn) {
        this.channels = channels;
        this.managed = managed;
        this.signedIn = signedIn;
    }

    @GetMapping
    String form(@PathVariable String group, Model model) {
        managed.mustManage(group, signedIn.colleague());
        Told told = channels.of(Holder.group(group));
        return show(group, told.channel(), told.email(), Map.of(), model);
    }

    @TakenBack("You can change it again on the same page.")
    @PostMapping
    String choose(
            @PathVariable String group,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Channel chosen = Channel.named(channel).orElse(null);
        try {
            channels.chooseFor(group, chosen, email, signedIn.colleague());
        } catch (BreaksRules refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(group, chosen, email, refused.problems("channel"), model);
        }
        redirect.addFlashAttribute("notice", "The choice for %s is saved. It applies from now on.".formatted(group));
        return "redirect:/messages/settings";
    }

    private static String show(String group, Channel chosen, String email, Map<String, String> problems, Model model) {
        model.addAttribute("group", group);
        model.addAttribute("chosen", chosen);
        model.addAttribute("email", email);
        model.addAttribute("channels", Channel.values());
        model.addAttribute("problems", problems);
        return "telling/group-told";
    }
}
