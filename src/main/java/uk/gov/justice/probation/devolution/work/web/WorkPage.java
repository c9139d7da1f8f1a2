package uk.gov.justice.probation.devolution.work.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.FilteredAddress;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.WholeList;
import uk.gov.justice.probation.devolution.work.ExpectedWork;
import uk.gov.justice.probation.devolution.work.ExpectedWork.Expected;
import uk.gov.justice.probation.devolution.work.Family;
import uk.gov.justice.probation.devolution.work.InSomebodysPlace;
import uk.gov.justice.probation.devolution.work.NamingDeputies;
import uk.gov.justice.probation.devolution.work.WaitingTask;
import uk.gov.justice.probation.devolution.work.Wanted;
import uk.gov.justice.probation.devolution.work.Wanted.Due;
import uk.gov.justice.probation.devolution.work.Wanted.Whose;
import uk.gov.justice.probation.devolution.work.WorkQuery;

/**
 * Everybody's first page: what waits for them and their groups, the overdue first. What is wanted stands in the
 * address, so that it can be sent to somebody else, who then sees theirs.
 */
@Allows(of = Of.OWN, everyRole = true, staff = true)
@Controller
class WorkPage {
    private static final int PAGE_SIZE = 50;
    private static final String PATH = "/work";

    private final WorkQuery work;
    private final List<ExpectedWork> expected;
    private final NamingDeputies deputies;
    private final List<InSomebodysPlace> inPlaces;
    private final SignedIn signedIn;

    WorkPage(
            WorkQuery work,
            List<ExpectedWork> expected,
            NamingDeputies deputies,
            List<InSomebodysPlace> inPlaces,
            SignedIn signedIn) {
        this.work = work;
        this.expected = expected;
        this.deputies = deputies;
        this.inPlaces = inPlaces;
        this.signedIn = signedIn;
    }

    @GetMapping(PATH)
    String work(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Colleague colleague = signedIn.colleague();
        Wanted wanted = new Wanted(
                q,
                Due.of(due),
                Whose.of(whose),
                Family.of(family).map(Family::word).orElse(""),
                colleague.groups().contains(group) ? group : "");
        Map<Due, Integer> counts = work.count(colleague, wanted);
        PageAsked asked = new PageAsked(page, PAGE_SIZE);
        model.addAttribute("wanted", wanted);
        model.addAttribute("counts", counts);
        List<WaitingTask> tasks = work.list(colleague, wanted, PAGE_SIZE, asked.before());
        model.addAttribute("tasks", tasks);
        model.addAttribute("inPlaceOf", inPlaceOf(tasks, colleague));
        model.addAttribute("standing", work.standing());
        model.addAttribute("me", colleague.userName());
        Set<String> away = deputies.awayFor(colleague);
        model.addAttribute("away", away);
        model.addAttribute("groups", new TreeSet<>(colleague.groups()));
        model.addAttribute("families", Family.values());
        model.addAttribute(
                "everyWhose",
                Arrays.stream(Whose.values())
                        .filter(each -> each != Whose.AWAY || !away.isEmpty() || wanted.whose() == Whose.AWAY)
                        .toList());
        model.addAttribute("address", address(wanted));
        model.addAttribute("elsewhere", address(wanted.due(Due.ALL)));
        model.addAttribute("number", asked.number());
        model.addAttribute("of", asked.of(counts.get(wanted.due())));
        model.addAttribute(
                "expected", wanted.equals(Wanted.ALL) && counts.get(Due.ALL) == 0 ? expected(colleague) : List.of());
        model.addAttribute(WholeList.ATTRIBUTE, wholeList(colleague, wanted));
        return "work/work";
    }

    /** The name of the one in whose place a task is done, by its key; asked for only of families that are shown. */
    private Map<Long, String> inPlaceOf(List<WaitingTask> tasks, Colleague colleague) {
        Map<Long, String> names = new HashMap<>();
        for (InSomebodysPlace each : inPlaces) {
            List<WaitingTask> ofFamily = tasks.stream()
                    .filter(task -> each.family().equals(task.family()) && task.about() != null)
                    .toList();
            if (ofFamily.isEmpty()) continue;
            Map<String, String> whose = each.whose(colleague);
            ofFamily.stream()
                    .filter(task -> whose.containsKey(task.about()))
                    .forEach(task -> names.put(task.key(), whose.get(task.about())));
        }
        return names;
    }

    /** Asked for only where nothing waits. */
    private List<Expected> expected(Colleague colleague) {
        return expected.stream().flatMap(each -> each.of(colleague).stream()).toList();
    }

    private WholeList<WaitingTask> wholeList(Colleague colleague, Wanted wanted) {
        return WholeList.of("work", (atMost, before) -> work.list(colleague, wanted, atMost, before))
                .column("Task", WaitingTask::name)
                .column("About", WaitingTask::words)
                .column("Due", WaitingTask::dueAt)
                .column("Overdue", WaitingTask::overdue)
                .column("Waiting since", WaitingTask::since)
                .column("Claimed by", WaitingTask::claimedBy);
    }

    /** Where the same is wanted again; what is wanted in any case is left out. */
    private static String address(Wanted wanted) {
        return FilteredAddress.of(PATH)
                .with("q", wanted.text())
                .with("due", wanted.due() == Due.ALL ? "" : wanted.due().word())
                .with("whose", wanted.whose() == Whose.ALL ? "" : wanted.whose().word())
                .with("family", wanted.family())
                .with("group", wanted.group())
                .toString();
    }
}
