package uk.gov.justice.probation.devolution.termination;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.caseload.CaseComponents;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;

/**
 * Restores what a termination closed: the event, the components as they were, and the unpaid work that an event
 * stopped.
 */
@Component
class RestoringCases {
    private final Cases cases;
    private final CaseEvents events;
    private final CaseComponents components;
    private final StoppingOrders stopping;
    private final WorkloadBatch workloads;

    RestoringCases(
            Cases cases,
            CaseEvents events,
            CaseComponents components,
            StoppingOrders stopping,
            WorkloadBatch workloads) {
        this.cases = cases;
        this.events = events;
        this.components = components;
        this.stopping = stopping;
        this.workloads = workloads;
    }

    /** Locks the unpaid work of these cases, which must be locked, before the first of them is restored. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockOrders(Collection<Long> caseIds) {
        stopping.lock(caseIds);
    }

    /** @param probationCase must be locked */
    @Transactional(propagation = Propagation.MANDATORY)
    void restore(ProbationCase probationCase, List<ClosedItem> closed) {
        cases.reopen(probationCase.id());
        events.undo(probationCase.id());
        reopen(closed);
        if (closed.stream().anyMatch(item -> item.what() == ClosedKind.ORDER)) stopping.restore(probationCase.id());
        workloads.recalculate(probationCase.practitioner());
    }

    /** Takes back that the case was ended for this reason, and nothing else. The case must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(ProbationCase probationCase, String reasonCode) {
        events.undo(probationCase.id(), reasonCode);
    }

    private void reopen(List<ClosedItem> closed) {
        Map<Long, String> outcomes = new TreeMap<>();
        closed.stream()
                .filter(item -> item.what() == ClosedKind.COMPONENT)
                .forEach(item -> outcomes.put(item.item(), item.was()));
        for (CaseComponent component : components.lockAll(outcomes.keySet())) {
            component.reopen(outcomes.get(component.id()));
            components.save(component);
        }
    }
}
