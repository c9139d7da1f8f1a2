package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Match;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Match.Opening;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * Proposes projects for an order and records the coordinator's choice. The choice must still be possible when it
 * arrives: the hard rules are checked again, and the place is taken while nobody else can take it.
 */
@Service
public class ChoosingProjects {
    public static final TaskOnPage TASK = TaskOnPage.of("upw-beginning", "Task_ChooseProject", "projectOnPage");

    /** A project that can be chosen: its code, and how the form describes it. */
    public record Proposal(String projectCode, String label) {}

    /** The coordinator's choice; null if nothing was chosen. */
    public record Choice(String projectCode, String frequency, LocalDate firstSessionOn) {}

    private static final EnteredDay FIRST_SESSION_ON =
            EnteredDay.required("the day of the first session", DayRule.notPast());
    private static final int PROPOSED = 10;
    private static final Role COORDINATOR = Role.PLACEMENT_COORDINATOR;
    private static final Role[] READERS = {COORDINATOR, Role.PSO, Role.SPO, Role.PRACTITIONER};

    private final Orders orders;
    private final OrderSteps steps;
    private final Projects projects;
    private final ProjectMatches matches;
    private final CaseAccess access;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Clock clock;

    ChoosingProjects(
            Orders orders,
            OrderSteps steps,
            Projects projects,
            ProjectMatches matches,
            CaseAccess access,
            Deadlines deadlines,
            WorkingDays workingDays,
            Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.projects = projects;
        this.matches = matches;
        this.access = access;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The best ten. */
    @Transactional
    public List<Proposal> propose(long orderId) {
        Locked locked = steps.lock(orderId);
        return matches.best(locked.order(), locked.probationCase(), PROPOSED).stream()
                .map(match -> new Proposal(match.project().code(), label(match)))
                .toList();
    }

    /**
     * Every project of the region for the coordinator's page: in, with rank and score, or out, with every reason. The
     * reasons reveal the person's risk and health.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague may not know that
     */
    @Transactional(readOnly = true)
    public List<Match> all(Order order, ProbationCase probationCase, Colleague by) {
        access.mustWorkOn(probationCase, by, READERS);
        return matches.all(order, probationCase);
    }

    /**
     * Records the coordinator's answer to the task. For a limited-access case it names no project, which is chosen on
     * our page beforehand ({@link #chooseOnPage}).
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they are not a coordinator of the
     *     region, or may not see the case
     * @throws BreaksRules if the choice cannot be accepted
     */
    @Transactional
    public void choose(long orderId, Choice choice, TaskAnswer by) {
        Locked locked = steps.lock(orderId);
        steps.mustHold(locked, COORDINATOR, by);
        if (!locked.standsAt(OrderState.PROJECT)) return;
        if (locked.probationCase().limitedAccess())
            throw new BreaksRules("No project has been chosen on the order's page yet.");
        take(locked, choice, by.by()).ifPresent(refused -> {
            throw new BreaksRules(refused);
        });
    }

    /**
     * Whether the colleague can now choose the order's project on our page, as happens for a limited-access case
     * because a task must not name it.
     */
    @Transactional(readOnly = true)
    public boolean choosesOnPage(Order order, ProbationCase probationCase, Colleague by) {
        return probationCase.limitedAccess()
                && order.state() == OrderState.PROJECT
                && by.holds(COORDINATOR, probationCase.regionCode());
    }

    /**
     * Reserves a place for a limited-access case.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague is not a coordinator
     *     with access
     * @throws BreaksRules with a sentence for the colleague if the choice cannot be accepted
     */
    @Transactional
    public void chooseOnPage(long orderId, Choice choice, Colleague by) {
        Locked locked = steps.lock(orderId);
        access.mustWorkOn(locked.probationCase(), by, COORDINATOR);
        if (locked.owner().frozen() || !choosesOnPage(locked.order(), locked.probationCase(), by)) {
            throw new BreaksRules(
                    "projectCode",
                    "This order is not waiting for a choice here. Load the page again to see its state.");
        }
        take(locked, choice, by.userName()).ifPresent(refused -> {
            throw new BreaksRules("projectCode", refused);
        });
    }

    private Optional<String> take(Locked locked, Choice choice, String by) {
        Frequency frequency = Arrays.stream(Frequency.values())
                .filter(one -> one.name().equals(choice.frequency()))
                .findFirst()
                .orElse(null);
        if (choice.projectCode() == null || choice.projectCode().isBlank()) return Optional.of("Choose a project.");
        if (frequency == null)
            return Optional.of("Choose how often the person works: %s.".formatted(Frequency.choices()));
        Optional<String> impossible = FIRST_SESSION_ON.problem(choice.firstSessionOn(), deadlines);
        if (impossible.isPresent()) return impossible;
        String code = choice.projectCode().strip();
        WorkProject project = projects.lockById(code)
                .filter(one -> one.regionCode().equals(locked.probationCase().regionCode()))
                .orElse(null);
        if (project == null)
            return Optional.of("%s has no project with the code %s."
                    .formatted(locked.probationCase().regionName(), code));
        Optional<String> refused = refusal(locked, project, choice.firstSessionOn());
        if (refused.isPresent()) return refused;
        locked.order().place(code, frequency, choice.firstSessionOn());
        orders.save(locked.order());
        Map<String, ?> chosen = Map.of(
                "project",
                code,
                "frequency",
                frequency,
                "firstSessionOn",
                choice.firstSessionOn().toString());
        steps.audit(locked, by, "PROJECT_CHOSEN", locked.probationCase().limitedAccess() ? Map.of() : chosen);
        return Optional.empty();
    }

    /** Says nothing about the person, because the text is shown in the task. */
    private Optional<String> refusal(Locked locked, WorkProject project, LocalDate on) {
        Optional<String> begun = project.begun(on, LocalDateTime.now(clock));
        if (begun.isPresent()) return begun;
        if (on.isAfter(matches.latest()))
            return Optional.of("The first session must be by %s.".formatted(Deadlines.inWords(matches.latest())));
        if (isBankHoliday(on)) return Optional.of("%s is a bank holiday.".formatted(Deadlines.inWords(on)));
        Optional<String> closed = project.closed(on);
        return closed.isPresent()
                ? closed
                : noPlace(matches.of(project, locked.order(), locked.probationCase()), on.getDayOfWeek())
                        .or(() -> noPlaceOn(project, on, locked.probationCase()));
    }

    /** The letter names the first day: there has to be a session on it. */
    private Optional<String> noPlaceOn(WorkProject project, LocalDate on, ProbationCase probationCase) {
        return matches.isFull(project, on, probationCase)
                ? Optional.of("%s has no free place on %s.".formatted(project.name(), Deadlines.inWords(on)))
                : Optional.empty();
    }

    private Optional<String> noPlace(Match match, DayOfWeek day) {
        String days = day.getDisplayName(TextStyle.FULL, Locale.UK) + "s";
        if (match.project().free(day) == 0)
            return Optional.of("%s has no free place on %s any more."
                    .formatted(match.project().name(), days));
        if (!match.in())
            return Optional.of("%s does not fit this order. The order's page says why."
                    .formatted(match.project().name()));
        return match.openings().stream().map(Opening::day).anyMatch(day::equals)
                ? Optional.empty()
                : Optional.of("%s does not fit the days of this order.".formatted(days));
    }

    private boolean isBankHoliday(LocalDate on) {
        return on.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
                && !workingDays.calendar().isWorkingDay(on);
    }

    private static String label(Match match) {
        return "%d. %s, %s, %s"
                .formatted(
                        match.rank(),
                        match.project().name(),
                        match.score().distanceInWords(),
                        match.days().inWords());
    }
}
