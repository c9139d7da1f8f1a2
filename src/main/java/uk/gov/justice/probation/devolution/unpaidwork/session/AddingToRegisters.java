package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHours;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;

/**
 * Somebody came to a project's day who was not expected: they are put on its register, if their order is being worked
 * and they have not been anywhere else at those hours. Their outcome is then recorded like everybody's.
 */
@Service
public class AddingToRegisters {
    private static final String CRN = "crn";

    private final Cases cases;
    private final CaseAccess access;
    private final Orders orders;
    private final Projects projects;
    private final RegisterQuery register;
    private final SessionBatch batch;
    private final OrderSteps steps;
    private final Clock clock;

    AddingToRegisters(
            Cases cases,
            CaseAccess access,
            Orders orders,
            Projects projects,
            RegisterQuery register,
            SessionBatch batch,
            OrderSteps steps,
            Clock clock) {
        this.cases = cases;
        this.access = access;
        this.orders = orders;
        this.projects = projects;
        this.register = register;
        this.batch = batch;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * @throws BreaksRules with a sentence for the field {@code crn} if the person cannot be added; whoever may not work
     *     on a case is told the same as of one that does not exist
     */
    @Transactional
    public void add(String projectCode, LocalDate on, String crn, Colleague by) {
        ProjectHours project = projects.hours(projectCode);
        if (on.atTime(project.start()).isAfter(LocalDateTime.now(clock)))
            throw refused("%s has not begun on that day yet: add whoever came once it has.", project.name());
        List<ProbationCase> events = cases.events(crn);
        if (events.isEmpty()
                || !events.stream().allMatch(event -> access.mayWorkOn(event, by, RecordingOutcomes.ROLES)))
            throw refused(
                    "You work on no case with CRN %s. Check it, or ask somebody who works on the case to add the person.",
                    crn);
        ProbationCase of = events.stream()
                .filter(event -> event.endedOn() == null
                        && orders.ofCase(event.id()).stream().anyMatch(AddingToRegisters::isWorked))
                .findFirst()
                .orElseThrow(() -> refused("CRN %s has no unpaid work that is being worked.", crn));
        if (!of.regionCode().equals(projects.get(projectCode).regionCode()))
            throw refused("CRN %s is in another region than the project.", crn);
        OrderSteps.Locked locked = steps.lock(orders.ofCase(of.id()).stream()
                .filter(AddingToRegisters::isWorked)
                .findFirst()
                .orElseThrow()
                .id());
        Order order = locked.order();
        if (!isWorked(order)) throw refused("CRN %s has no unpaid work that is being worked.", crn);
        if (order.sentenceDate().isAfter(on)) throw refused("CRN %s was sentenced after that day.", crn);
        register.elsewhere(order.id(), crn, on, project).ifPresent(other -> {
            throw refused("CRN %s %s", crn, other);
        });
        String reference = "UPW-%d-%s-%s".formatted(order.id(), on, register.namedOn(order.id(), on) + 1);
        batch.add(reference, order.id(), project, on);
        steps.audit(locked, by.userName(), "CAME_UNEXPECTEDLY", Map.of("project", projectCode, "on", on.toString()));
    }

    private static boolean isWorked(Order order) {
        return order.state() == OrderState.SESSIONS && !order.hoursComplete();
    }

    private static BreaksRules refused(String sentence, Object... about) {
        return new BreaksRules(CRN, sentence.formatted(about));
    }
}
