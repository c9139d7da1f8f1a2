package uk.gov.justice.probation.devolution.letters.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.letters.Letter;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.TakenBack;

/** A letter, for the person, their line manager and HR, who can correct the address if it could not be sent. */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/letters")
class LetterPages {
    private final Letters letters;
    private final SignedIn signedIn;

    LetterPages(Letters letters, SignedIn signedIn) {
        this.letters = letters;
        this.signedIn = signedIn;
    }

    @GetMapping("/{id:\\d+}")
    String letter(@PathVariable long id, Model model) {
        return page(id, null, Map.of(), model);
    }

    @GetMapping("/{id:\\d+}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        return PdfToKeep.named("letter-%d.pdf".formatted(id), letters.pdf(id, signedIn.colleague()));
    }

    @Allows(value = HR, of = Of.REGION)
    @TakenBack("You can change the address again until the task in Tasklist is answered. Nothing is sent before that.")
    @PostMapping("/{id:\\d+}/address")
    Object address(@PathVariable long id, @RequestParam String email, Model model, RedirectAttributes redirect) {
        try {
            letters.mendAddress(id, email, signedIn.colleague());
        } catch (BreaksRules noAddress) {
            return page(id, email, noAddress.problems("email"), model);
        }
        redirect.addFlashAttribute(
                "notice", "The address is changed. Answer the task in Tasklist with 'send it again'.");
        return "redirect:/letters/" + id;
    }

    private String page(long id, String typed, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        Letter letter = letters.of(id, colleague);
        model.addAttribute("letter", letter);
        model.addAttribute("managed", letters.managedBy(letter, colleague));
        model.addAttribute("email", typed == null ? letter.email() : typed);
        model.addAttribute("problems", problems);
        return "letter";
    }
}
