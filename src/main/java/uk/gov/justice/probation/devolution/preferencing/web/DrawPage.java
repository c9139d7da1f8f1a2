package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.APPEAL_CHAIR;
import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.TU;

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
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.checking.DrawReaders;
import uk.gov.justice.probation.devolution.preferencing.drawing.Words;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * Where the seed of a draw comes from and how it can be checked, for everybody who may see what is offered. The unions
 * and HR add their words here; unions and the appeal panel's chair name who may read everybody's rows.
 */
@Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
@Controller
@RequestMapping("/consultations/{id}/draw")
class DrawPage {

    private final RoundReaders readers;
    private final Words words;
    private final DrawReaders drawReaders;
    private final DrawView view;
    private final SignedIn signedIn;

    DrawPage(RoundReaders readers, Words words, DrawReaders drawReaders, DrawView view, SignedIn signedIn) {
        this.readers = readers;
        this.words = words;
        this.drawReaders = drawReaders;
        this.view = view;
        this.signedIn = signedIn;
    }

    @GetMapping
    String draw(@PathVariable long id, Model model) {
        return show(readers.consultation(id, signedIn.colleague()), Map.of(), model);
    }

    @Allows(
            value = {HR, TU},
            of = Of.REGION)
    @TakenBack("You can replace the word until the last person's time to answer has ended.")
    @PostMapping("/word")
    String word(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String word,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Facts consultation = readers.consultation(id, signedIn.colleague());
        try {
            words.enter(id, word, signedIn.colleague());
        } catch (NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(consultation, Map.of("word", refused.getMessage()), model);
        }
        redirect.addFlashAttribute(
                "notice", "Your word is added. It is shown when the last person's time to answer has ended.");
        return "redirect:/consultations/%d/draw".formatted(id);
    }

    @Allows(
            value = {TU, APPEAL_CHAIR},
            of = Of.REGION)
    @TakenBack("Whom you have named can be taken back on the same page, but not what they have downloaded by then.")
    @PostMapping("/readers")
    String name(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String userName,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Facts consultation = readers.consultation(id, signedIn.colleague());
        try {
            drawReaders.name(id, userName, signedIn.colleague());
        } catch (NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(consultation, Map.of("userName", refused.getMessage()), model);
        }
        redirect.addFlashAttribute("notice", "%s is named.".formatted(userName.strip()));
        return "redirect:/consultations/%d/draw".formatted(id);
    }

    @Allows(
            value = {TU, APPEAL_CHAIR},
            of = Of.REGION)
    @TakenBack("The same person can be named again on the same page.")
    @PostMapping("/readers/{readerId}/taken-back")
    String takeBack(@PathVariable long id, @PathVariable long readerId, RedirectAttributes redirect) {
        readers.consultation(id, signedIn.colleague());
        drawReaders.takeBack(id, readerId, signedIn.colleague());
        redirect.addFlashAttribute("notice", "The name is taken back.");
        return "redirect:/consultations/%d/draw".formatted(id);
    }

    private String show(Facts consultation, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        view.show(consultation, colleague, readers.own(consultation.id(), colleague), model);
        model.addAttribute("problems", problems);
        return "preferencing/draw";
    }
}
