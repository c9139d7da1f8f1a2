package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.TU;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import uk.gov.justice.probation.devolution.camunda.TasksOnPages;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages.Doing;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.question.AnsweringQuestions;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents;
import uk.gov.justice.probation.devolution.consultation.question.Questions;
import uk.gov.justice.probation.devolution.consultation.question.Questions.Question;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * Lets participants ask questions, and HR answer them, or the unions those about negotiations if the region says so.
 * Answers are published without saying who asked.
 */
@Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
@Controller
@RequestMapping("/consultations/{id}/questions")
class QuestionsPage {
    private static final int LONGEST_QUESTION = 1000;
    private static final int LONGEST_ANSWER = 2000;

    private final Questions questions;
    private final AnsweringQuestions answering;
    private final ConsultationOverview overview;
    private final ConsultationLookup lookup;
    private final TasksOnPages tasks;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    QuestionsPage(
            Questions questions,
            AnsweringQuestions answering,
            ConsultationOverview overview,
            ConsultationLookup lookup,
            TasksOnPages tasks,
            OnceMore onceMore,
            SignedIn signedIn) {
        this.questions = questions;
        this.answering = answering;
        this.overview = overview;
        this.lookup = lookup;
        this.tasks = tasks;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String all(@PathVariable long id, Model model) {
        return show(id, "", null, "", Map.of(), model);
    }

    @Allows(of = Of.OWN, staff = true)
    @TakenBack("You cannot change a question. To correct it, ask another one.")
    @PostMapping
    String ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "false") boolean negotiation,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConsultationLookup.mustBeIndividual(lookup.consultation(id, signedIn.colleague()));
        String problem = problem(question, "question", LONGEST_QUESTION);
        if (problem != null) return refused(response, show(id, question, null, "", Map.of("question", problem), model));
        questions.ask(id, question.strip(), negotiation, signedIn.colleague());
        redirect.addFlashAttribute("notice", "Your question is asked. You see the answer here.");
        return "redirect:/consultations/%d/questions".formatted(id);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, HR, TU},
            of = Of.REGION)
    @TakenBack("You can answer it again: the last answer is shown.")
    @PostMapping("/{questionId}/answer")
    String answer(
            @PathVariable long id,
            @PathVariable long questionId,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        lookup.consultation(id, signedIn.colleague());
        String problem = problem(answer, "answer", LONGEST_ANSWER);
        if (problem != null)
            return refused(response, show(id, "", questionId, answer, Map.of("answer-" + questionId, problem), model));
        answering.answer(id, questionId, answer.strip(), signedIn.colleague());
        redirect.addFlashAttribute("notice", "The answer is saved.");
        return "redirect:/consultations/%d/questions".formatted(id);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, HR},
            of = Of.REGION)
    @AskedOnceMore("What is published cannot be taken back. You can still correct a single answer here.")
    @PostMapping("/publish")
    String publish(
            @PathVariable long id,
            @RequestParam(required = false) Long taskKey,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Facts consultation = lookup.forHr(id, signedIn.colleague(), "publish the answers of this consultation");
        List<Question> asked = questions.seenBy(signedIn.colleague(), consultation).stream()
                .filter(Question::mayAnswer)
                .toList();
        List<Question> open = asked.stream().filter(one -> one.answer() == null).toList();
        if (!open.isEmpty())
            return refused(
                    response,
                    show(
                            id,
                            "",
                            open.getFirst().id(),
                            "",
                            Map.of(
                                    "answer-" + open.getFirst().id(),
                                    open.size() == 1
                                            ? "Answer this question before you publish"
                                            : "Answer this question and %d more before you publish"
                                                    .formatted(open.size() - 1)),
                            model));
        Doing doing = tasks.begin(HoldingEvents.ANSWERING, consultation.subject(), taskKey, signedIn.inEveryRole());
        return onceMore.ask(
                doing::complete,
                () -> Check.before(
                                "Publish the questions and answers?",
                                "Publish them",
                                "/consultations/%d/questions".formatted(id))
                        .fact("Questions with their answers", asked.size())
                        .then("Everybody who is consulted can read them, without the names of those who asked."),
                () -> {
                    redirect.addFlashAttribute("notice", doing.afterwards());
                    return "redirect:/consultations/%d/questions".formatted(id);
                },
                model);
    }

    private String show(
            long id, String question, Long answering, String answer, Map<String, String> problems, Model model) {
        Colleague colleague = signedIn.colleague();
        Facts consultation = lookup.consultation(id, colleague);
        model.addAttribute("consultation", consultation);
        model.addAttribute("events", overview.events(id));
        model.addAttribute("questions", questions.seenBy(colleague, consultation));
        model.addAttribute("mayAsk", questions.mayAsk(colleague, consultation));
        model.addAttribute("toUnion", questions.negotiationsGoToUnion(consultation.regionCode()));
        model.addAttribute(
                "doing",
                tasks.waiting(HoldingEvents.ANSWERING, consultation.subject(), signedIn.inEveryRole())
                        .orElse(null));
        model.addAttribute("question", question);
        model.addAttribute("answering", answering);
        model.addAttribute("answer", answer);
        model.addAttribute("problems", problems);
        return "consultation/questions";
    }

    private static String problem(String text, String what, int longest) {
        if (text.isBlank()) return "Enter the " + what;
        return text.length() > longest ? "Shorten the %s to %d characters".formatted(what, longest) : null;
    }

    private static String refused(HttpServletResponse response, String view) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return view;
    }
}
