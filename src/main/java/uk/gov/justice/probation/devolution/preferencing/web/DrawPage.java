package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.TU;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.drawing.Draws;
import uk.gov.justice.probation.devolution.preferencing.drawing.Party;
import uk.gov.justice.probation.devolution.preferencing.drawing.Words;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * Where the seed of a draw comes from, for everybody who may see what is offered; the unions and HR add their words
 * here.
 */
@Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
@Controller
@RequestMapping("/consultations/{id}/draw")
class DrawPage {

    /** A party, and whether it has added a word. */
    record PartyRow(Party party, boolean entered) {}

    private final RoundReaders readers;
    private final Rounds rounds;
    private final Words words;
    private final Draws draws;
    private final DrawNumbers numbers;
    private final Runs runs;
    private final SignedIn signedIn;

    DrawPage(
            RoundReaders readers,
            Rounds rounds,
            Words words,
            Draws draws,
            DrawNumbers numbers,
            Runs runs,
            SignedIn signedIn) {
        this.readers = readers;
        this.rounds = rounds;
        this.words = words;
        this.draws = draws;
        this.numbers = numbers;
        this.runs = runs;
        this.signedIn = signedIn;
    }

    @GetMapping
    String draw(@PathVariable long id, Model model) {
        return show(readers.consultation(id, signedIn.colleague()), Map.of(), model);
    }

    @Allows(
            value = {HR, TU},
            of = Of.REGION)
    @TakenBack("Until the last person's time to answer has ended, another word can be entered in its place.")
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
        redirect.addFlashAttribute("notice", "Your word is added. It is shown once the places are given out.");
        return "redirect:/consultations/%d/draw".formatted(id);
    }

    private String show(Facts consultation, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        Round round = rounds.find(consultation.id()).orElse(null);
        Optional<Run> run = runs.official(consultation.id());
        List<Party> parties = words.parties(consultation);
        List<String> entered = words.entered(consultation.id());
        model.addAttribute("consultation", consultation);
        model.addAttribute("round", round);
        model.addAttribute("run", run.orElse(null));
        model.addAttribute(
                "parties",
                parties.stream()
                        .map(party -> new PartyRow(party, entered.contains(party.id())))
                        .toList());
        model.addAttribute(
                "adds",
                round != null && words.areOpen(round)
                        ? parties.stream()
                                .filter(party -> party.isOf(colleague))
                                .findFirst()
                                .orElse(null)
                        : null);
        model.addAttribute(
                "origin",
                round != null && round.hasSecret() && run.isPresent() ? draws.origin(round, consultation) : null);
        model.addAttribute(
                "number",
                readers.own(consultation.id(), colleague)
                        .map(Member::id)
                        .flatMap(numbers::of)
                        .orElse(null));
        model.addAttribute("lastClosing", round == null ? null : rounds.lastClosing(consultation.id()));
        model.addAttribute("longest", Words.LONGEST);
        model.addAttribute("problems", problems);
        return "preferencing/draw";
    }
}
