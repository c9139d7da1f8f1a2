package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrderHistory.Records;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOverview.Placed;
import uk.gov.justice.probation.devolution.unpaidwork.order.EducationCap;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.WorkedFirstQuery;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;

/** Reads an order for those who may see its case. Every look at a limited-access case is audited. */
@Service
public class ReadingOrders {
    private static final Role[] EXTENDERS = {Role.PSO, Role.SPO, Role.PRACTITIONER};

    private final Orders orders;
    private final Cases cases;
    private final CaseAccess access;
    private final CaseOwners owners;
    private final OrderHistory history;
    private final AuditTrail audit;
    private final OrdersOverview overview;
    private final WorkedFirstQuery first;

    ReadingOrders(
            Orders orders,
            Cases cases,
            CaseAccess access,
            CaseOwners owners,
            OrderHistory history,
            AuditTrail audit,
            OrdersOverview overview,
            WorkedFirstQuery first) {
        this.orders = orders;
        this.cases = cases;
        this.access = access;
        this.owners = owners;
        this.history = history;
        this.audit = audit;
        this.overview = overview;
        this.first = first;
    }

    /**
     * The order with everything that its page shows.
     *
     * @throws NotFound if there is no such order
     * @throws NotAllowedException if the colleague may not see the case
     */
    @Transactional
    public OrderFile file(long orderId, Colleague colleague) {
        Order order = orders.get(orderId);
        ProbationCase probationCase = cases.get(order.caseId());
        access.mustSee(probationCase, colleague);
        if (probationCase.limitedAccess())
            audit.record(
                    colleague.userName(),
                    "ORDER_VIEWED",
                    order.subject(),
                    probationCase.regionCode(),
                    Map.of("crn", probationCase.crn()));
        boolean ours = !order.state().ended() && order.state() != OrderState.NOT_STARTED;
        Placed placed = overview.placed(orderId);
        Records records = history.of(order);
        boolean reads = access.mayWorkOn(probationCase, colleague, ReadingAssessments.READERS);
        var tasks = new OrderFile.Tasks(
                reads,
                reads,
                ours && access.mayWorkOn(probationCase, colleague, RecordingOutcomes.ROLES),
                ours && access.mayWorkOn(probationCase, colleague, EXTENDERS));
        return new OrderFile(
                order,
                probationCase,
                owners.find(order.caseId(), OrderSteps.SERVICE)
                        .map(CaseOwners.Owner::unitName)
                        .orElse(null),
                placed.team(),
                placed.project(),
                order.consecutive() && order.state() == OrderState.NOT_STARTED && first.waits(orderId),
                records.progress(),
                placed.travelMinutes(),
                EducationCap.of(order.minutesOrdered()),
                records.sessions(),
                records.enforcements(),
                records.letters(),
                tasks);
    }
}
