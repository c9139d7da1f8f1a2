package uk.gov.justice.probation.devolution.handover.web;

import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.handover.CaseLists;
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.TransferExceptions;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.ItemDecision;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.OpenException;
import uk.gov.justice.probation.devolution.handover.web.ExceptionsForm.Choice;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.TakenBack;

/**
 * Cases that changed since the inventory and stayed: the data lead tries each again or leaves it with a reason, singly
 * or all undecided ones at once.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, DATA_LEAD},
        of = Of.REGION)
@Controller
@RequestMapping("/handovers/{id}/exceptions")
class ExceptionsPage {
    private static final int PAGE_SIZE = 50;

    private final HandoverOverview overview;
    private final CaseLists cases;
    private final TransferExceptions exceptions;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    ExceptionsPage(
            HandoverOverview overview,
            CaseLists cases,
            TransferExceptions exceptions,
            OnceMore onceMore,
            SignedIn signedIn) {
        this.overview = overview;
        this.cases = cases;
        this.exceptions = exceptions;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @ModelAttribute(name = "handover", binding = false)
    HandoverReport handover(@PathVariable long id) {
        return AskedHandover.of(id, overview);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, HEAD_OF_OPERATIONS, DATA_LEAD},
            of = Of.REGION)
    @GetMapping
    String list(
            @ModelAttribute("handover") HandoverReport handover,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return show(handover, page, null, new Choice(), Map.of(), model);
    }

    @TakenBack("You can change the decisions here until the task in Tasklist is completed.")
    @PostMapping
    String decide(
            @ModelAttribute("handover") HandoverReport handover,
            @RequestParam(defaultValue = "1") int page,
            @ModelAttribute ExceptionsForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        mustBeDataLead(handover);
        Map<String, String> problems = new LinkedHashMap<>();
        List<ItemDecision> made = new ArrayList<>();
        for (OpenException item : exceptions.open(handover.id())) {
            Choice choice = form.getChoices().get(item.itemId());
            if (choice == null || !choice.changes(item)) continue;
            if (choice.problem() == null) made.add(choice.asDecision(item.itemId()));
            else
                problems.put(
                        (choice.problem().startsWith("Choose") ? "retry-" : "reason-") + item.itemId(),
                        choice.problem());
        }
        if (made.isEmpty() && problems.isEmpty())
            problems.put("cases", "Choose, or change, what happens to at least one case");
        if (problems.isEmpty()) take(handover, made, "cases", problems);
        if (!problems.isEmpty()) return refused(handover, page, form, new Choice(), problems, model, response);
        return saved(handover, page, made.size(), redirect);
    }

    @AskedOnceMore(
            "You can change each decision, but not all of them at once, until the task in Tasklist is completed.")
    @PostMapping("/all")
    String decideAll(
            @ModelAttribute("handover") HandoverReport handover,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        mustBeDataLead(handover);
        Choice choice = new Choice(decision, reason);
        List<ItemDecision> made = exceptions.open(handover.id()).stream()
                .filter(item -> item.decision() == null)
                .map(item -> choice.asDecision(item.itemId()))
                .toList();
        Map<String, String> problems = new LinkedHashMap<>();
        if (choice.problem() != null)
            problems.put(choice.problem().startsWith("Choose") ? "all-retry" : "all-reason", choice.problem());
        if (problems.isEmpty() && made.isEmpty()) problems.put("all-retry", "Every case already has a decision");
        if (problems.isEmpty()) {
            try {
                return onceMore.ask(
                        () -> exceptions.decide(handover.id(), made, signedIn.colleague()),
                        () -> check(handover, choice, made.size()),
                        () -> saved(handover, 1, made.size(), redirect),
                        model);
            } catch (NotPossibleNow e) {
                problems.put("all-retry", e.getMessage());
            }
        }
        return refused(handover, 1, null, choice, problems, model, response);
    }

    private static Check check(HandoverReport handover, Choice choice, int cases) {
        boolean retry = choice.getDecision().equals("RETRY");
        Check check = Check.before(
                        "Decide about %,d %s at once?".formatted(cases, cases == 1 ? "case" : "cases"),
                        "Decide about all of them",
                        "/handovers/%d/exceptions".formatted(handover.id()))
                .fact(
                        "Handover",
                        "%s in %s"
                                .formatted(
                                        handover.planRowId(), handover.region().name()))
                .fact("Cases without a decision", "%,d".formatted(cases))
                .fact("What happens to each", retry ? "It is tried again" : "It is left where it is");
        if (!retry) check = check.fact("Why", choice.getReason().strip());
        return check.then("%s gets this decision at once. Earlier decisions stay as they are."
                        .formatted(cases == 1 ? "The case" : "Each of the %,d cases".formatted(cases)))
                .then(
                        retry
                                ? "When the task in Tasklist is completed, they are in scope again and the next transfer moves them."
                                : "When the task in Tasklist is completed, they stay with the unit that holds them and leave this handover for good.");
    }

    private void mustBeDataLead(HandoverReport handover) {
        signedIn.colleague()
                .mustHold(
                        DATA_LEAD,
                        handover.region().code(),
                        "decide on the exceptions of %s in %s"
                                .formatted(
                                        handover.planRowId(), handover.region().name()));
    }

    /** Somebody else, or another transfer, may have changed a case since the page was loaded. */
    private void take(HandoverReport handover, List<ItemDecision> made, String field, Map<String, String> problems) {
        try {
            exceptions.decide(handover.id(), made, signedIn.colleague());
        } catch (NotPossibleNow e) {
            problems.put(field, e.getMessage());
        }
    }

    private String saved(HandoverReport handover, int page, int decided, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "notice", "%,d %s saved.".formatted(decided, decided == 1 ? "decision" : "decisions"));
        redirect.addAttribute("page", page);
        return "redirect:/handovers/" + handover.id() + "/exceptions";
    }

    private String refused(
            HandoverReport handover,
            int page,
            ExceptionsForm form,
            Choice all,
            Map<String, String> problems,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(handover, page, form, all, problems, model);
    }

    private String show(
            HandoverReport handover,
            int wanted,
            ExceptionsForm form,
            Choice all,
            Map<String, String> problems,
            Model model) {
        Colleague colleague = signedIn.colleague();
        List<OpenException> open = cases.exceptions(handover, colleague);
        int pages = Math.max(1, (open.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int number = Math.clamp(wanted, 1, pages);
        List<OpenException> items = open.subList((number - 1) * PAGE_SIZE, Math.min(open.size(), number * PAGE_SIZE));
        ExceptionsForm shown = form == null ? ExceptionsForm.of(items) : form;
        items.forEach(item -> shown.getChoices().putIfAbsent(item.itemId(), new Choice()));
        model.addAttribute("items", items);
        model.addAttribute("changes", exceptions.changes(items));
        model.addAttribute("choices", shown.getChoices());
        model.addAttribute("all", all);
        model.addAttribute("problems", problems);
        model.addAttribute("number", number);
        model.addAttribute("of", pages);
        model.addAttribute("total", open.size());
        model.addAttribute(
                "undecided",
                open.stream().filter(item -> item.decision() == null).count());
        model.addAttribute(
                "decides", colleague.holds(DATA_LEAD, handover.region().code()));
        model.addAttribute("opensImports", colleague.isServiceOwner() || colleague.holdsSomewhere(DATA_LEAD));
        return "handover/exceptions";
    }
}
