package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderNotes;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Suitability;

/**
 * The suitability and risk assessment, and the approvals a placement needs: from a Senior Probation Officer if the risk
 * of serious harm is very high, from the practitioner at MAPPA level 2 and 3. The assessment and the reasons are
 * written on our page and encrypted; the task learns only that they have been written.
 */
@Service
public class AssessingOrders {

    /**
     * Which approvals are still missing. {@code suitable} is false if unpaid work was found not suitable, or an
     * approval was refused.
     */
    public record Approvals(boolean suitable, boolean spo, boolean practitioner) {}

    /** Who can approve a placement. */
    public enum Approver {
        SPO(Role.SPO, "Senior Probation Officer", Order::answeredBySpo, OrderNotes.Kind.SPO_APPROVAL),
        PRACTITIONER(
                Role.PRACTITIONER,
                "practitioner",
                Order::answeredByPractitioner,
                OrderNotes.Kind.PRACTITIONER_APPROVAL);

        private final Role role;
        private final String label;
        private final BiConsumer<Order, Boolean> answer;
        private final OrderNotes.Kind reason;

        Approver(Role role, String label, BiConsumer<Order, Boolean> answer, OrderNotes.Kind reason) {
            this.role = role;
            this.label = label;
            this.answer = answer;
            this.reason = reason;
        }

        public String label() {
            return label;
        }

        public Role role() {
            return role;
        }
    }

    public static final Role ASSESSOR = Role.PSO;

    private final Orders orders;
    private final OrderSteps steps;
    private final OrderNotes notes;
    private final Suitability suitability;
    private final CaseAccess access;
    private final Deadlines deadlines;
    private final Clock clock;

