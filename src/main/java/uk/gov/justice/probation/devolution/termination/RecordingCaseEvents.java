package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * Records a death, recall, revocation, deportation or transfer out. Whatever must stop stops at once, in one
 * transaction, even if a task is open or the queue is frozen; then the case is terminated. Recording the same event
 * again changes nothing.
 */
@Service
public class RecordingCaseEvents {
    static final Role[] TELLERS = {Role.CASE_ADMIN, Role.PRACTITIONER, Role.PSO, Role.SPO, Role.DATA_LEAD};
    private static final EnteredDay OCCURRED_ON =
            EnteredDay.required("the day on which it occurred", DayRule.happened());

    private final EventRules rules;
    private final CaseEvents events;
    private final StoppingOrders stopping;
    private final Orders orders;
    private final TerminatingByEvent terminating;
    private final Cases cases;
    private final CaseAccess access;
    private final Deadlines deadlines;

    RecordingCaseEvents(
            EventRules rules,
            CaseEvents events,
            StoppingOrders stopping,
            Orders orders,
            TerminatingByEvent terminating,
            Cases cases,
            CaseAccess access,
            Deadlines deadlines) {
        this.rules = rules;
        this.events = events;
        this.stopping = stopping;
        this.orders = orders;
        this.terminating = terminating;
        this.cases = cases;
        this.access = access;
        this.deadlines = deadlines;
    }

    /**
     * @param type code of a {@code termination_reason} that is an event
     * @return whether it was new for any event of the person
     * @throws NotFound if there is no such case
     * @throws NotAllowedException if the colleague does not work on the case
     * @throws NotPossibleNow with a sentence if it cannot be recorded
     */
    @Transactional
    public boolean record(String crn, int eventNumber, String type, LocalDate occurredOn, Colleague by) {
        ProbationCase told = cases.find(crn, eventNumber)
                .orElseThrow(() -> new NotFound("There is no event %d of CRN %s.".formatted(eventNumber, crn)));
        access.mustWorkOn(told, by, TELLERS);
        check(told, type, occurredOn);
        List<ProbationCase> ends = EventRules.isOfThePerson(type) ? cases.events(crn) : List.of(told);
        if (ends.stream().allMatch(event -> events.isKnownOf(event.id(), type, occurredOn))) return false;
        boolean news = false;
        for (ProbationCase locked : lock(ends)) news |= record(locked, type, occurredOn, by);
        return news;
    }

    private List<ProbationCase> lock(List<ProbationCase> ends) {
        ProbationCase one = ends.getFirst();
        if (ends.size() == 1) return List.of(cases.lock(one.id()));
        cases.lockPerson(one.id());
        stopping.lock(ends.stream().map(ProbationCase::id).toList());
        return cases.events(one.crn());
    }

    private boolean record(ProbationCase probationCase, String type, LocalDate occurredOn, Colleague by) {
        if (events.isKnown(probationCase.id(), type)) {
            events.correct(probationCase, type, occurredOn, by);
            return false;
        }
        events.keep(probationCase, type, occurredOn, by);
        if (probationCase.endedOn() != null) return true;
        SortedMap<Long, OrderState> running = running(probationCase.id());
        stopping.stop(probationCase.id(), type, occurredOn);
        terminating.terminate(probationCase, type, occurredOn, running);
        return true;
    }

    /** The orders of the case that have not ended, with the state of each. */
    private SortedMap<Long, OrderState> running(long caseId) {
        return orders.ofCase(caseId).stream()
                .filter(order -> !order.state().ended())
                .collect(Collectors.toMap(Order::id, Order::state, (one, same) -> one, TreeMap::new));
    }

    private void check(ProbationCase told, String type, LocalDate occurredOn) {
        rules.mustBeAnEvent(type);
        String began = "CRN %s, event %d began".formatted(told.crn(), told.eventNumber());
        OCCURRED_ON
                .and(DayRule.notBefore(told.startDate(), began))
                .problem(occurredOn, deadlines)
                .ifPresent(sentence -> {
                    throw new BreaksRules(sentence);
                });
        rules.mustEnd(told, type);
    }
}
