package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders.Approver;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderNotes;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Suitability;

/** Reads the assessment of an order, for those whose work it is. Every reading is audited. */
@Service
public class ReadingAssessments {
    static final Role[] READERS = {Role.PSO, Role.SPO, Role.PRACTITIONER, Role.PLACEMENT_COORDINATOR};

    /**
     * What the assessment says, and why the placement was approved or not; empty where nothing has been written.
     *
     * @param writes whether the colleague can write the assessment now
     * @param approvesAs in which roles the colleague is now asked to approve the placement
     */
    public record AssessmentFile(
            Order order,
            ProbationCase probationCase,
            Assessment assessment,
            String assessedBy,
            String spoReason,
            String practitionerReason,
            boolean writes,
            List<Approver> approvesAs) {
        @Override
        public String toString() {
            return "AssessmentFile[order=%d]".formatted(order.id());
        }
    }

    private final Orders orders;
    private final Cases cases;
    private final CaseAccess access;
    private final OrderNotes notes;
    private final Suitability suitability;
    private final AuditTrail audit;

    ReadingAssessments(
            Orders orders,
            Cases cases,
            CaseAccess access,
            OrderNotes notes,
            Suitability suitability,
            AuditTrail audit) {
        this.orders = orders;
        this.cases = cases;
        this.access = access;
        this.notes = notes;
        this.suitability = suitability;
        this.audit = audit;
    }

    /**
     * The assessment with the approvers' reasons. The reading is audited.
     *
     * @throws NotFound if there is no such order
     * @throws NotAllowedException if the colleague may not read it
     */
    @Transactional
    public AssessmentFile assessment(long orderId, Colleague colleague) {
        Order order = orders.get(orderId);
        ProbationCase probationCase = cases.get(order.caseId());
        access.mustWorkOn(probationCase, colleague, READERS);
        audit.record(
                colleague.userName(),
                "ASSESSMENT_VIEWED",
                order.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn()));
        Assessment written = new Assessment(
                order.suitable(),
                order.needsAccess(),
                order.advisedFrequency(),
                notes.read(order, OrderNotes.Kind.HEALTH),
                notes.read(order, OrderNotes.Kind.RISK));
        return new AssessmentFile(
                order,
                probationCase,
                written,
                order.assessedBy(),
                notes.read(order, OrderNotes.Kind.SPO_APPROVAL),
                notes.read(order, OrderNotes.Kind.PRACTITIONER_APPROVAL),
                order.state() == OrderState.ASSESSMENT
                        && access.mayWorkOn(probationCase, colleague, AssessingOrders.ASSESSOR),
                approvesAs(order, probationCase, colleague));
    }

    private List<Approver> approvesAs(Order order, ProbationCase probationCase, Colleague colleague) {
        if (order.state() != OrderState.APPROVAL) return List.of();
        Suitability.Answer needed = suitability.of(probationCase, order.suitable());
        return Stream.of(Approver.values())
                .filter(approver -> approver == Approver.SPO ? needed.spoApproval() : needed.practitionerApproval())
                .filter(approver -> access.mayWorkOn(probationCase, colleague, approver.role()))
                .toList();
    }
}