    AssessingOrders(
            Orders orders,
            OrderSteps steps,
            OrderNotes notes,
            Suitability suitability,
            CaseAccess access,
            Deadlines deadlines,
            Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.notes = notes;
        this.suitability = suitability;
        this.access = access;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The deadline of the first appointment, in working days from the allocation. */
    @Transactional(readOnly = true)
    public LocalDate firstAppointmentBy(long orderId, int workingDays) {
        LocalDate allocated = orders.get(orderId).allocatedOn();
        return deadlines.workingDaysFrom(allocated == null ? deadlines.today() : allocated, workingDays);
    }

    /**
     * Saves the assessment. It can be rewritten until the task is completed.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague may not assess
     * @throws Refusal with a sentence for the colleague if it cannot be accepted
     */
    @Transactional
    public void write(long orderId, Assessment assessment, Colleague by) {
        Locked locked = steps.lock(orderId);
        access.mustWorkOn(locked.probationCase(), by, ASSESSOR);
        mustStandAt(locked, OrderState.ASSESSMENT, "an assessment");
        check(assessment);
        locked.order()
                .assess(
                        assessment.suitable(),
                        assessment.needsAccess(),
                        assessment.advised(),
                        by.userName(),
                        clock.instant());
        notes.write(locked.order(), OrderNotes.Kind.HEALTH, assessment.health(), by.userName());
        notes.write(locked.order(), OrderNotes.Kind.RISK, assessment.risk(), by.userName());
        orders.save(locked.order());
        steps.audit(locked, by.userName(), "ASSESSMENT_WRITTEN", Map.of());
    }

    /**
     * Records that the officer has held the induction and written the assessment.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they are not an officer of the
     *     region, or may not see the case
     * @throws BreaksRules if the answer cannot be accepted
     */
    @Transactional
    public void record(long orderId, LocalDate inductionOn, TaskAnswer by) {
        Locked locked = steps.lock(orderId);
        steps.mustHold(locked, ASSESSOR, by);
        if (!locked.standsAt(OrderState.ASSESSMENT)) return;
        locked.order().induct(inductionOn, deadlines);
        orders.save(locked.order());
        steps.audit(locked, by.by(), "ORDER_ASSESSED", Map.of("inductionOn", inductionOn.toString()));
    }

    /** The approvals that are still missing. If none is, the order goes on to its project. */
    @Transactional
    public Approvals approvals(long orderId) {
        Locked locked = steps.lock(orderId);
        Approvals missing = missing(locked.order(), locked);
        if (missing.suitable()
                && !missing.spo()
                && !missing.practitioner()
                && locked.order().state() == OrderState.APPROVAL) {
            locked.order().approve();
            orders.save(locked.order());
        }
        return missing;
    }

    /**
     * Records whether the approver approves the placement.
     *
     * @return whether this approver has approved it
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they are not this approver, or may
     *     not see the case
     * @throws BreaksRules if the answer is not valid
     */
    @Transactional
    public boolean approve(long orderId, Approver approver, String answer, TaskAnswer by) {
        Locked locked = steps.lock(orderId);
        steps.mustHold(locked, approver.role, by);
        boolean approved = "YES".equals(answer);
        if (!approved && !"NO".equals(answer)) throw new BreaksRules("Choose whether you approve the placement.");
        if (locked.standsAt(OrderState.APPROVAL)) {
            approver.answer.accept(locked.order(), approved);
            orders.save(locked.order());
            steps.audit(
                    locked,
                    by.by(),
                    approved ? "PLACEMENT_APPROVED" : "PLACEMENT_NOT_APPROVED",
                    Map.of("approver", approver));
            approvals(orderId);
        }
        return approved;
    }

    /**
     * Saves why a placement is approved or not.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague is not the approver
     * @throws Refusal with a sentence for the colleague if it cannot be accepted
     */
    @Transactional
    public void writeReason(long orderId, Approver approver, String reason, Colleague by) {
        Locked locked = steps.lock(orderId);
        access.mustWorkOn(locked.probationCase(), by, approver.role);
        mustStandAt(locked, OrderState.APPROVAL, "an approval");
        if (reason == null || reason.isBlank()) throw new BreaksRules("reason", "Enter your reason");
        if (reason.length() > Assessment.AT_MOST)
            throw new BreaksRules(
                    "reason", "Your reason must be %,d characters or fewer".formatted(Assessment.AT_MOST));
        notes.write(locked.order(), approver.reason, reason.strip(), by.userName());
        orders.save(locked.order());
        steps.audit(locked, by.userName(), "APPROVAL_REASON_WRITTEN", Map.of("approver", approver));
    }

    /**
     * Unpaid work is not suitable or was not approved: it is assessed again, or the order goes back to the court.
     *
     * @return whether it is assessed again
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they do not manage the sentence, or
     *     may not see the case
     * @throws BreaksRules if the decision is not valid
     */
    @Transactional
    public boolean decideNotSuitable(long orderId, String decision, TaskAnswer by) {
        Locked locked = steps.lock(orderId);
        steps.mustHold(locked, locked.practitionerRole(), by);
        boolean again = "ASSESS_AGAIN".equals(decision);
        if (!locked.standsAt(OrderState.APPROVAL)) return again;
        switch (decision) {
            case "ASSESS_AGAIN" -> locked.order().assessAgain();
            case "APPLY_TO_COURT" -> locked.order().returnToCourt();
            case null, default ->
                throw new BreaksRules("Choose whether to assess it again or to go back to the court.");
        }
        orders.save(locked.order());
        steps.audit(locked, by.by(), "ORDER_NOT_SUITABLE", Map.of("decision", decision));
        return again;
    }

    private Approvals missing(Order order, Locked locked) {
        Suitability.Answer answer = suitability.of(locked.probationCase(), order.suitable());
        boolean refused = answer.spoApproval() && Boolean.FALSE.equals(order.spoApproved())
                || answer.practitionerApproval() && Boolean.FALSE.equals(order.practitionerApproved());
        return new Approvals(
                answer.suitable() && !refused,
                answer.spoApproval() && !Boolean.TRUE.equals(order.spoApproved()),
                answer.practitionerApproval() && !Boolean.TRUE.equals(order.practitionerApproved()));
    }

    private static void mustStandAt(Locked locked, OrderState state, String what) {
        if (locked.owner().frozen())
            throw new Frozen(
                    "Unpaid work is frozen for a transfer. The unit that has it after the transfer goes on from here.");
        if (locked.order().state() != state)
            throw new NotPossibleNow(
                    "This order is not waiting for %s now. Load the page again to see its state.".formatted(what));
    }

    private static void check(Assessment assessment) {
        if (assessment.suitable() == null) throw new BreaksRules("suitable", "Select yes if unpaid work is suitable");
        if (assessment.needsAccess() == null)
            throw new BreaksRules("needsAccess", "Select yes if the person needs an accessible project");
        if (assessment.advised() == null) throw new BreaksRules("advised", "Select how often the person can work");
        if (assessment.health().length() > Assessment.AT_MOST)
            throw new BreaksRules(
                    "health",
                    "What you write about health must be %,d characters or fewer".formatted(Assessment.AT_MOST));
        if (assessment.risk().length() > Assessment.AT_MOST)
            throw new BreaksRules(
                    "risk", "What you write about risk must be %,d characters or fewer".formatted(Assessment.AT_MOST));
    }
}
