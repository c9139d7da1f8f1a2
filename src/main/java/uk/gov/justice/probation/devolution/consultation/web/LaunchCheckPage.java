package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.launch.ChoicesQuery;
import uk.gov.justice.probation.devolution.consultation.launch.Draft;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchDrafts;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations.Launched;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingDrafts;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingDrafts.Preview;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.Dates;
import uk.gov.justice.probation.devolution.web.OnceMore;

/** HR checks all answers about a consultation that is prepared, and launches it or gives it up. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/launch/{id}")
class LaunchCheckPage {
    private final LaunchDrafts drafts;
    private final LaunchingDrafts launching;
    private final ChoicesQuery choices;
    private final Dates dates;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    LaunchCheckPage(
            LaunchDrafts drafts,
            LaunchingDrafts launching,
            ChoicesQuery choices,
            Dates dates,
            OnceMore onceMore,
            SignedIn signedIn) {
        this.drafts = drafts;
        this.launching = launching;
        this.choices = choices;
        this.dates = dates;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    /** An answer, and the page on which it is changed; null if it cannot be. */
    record Answer(String question, String answer, String step) {}

    @GetMapping("/check")
    String check(@PathVariable long id, Model model) {
        return show(id, Map.of(), model);
    }

    @AskedOnceMore(
            "You can cancel the consultation until the unions are told. After that you can only remove people or add others.")
    @PostMapping("/check")
    String launch(@PathVariable long id, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        Draft draft = drafts.get(id, colleague);
        Map<String, String> problems;
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        try {
            return onceMore.ask(
                    () -> launching.launch(id, colleague),
                    launched -> before(draft, launched),
                    launched -> {
                        redirect.addFlashAttribute(
                                "notice",
                                "The consultation is launched: %d people take part.".formatted(launched.people()));
                        return "redirect:/consultations/"
                                + launched.consultation().id();
                    },
                    model);
        } catch (ImportRefusedException e) {
            String step = e.file().equals("vacancies") ? "places" : "scope";
            problems = Map.of(
                    step,
                    "The file that comes with the launch is no longer clean: %d problem(s). Send it again on its page to see each."
                            .formatted(e.total()));
        } catch (BreaksRules e) {
            problems = e.problems("name");
        } catch (NotPossibleNow e) {
            problems = e.problems("scope");
        } catch (Taken e) {
            status = HttpStatus.CONFLICT;
            problems = e.problems(isOfName(e) ? "name" : "scope");
        }
        response.setStatus(status.value());
        return show(id, problems, model);
    }

    /** Anything else that is taken, a person or an import, is told with its details. */
    private static boolean isOfName(Taken taken) {
        return taken.details().isEmpty();
    }

    @AskedOnceMore("A deleted draft cannot be brought back. To launch a consultation after all, start a new draft.")
    @PostMapping("/give-up")
    String giveUp(@PathVariable long id, Model model, RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        Draft draft = drafts.get(id, colleague);
        return onceMore.ask(
                () -> drafts.giveUp(id, colleague),
                () -> Check.before("Delete this draft?", "Delete it", "/consultations/launch/%d/check".formatted(id))
                        .fact("Consultation", draft.name())
                        .fact("Region", choices.regionName(draft.regionCode()))
                        .then("Your answers and the files that you sent are deleted. Nobody has been told of them."),
                () -> {
                    redirect.addFlashAttribute("notice", "The draft ‘%s’ is deleted.".formatted(draft.name()));
                    return "redirect:/consultations";
                },
                model);
    }

    private Check before(Draft draft, Launched launched) {
        Facts consultation = launched.consultation();
        Check check = Check.before(
                        "Launch the consultation?",
                        "Launch the consultation",
                        "/consultations/launch/%d/check".formatted(draft.id()))
                .fact("Consultation", consultation.title())
                .fact("Region", consultation.regionName())
                .fact("People who take part", "%,d".formatted(launched.people()))
                .fact("How places are shared out", consultation.aim().title())
                .fact("Places each person may rank", consultation.aim().namesAtMost(consultation.maxChoices()))
                .fact("Longest journey each way", "%d minutes".formatted(consultation.mobilityLimitMinutes()))
                .fact("Last moment to rank places", lastMoment(draft))
                .carrying("changed", draft.changedAt().toString());
        if (draft.people() == Draft.People.FILE)
            check = check.fact("File of people", "%s: its staff data is imported first".formatted(draft.peopleFile()));
        if (draft.places() == Draft.Places.NEW)
            check = check.fact("Free places", "%s: imported first".formatted(places(draft)));
        return check.then("The trade unions are consulted first. %,d %s told and asked once the unions have answered."
                        .formatted(launched.people(), launched.people() == 1 ? "person is" : "people are"))
                .then("They cannot take part in another consultation until this one is closed.");
    }

    private String show(long id, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        Draft draft = drafts.get(id, colleague);
        Preview preview = launching.preview(id, colleague);
        model.addAttribute("draft", draft);
        model.addAttribute("problems", problems);
        model.addAttribute("people", preview.people().size());
        model.addAttribute("answers", answers(draft, preview));
        model.addAttribute("takingPart", preview.takingPart());
        return "consultation/launch-check";
    }

    private List<Answer> answers(Draft draft, Preview preview) {
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer("Name", draft.name(), "name"));
        answers.add(new Answer("Region", choices.regionName(draft.regionCode()), null));
        answers.add(new Answer("Who takes part", who(draft), "scope"));
        answers.add(new Answer("People", "%,d".formatted(preview.people().size()), "people"));
        answers.add(new Answer("Places that are offered", places(draft), "places"));
        Objective aim = draft.objective() == null ? null : Objective.valueOf(draft.objective());
        answers.add(new Answer("How places are shared out", aim == null ? null : aim.title(), "terms"));
        if (aim != null) {
            answers.add(new Answer("Places each person may rank", aim.namesAtMost(draft.maxChoices()), "terms"));
            answers.add(new Answer("Longest journey each way", draft.mobilityLimit() + " minutes", "terms"));
            answers.add(new Answer("Last moment to rank places", lastMoment(draft), "terms"));
        }
        return answers;
    }

    private String lastMoment(Draft draft) {
        return draft.preferencesCloseOn() == null
                ? "Set when the places are published"
                : "The end of " + dates.day(draft.preferencesCloseOn());
    }

    private static String places(Draft draft) {
        if (draft.places() == null) return null;
        if (draft.places() == Draft.Places.KNOWN) return "The known places";
        return draft.vacanciesFile() == null ? "The places you entered" : "The file " + draft.vacanciesFile();
    }

    private String who(Draft draft) {
        if (draft.people() == null) return null;
        if (draft.people() == Draft.People.FILE) return "Those in the file " + draft.peopleFile();
        String unit = draft.unitCode() == null
                ? "Everybody who works for the region"
                : "The staff of " + name(choices.units(), draft.unitCode());
        return "%s; sites: %s; grades: %s"
                .formatted(
                        unit,
                        names(choices.sites(draft.regionCode()), draft.sites()),
                        names(choices.grades(), draft.grades()));
    }

    private static String names(List<CodeAndName> known, List<String> codes) {
        return codes.isEmpty()
                ? "all"
                : codes.stream().map(code -> name(known, code)).collect(Collectors.joining(", "));
    }

    private static String name(List<CodeAndName> known, String code) {
        return known.stream()
                .filter(one -> one.code().equals(code))
                .map(CodeAndName::name)
                .findFirst()
                .orElse(code);
    }
}
