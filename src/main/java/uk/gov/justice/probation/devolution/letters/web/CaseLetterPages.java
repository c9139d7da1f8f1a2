package uk.gov.justice.probation.devolution.letters.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.letters.CaseLetter;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseLetters.ToPost;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * Letters about cases: the list to be posted by case administrators, and each letter for those who may see its case.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, CASE_ADMIN},
        of = Of.CASE)
@Controller
@RequestMapping("/case-letters")
class CaseLetterPages {
    private static final int AT_MOST = 200;

    private final CaseLetters letters;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    CaseLetterPages(CaseLetters letters, OnceMore onceMore, SignedIn signedIn) {
        this.letters = letters;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String toPost(Model model) {
        Colleague colleague = signedIn.colleague();
        if (!colleague.holdsSomewhere(Role.CASE_ADMIN)) {
            throw new NotAllowedException(
                    "Only case administrators post letters. You are signed in as %s.".formatted(colleague.userName()));
        }
        return list(colleague, Map.of(), model);
    }

    @AskedOnceMore("After this, the mark cannot be removed from a letter.")
    @PostMapping
    String posted(@RequestParam(defaultValue = "") List<Long> posted, Model model, RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        List<Long> chosen = posted.stream().filter(Objects::nonNull).toList();
        if (chosen.isEmpty())
            return list(colleague, Map.of("posted", "Select the letters that are in the post"), model);
        try {
            return onceMore.ask(
                    () -> mark(chosen, colleague),
                    marked -> check(chosen.size(), marked),
                    marked -> {
                        redirect.addFlashAttribute(
                                "notice",
                                marked == 1
                                        ? "1 letter is marked as posted."
                                        : "%d letters are marked as posted.".formatted(marked));
                        return "redirect:/case-letters";
                    },
                    model);
        } catch (NotPossibleNow tooLate) {
            return list(colleague, tooLate.problems("posted"), model);
        }
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN, PSO, SPO, PRACTITIONER},
            of = Of.CASE,
            staff = true)
    @GetMapping("/{id:\\d+}")
    String letter(@PathVariable long id, Model model) {
        CaseLetter letter = letters.of(id, signedIn.colleague());
        model.addAttribute("letter", letter);
        model.addAttribute("maySend", letters.maySend(letter, signedIn.colleague()));
        return "case-letter";
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN, PSO, SPO, PRACTITIONER},
            of = Of.CASE,
            staff = true)
    @GetMapping("/{id:\\d+}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        return PdfToKeep.named("case-letter-%d.pdf".formatted(id), letters.pdf(id, signedIn.colleague()));
    }

    private int mark(List<Long> chosen, Colleague colleague) {
        int marked = letters.posted(chosen, colleague);
        if (marked == 0)
            throw new NotPossibleNow(
                    "Every letter you selected has been marked or withdrawn in the meantime: do not post them. The list shows what is left");
        return marked;
    }

    private String list(Colleague colleague, Map<String, String> problems, Model model) {
        model.addAttribute("letters", letters.toPost(colleague, AT_MOST));
        int waiting = letters.waiting(colleague);
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("letters-to-post", (atMost, before) -> letters.toPost(colleague, atMost, before))
                        .column("Letter", letter -> letter.readable() ? letter.subject() : "Limited access")
                        .column("About", ToPost::caseText)
                        .column("To", ToPost::addressee)
                        .column("Has gaps to fill in by hand", ToPost::byHand)
                        .column("Written", ToPost::writtenAt));
        model.addAttribute("problems", problems);
        return "case-letters";
    }

    private static Check check(int chosen, int marked) {
        Check check = Check.before(
                        "Mark %s as posted?".formatted(marked == 1 ? "1 letter" : "%d letters".formatted(marked)),
                        "Mark as posted",
                        "/case-letters")
                .fact("Letters you selected", chosen)
                .fact("Letters that will be marked", marked);
        if (marked < chosen)
            check = check.then(
                    "%d of those you selected have been marked or withdrawn in the meantime: do not post them."
                            .formatted(chosen - marked));
        return check.then("They leave the list at once, with your name and the time. Nobody has to post them any more.")
                .then("A letter that is in the post can no longer be withdrawn.");
    }
}
