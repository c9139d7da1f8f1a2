package uk.gov.justice.probation.devolution.termination.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_MANAGER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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
import uk.gov.justice.probation.devolution.camunda.OpenUserTask;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages;
import uk.gov.justice.probation.devolution.camunda.TasksOnPages.Doing;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.ListingTerminations;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Line;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Listed;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Queue;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Wanted;
import uk.gov.justice.probation.devolution.termination.ReadingTerminations;
import uk.gov.justice.probation.devolution.termination.ReadingTerminations.File;
import uk.gov.justice.probation.devolution.termination.Reopening;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.FilteredAddress;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * The queue of terminations, and the page of each: what is open, the outcome of each component, who decided what, and
 * reopening.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, PSC_MANAGER, CASE_ADMIN, PSO, SPO, PRACTITIONER, HEAD_OF_OPERATIONS, DATA_LEAD},
        of = Of.CASE)
@Controller
@RequestMapping("/terminations")
class TerminationPages {
    private static final int PAGE_SIZE = 50;
    private static final String OUTCOME = "outcome-";

    private final ListingTerminations listing;
    private final ReadingTerminations reading;
    private final GivingEvidence evidence;
    private final Reopening reopening;
    private final OnceMore onceMore;
    private final TasksOnPages tasks;
    private final SignedIn signedIn;

