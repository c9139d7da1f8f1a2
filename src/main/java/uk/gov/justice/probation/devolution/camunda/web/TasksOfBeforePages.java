package uk.gov.justice.probation.devolution.camunda.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PROGRAMME;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

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
import uk.gov.justice.probation.devolution.camunda.SubjectsToChoose.Choice;
import uk.gov.justice.probation.devolution.camunda.TasksOfBefore;
import uk.gov.justice.probation.devolution.camunda.TasksOfBefore.Waiting;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * The pages on which colleagues say what a task from before subjects were recorded is about. Its answer is not saved
 * until then.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, HR, PROGRAMME, UPW_SUPERVISOR, PRACTITIONER, PSO},
        of = Of.REGION)
@Controller
@RequestMapping("/tasks-of-before")
class TasksOfBeforePages {
    private static final String LIST = "/tasks-of-before";

    private final TasksOfBefore tasks;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    TasksOfBeforePages(TasksOfBefore tasks, OnceMore onceMore, SignedIn signedIn) {
        this.tasks = tasks;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String list(Model model) {
        List<Waiting> waiting = tasks.of(signedIn.colleague());
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("tasks-of-before", waiting)
                        .column("Task", TasksOfBeforePages::task)
                        .column(
                                "It belongs to",
                                one -> one.question() == null
                                        ? "Not known"
                                        : one.question().belongsTo())
                        .column("Answered by", one -> one.task().answeredBy())
                        .column("Waiting since", one -> one.task().since()));
        return "camunda/tasks-of-before";
    }

    @GetMapping("/{key:\\d+}")
    String show(@PathVariable long key, Model model) {
        return page(waiting(key), Map.of(), model);
    }

    @AskedOnceMore(
            "After this, it cannot be changed. If it was wrong, the answer is refused and the task has to be brought back in Operate.")
    @PostMapping("/{key:\\d+}")
    String say(
            @PathVariable long key,
            @RequestParam(defaultValue = "") String choice,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Waiting waiting = waiting(key);
        try {
            return onceMore.ask(
                    () -> tasks.say(key, choice, signedIn.colleague()),
                    said -> check(waiting, said),
                    said -> {
                        redirect.addFlashAttribute(
                                "notice", "Saved. The answer is accepted or refused within a few minutes.");
                        return "redirect:" + LIST;
                    },
                    model);
        } catch (NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(waiting(key), Map.of("choice", refused.getMessage()), model);
        }
    }

    private static String task(Waiting waiting) {
        return waiting.question() == null
                ? "Step %s of %s"
                        .formatted(waiting.task().step(), waiting.task().process())
                : waiting.question().task();
    }

    private Check check(Waiting waiting, Choice said) {
        return Check.before(
                        "Say what this task is about?",
                        "Yes, it is about this",
                        LIST + "/" + waiting.task().key())
                .fact("Task", waiting.question().task())
                .fact("It belongs to", waiting.question().belongsTo())
                .fact("It is about", said.text())
                .fact("Answered by", waiting.task().answeredBy())
                .then(
                        "The answer is checked as usual: if %s may give it now, it is saved for what you choose and the work goes on."
                                .formatted(waiting.task().answeredBy()))
                .then(
                        "If it was sent for something else, or by somebody whose task it is not, it is refused, and the audit records it.");
    }

    private Waiting waiting(long key) {
        return tasks.find(key, signedIn.colleague())
                .orElseThrow(() -> Problem.notFound(
                        "This task is no longer waiting: its answer was accepted, or it was reopened in Operate."));
    }

    private String page(Waiting waiting, Map<String, String> problems, Model model) {
        model.addAttribute("waiting", waiting);
        model.addAttribute("theirs", tasks.isFor(waiting, signedIn.colleague()));
        model.addAttribute("group", TasksOfBefore.group(waiting));
        model.addAttribute("choices", waiting.task().said() ? null : tasks.choices(waiting, signedIn.colleague()));
        model.addAttribute("problems", problems);
        return "camunda/task-of-before";
    }
}