    TerminationPages(
            ListingTerminations listing,
            ReadingTerminations reading,
            GivingEvidence evidence,
            Reopening reopening,
            OnceMore onceMore,
            TasksOnPages tasks,
            SignedIn signedIn) {
        this.listing = listing;
        this.reading = reading;
        this.evidence = evidence;
        this.reopening = reopening;
        this.onceMore = onceMore;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "OPEN") Queue queue,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String pdu,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        PageAsked asked = new PageAsked(page, PAGE_SIZE);
        Wanted wanted = new Wanted(queue, region, pdu);
        Listed listed = listing.list(wanted, signedIn.colleague(), PAGE_SIZE, asked.before());
        model.addAttribute("listed", listed);
        model.addAttribute("queue", queue);
        model.addAttribute("region", region);
        model.addAttribute("pdu", pdu);
        model.addAttribute("address", address(queue == Queue.OPEN ? "" : queue.name(), region, pdu));
        model.addAttribute("elsewhere", address("", region, pdu));
        model.addAttribute("showing", asked.showing(listed.total()));
        model.addAttribute("number", asked.number());
        model.addAttribute("of", asked.of(listed.total()));
        model.addAttribute(WholeList.ATTRIBUTE, wholeList(wanted, signedIn.colleague()));
        return "termination/terminations";
    }

    private WholeList<Line> wholeList(Wanted wanted, Colleague colleague) {
        return WholeList.of(
                        "terminations",
                        (atMost, before) ->
                                listing.list(wanted, colleague, atMost, before).lines())
                .column("CRN", Line::crn)
                .column("Case", line -> line.visible() ? line.title() : "Limited access")
                .column("Region", Line::regionName)
                .column("Done by", Line::unitName)
                .column("Why", line -> line.visible() ? line.cause().label() : null)
                .column("Due", Line::dueOn)
                .column("Overdue", line -> line.visible() ? line.overdue() : null)
                .column("State", line -> line.visible() ? line.state().label() : null)
                .column("Blocked by", line -> String.join("; ", line.blockers()))
                .column("Why it has stopped", Line::still);
    }

    private static String address(String queue, String region, String pdu) {
        return FilteredAddress.of("/terminations")
                .with("queue", queue)
                .with("region", region)
                .with("pdu", pdu)
                .toString();
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PSC_MANAGER, CASE_ADMIN, PSO, SPO, PRACTITIONER, HEAD_OF_OPERATIONS, DATA_LEAD},
            of = Of.CASE,
            staff = true)
    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        return show(file(id), Map.of(), "", Map.of(), model);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN},
            of = Of.CASE)
    @TakenBack("You can change the outcomes while the task is open. After that, a reviewer can send it back.")
    @PostMapping("/{id}/outcomes")
    String give(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) Long taskKey,
            @RequestParam(defaultValue = "false") boolean complete,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Map<String, String> outcomes = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(OUTCOME)) outcomes.put(name.substring(OUTCOME.length()), value);
        });
        File file = file(id);
        try {
            redirect.addFlashAttribute("notice", complete ? giveAll(file, outcomes, taskKey) : give(file, outcomes));
            return "redirect:/terminations/" + id;
        } catch (BreaksRules | Frozen | NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(file, outcomes, "", refused.problems("components"), model);
        }
    }

    private String give(File file, Map<String, String> outcomes) {
        evidence.give(file.termination().id(), outcomes, signedIn.colleague());
        return "The outcomes are saved. When every component has one, complete the task.";
    }

    private String giveAll(File file, Map<String, String> outcomes, Long taskKey) {
        Doing doing = tasks.complete(
                GivingEvidence.TASK,
                file.termination().subject(),
                taskKey,
                signedIn.inEveryRole(),
                () -> evidence.giveAll(file.termination().id(), outcomes, signedIn.colleague()));
        return "The outcomes are saved. " + doing.afterwards();
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN},
            of = Of.CASE)
    @TakenBack("This only checks again. If something still stands in the way, the task comes back.")
    @PostMapping("/{id}/look")
    String look(@PathVariable long id, @RequestParam(required = false) Long taskKey, RedirectAttributes redirect) {
        Doing doing = tasks.complete(
                CollectingOpenWork.LOOK_AGAIN,
                file(id).termination().subject(),
                taskKey,
                signedIn.inEveryRole(),
                () -> {});
        redirect.addFlashAttribute(
                "notice", doing.afterwards() + " If something still stands in the way, the task comes back.");
        return "redirect:/terminations/" + id;
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN, SPO},
            of = Of.CASE)
    @AskedOnceMore("A reopened case can only be ended by another termination.")
    @PostMapping("/{id}/reopen")
    String reopen(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        File file = file(id);
        try {
            return onceMore.ask(
                    () -> reopening.reopen(
                            file.probationCase().crn(),
                            file.probationCase().eventNumber(),
                            reason,
                            signedIn.colleague()),
                    termination -> check(file, reason.strip()),
                    termination -> {
                        redirect.addFlashAttribute(
                                "notice", "The case is reopened. Everything this termination closed is open again.");
                        return "redirect:/terminations/" + id;
                    },
                    model);
        } catch (BreaksRules | Frozen | NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(file, Map.of(), reason, refused.problems("reason"), model);
        }
    }

    private static Check check(File file, String reason) {
        long closed = file.closed().stream().filter(line -> !line.restored()).count();
        Check check = Check.before(
                        "Reopen CRN %s, event %d?"
                                .formatted(
                                        file.probationCase().crn(),
                                        file.probationCase().eventNumber()),
                        "Reopen the case",
                        "/terminations/%d".formatted(file.termination().id()))
                .fact("State of the termination", file.termination().state().label())
                .fact(
                        "What it closed, and is opened again at once",
                        closed == 0 ? "Nothing yet" : String.valueOf(closed))
                .fact(
                        "Letters about its end that are no longer true",
                        file.letters().stream()
                                .filter(letter -> letter.withdrawnAt() == null)
                                .count())
                .fact("Why", reason)
                .then("Letters that are not posted yet are withdrawn. Tell everybody who has already got one.")
                .then("The workload of the practitioner counts the case again, and the groups of its region are told.");
        return file.termination().endsThePerson()
                ? check.then(
                        "Because it was a death or deportation, the person's other events that it ended are reopened too, in every region.")
                : check;
    }

    private OpenUserTask waiting(TaskOnPage task, File file) {
        return tasks.waiting(task, file.termination().subject(), signedIn.inEveryRole())
                .orElse(null);
    }

    private File file(long id) {
        return reading.file(id, signedIn.colleague());
    }

    /** @param chosen outcomes entered so far, by component; the saved ones if empty */
    private String show(
            File file, Map<String, String> chosen, String reason, Map<String, String> problems, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("chosen", chosen);
        model.addAttribute("doing", waiting(GivingEvidence.TASK, file));
        model.addAttribute("looking", waiting(CollectingOpenWork.LOOK_AGAIN, file));
        model.addAttribute("reason", reason);
        model.addAttribute("reasonAtMost", Reopening.REASON_AT_MOST);
        model.addAttribute("problems", problems);
        return "termination/termination";
    }
}
